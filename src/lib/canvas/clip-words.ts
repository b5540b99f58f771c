import type { ClipWords } from '#lib/domain/interchange/clip.ts'
import { kinds, roles, stages } from '#lib/domain/model/fields.ts'
import { mediaKinds, settings } from '#lib/domain/model/channel.ts'
import { m } from '#lib/paraglide/messages.js'
import { entityLabel, kindLabel, mediaLabel, roleLabel, settingLabel, stageLabel } from '#lib/wording/labels.ts'

const fieldNames: Readonly<Record<string, () => string>> = {
	role: m.field_role,
	kind: m.field_kind,
	stage: m.field_stage,
	roles: m.field_roles,
	media: m.field_media,
	setting: m.field_setting,
	owner: m.field_owner,
	quote: m.field_quote,
	description: m.field_description
}

function memberText(field: string, member: string): string {
	const kind = kinds.find((one) => one === member)
	const stage = stages.find((one) => one === member)
	const role = roles.find((one) => one === member)
	const media = mediaKinds.find((one) => one === member)
	const setting = settings.find((one) => one === member)
	if (field === 'kind' && kind) return kindLabel[kind]()
	if (field === 'stage' && stage) return stageLabel[stage]()
	if (field === 'roles' && role) return roleLabel[role]()
	if (field === 'media' && media) return mediaLabel[media]()
	if (field === 'setting' && setting) return settingLabel[setting]()
	return member
}

/** How a copied table is written in the user's language. */
export function clipWords(): ClipWords {
	return {
		type: m.map_copy_type(),
		name: m.field_name(),
		table: {
			personas: entityLabel.personas(),
			values: entityLabel.values(),
			needs: entityLabel.needs(),
			channels: entityLabel.channels(),
			products: entityLabel.products()
		},
		field: (field) => fieldNames[field]?.() ?? field,
		member: memberText
	}
}
