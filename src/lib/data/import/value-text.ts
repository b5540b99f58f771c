import { nameOf } from '#lib/domain/changes/subject.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { findingReference } from '#lib/domain/model/decision.ts'
import { goal } from '#lib/domain/model/workspace.ts'
import { m } from '#lib/paraglide/messages.js'
import { findingKindLabel, roleLabel } from '#lib/wording/labels.ts'
import { numberText } from '#lib/wording/list.ts'
import { optionLabel } from '../labels.ts'

/** The most characters of a value that a difference shows. */
const most = 2000

/** A value of a field for people, or null where there is none: names instead of ids, words instead of members, pictures as such. */
export function valueText(atlas: Atlas, field: string, value: unknown): string | null {
	if (value === null || value === undefined || value === '') return null
	if (typeof value === 'boolean') return value ? m.take_yes() : m.take_no()
	if (typeof value === 'number') return numberText(value)
	if (typeof value === 'string') return shortened(textOf(atlas, field, value))
	if (Array.isArray(value)) {
		const entries = value.map((entry: unknown) => valueText(atlas, field, entry) ?? '')
		return entries.length === 0 ? null : shortened(entries.join(' · '))
	}
	const finding = field === 'finding' ? findingReference.safeParse(value) : null
	if (finding?.success === true) {
		const { kind, persona, need, role, product, products = [], channel, needs = [] } = finding.data
		const ids = [persona, need, product, ...products, channel, ...needs].filter((id) => id !== undefined)
		const named = ids.map((id) => nameOf(atlas, id) || id)
		return shortened(
			[findingKindLabel[kind](), ...(role === undefined ? [] : [roleLabel[role]()]), ...named].join(' · ')
		)
	}
	const parsed = goal.safeParse(value)
	if (parsed.success)
		return shortened([parsed.data.text, parsed.data.owner, parsed.data.measure].filter(Boolean).join(' – '))
	return shortened(JSON.stringify(value))
}

function textOf(atlas: Atlas, field: string, value: string): string {
	if (value.startsWith('data:')) return m.take_picture()
	const isId = ['channel', 'persona', 'need', 'product', 'value', 'from', 'focus', 'order', 'leftOut'].includes(field)
	return isId ? nameOf(atlas, value) || value : optionLabel(field, value)
}

function shortened(text: string): string {
	return text.length > most ? `${text.slice(0, most)}…` : text
}
