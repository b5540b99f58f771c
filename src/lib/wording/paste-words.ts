import type { PasteWords } from '#lib/domain/interchange/paste-columns.ts'
import type { NodeTable } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { locales, type Locale } from '#lib/paraglide/runtime.js'

type Message = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string

/** A message in every language, in lower case, and the word by which files know it. */
export function everywhere(own: string, ...messages: Message[]): string[] {
	const said = locales.flatMap((locale) => messages.map((message) => message({}, { locale }).toLowerCase()))
	return [...new Set([own.toLowerCase(), ...said])]
}

/** The words by which a pasted table is understood. A person may paste what a colleague wrote in another language. */
export function pasteWords(): PasteWords {
	return {
		tables: {
			personas: everywhere('personas', m.entity_persona, m.entity_personas),
			values: everywhere('values', m.entity_value, m.entity_values),
			needs: everywhere('needs', m.entity_need, m.entity_needs),
			channels: everywhere('channels', m.entity_channel, m.entity_channels),
			products: everywhere('products', m.entity_product, m.entity_products)
		} satisfies Record<NodeTable, string[]>,
		fields: {
			name: everywhere('name', m.field_name),
			kind: [...everywhere('kind', m.field_kind, m.map_copy_type), 'type'],
			stage: everywhere('stage', m.field_stage),
			role: everywhere('role', m.field_role),
			roles: everywhere('roles', m.field_roles),
			media: everywhere('media', m.field_media),
			setting: everywhere('setting', m.field_setting),
			twoWay: [...everywhere('twoWay', m.field_two_way), 'two-way'],
			carries: everywhere('carries', m.field_carries),
			effort: everywhere('effort', m.field_effort),
			unique: everywhere('unique', m.field_unique),
			owner: everywhere('owner', m.field_owner),
			quote: everywhere('quote', m.field_quote),
			story: everywhere('story', m.field_story),
			share: everywhere('share', m.field_share),
			description: everywhere('description', m.field_description),
			evidence: everywhere('evidence', m.field_evidence),
			feelings: everywhere('feelings', m.field_feelings),
			opinions: everywhere('opinions', m.field_opinions),
			goals: everywhere('goals', m.field_goals),
			pains: everywhere('pains', m.field_pains),
			synonyms: everywhere('synonyms', m.field_synonyms),
			opposites: everywhere('opposites', m.field_opposites),
			importance: everywhere('importance', m.field_importance),
			weight: everywhere('weight', m.field_weight),
			rank: everywhere('rank', m.field_rank),
			status: everywhere('status', m.field_status)
		},
		members: {
			information: everywhere('information', m.kind_information),
			advice: everywhere('advice', m.kind_advice),
			product: everywhere('product', m.kind_product),
			discover: everywhere('discover', m.stage_discover),
			explore: everywhere('explore', m.stage_explore),
			buy: everywhere('buy', m.stage_buy),
			use: everywhere('use', m.stage_use),
			share: everywhere('share', m.stage_share),
			reach: everywhere('reach', m.role_reach),
			depth: everywhere('depth', m.role_depth),
			relationship: everywhere('relationship', m.role_relationship),
			paid: everywhere('paid', m.media_paid),
			owned: everywhere('owned', m.media_owned),
			earned: everywhere('earned', m.media_earned),
			online: everywhere('online', m.setting_online),
			offline: everywhere('offline', m.setting_offline),
			live: everywhere('live', m.delivery_live),
			planned: everywhere('planned', m.delivery_planned),
			retiring: everywhere('retiring', m.delivery_retiring)
		}
	}
}
