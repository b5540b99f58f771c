import { linkTables, nodeTables } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import {
	deliveryLabel,
	entitiesLabel,
	entityIcon,
	entityLabel,
	kindLabel,
	linksLabel,
	mediaLabel,
	remedyLabel,
	roleLabel,
	sentimentLabel,
	settingLabel,
	stageLabel
} from '#lib/wording/labels.ts'
import type { Column, GridTable } from './columns.ts'

type Label = () => string

const ownTables: Readonly<Record<'decisions' | 'sources' | 'mentions', Label>> = {
	decisions: m.data_decisions,
	sources: m.data_sources,
	mentions: m.data_mentions
}

/** What a table is called: "Needs". */
export function tableLabel(table: GridTable): string {
	const node = nodeTables.find((one) => one === table)
	if (node !== undefined) return entitiesLabel[node]()
	const link = linkTables.find((one) => one === table)
	if (link !== undefined) return linksLabel[link]()
	return table === 'decisions' || table === 'sources' || table === 'mentions' ? ownTables[table]() : table
}

const ownIcons: Readonly<Record<Exclude<GridTable, keyof typeof entityIcon>, string>> = {
	holds: 'i-lucide-heart-handshake',
	has: 'i-lucide-crosshair',
	prefers: 'i-lucide-star',
	fulfils: 'i-lucide-puzzle',
	delivers: 'i-lucide-truck',
	decisions: 'i-lucide-gavel',
	sources: 'i-lucide-inbox',
	mentions: 'i-lucide-message-square-text'
}

/** The icon of a table. */
export function tableIcon(table: GridTable): string {
	const node = nodeTables.find((one) => one === table)
	return node !== undefined ? entityIcon[node] : Reflect.get(ownIcons, table)
}

const fields: ReadonlyMap<string, Label> = new Map<string, Label>([
	['id', m.data_field_id],
	['name', m.field_name],
	['role', m.field_role],
	['quote', m.field_quote],
	['story', m.field_story],
	['feelings', m.field_feelings],
	['opinions', m.field_opinions],
	['goals', m.field_goals],
	['pains', m.field_pains],
	['share', m.field_share],
	['avatar', m.field_avatar],
	['color', m.field_color],
	['evidence', m.field_evidence],
	['synonyms', m.field_synonyms],
	['opposites', m.field_opposites],
	['description', m.field_description],
	['kind', m.field_kind],
	['stage', m.field_stage],
	['roles', m.field_roles],
	['media', m.field_media],
	['setting', m.field_setting],
	['twoWay', m.field_two_way],
	['carries', m.field_carries],
	['effort', m.field_effort],
	['unique', m.field_unique],
	['owner', m.field_owner],
	['weight', m.field_weight],
	['importance', m.field_importance],
	['rank', m.field_rank],
	['status', m.field_status],
	['from', m.data_field_from],
	['persona', entityLabel.personas],
	['value', entityLabel.values],
	['need', entityLabel.needs],
	['channel', entityLabel.channels],
	['product', entityLabel.products],
	['finding', m.data_field_finding],
	['remedy', m.data_field_remedy],
	['due', m.data_field_due],
	['note', m.data_field_note],
	['done', m.data_field_done],
	['source', m.data_field_source],
	['externalId', m.data_field_external_id],
	['at', m.data_field_at],
	['text', m.data_field_text],
	['lang', m.data_field_lang],
	['author', m.data_field_author],
	['url', m.data_field_url],
	['sentiment', m.data_field_sentiment],
	['label', m.data_field_label],
	['corrected', m.data_field_corrected]
])

/** The heading of a column. A field that has no word yet is headed by its own name, so that it is not missed. */
export function columnLabel(column: Pick<Column, 'field'>): string {
	return fields.get(column.field)?.() ?? column.field
}

const options: ReadonlyMap<string, Readonly<Record<string, Label>>> = new Map<string, Readonly<Record<string, Label>>>([
	['kind', kindLabel],
	['carries', kindLabel],
	['stage', stageLabel],
	['roles', roleLabel],
	['media', mediaLabel],
	['setting', settingLabel],
	['status', deliveryLabel],
	['label', sentimentLabel],
	['remedy', remedyLabel]
])

/** What an option of a choice or a set is called in the user's language. */
export function optionLabel(field: string, option: string): string {
	return options.get(field)?.[option]?.() ?? option
}
