import { decision, type FindingReference } from '../model/decision.ts'
import type { Atlas } from '../model/atlas.ts'
import { findingKey } from '../findings/finding.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { nameOf } from './subject.ts'

/** What a finding is about, as a subject: the names of its persona, need, products and channel. */
export function findingSubject(atlas: Atlas, finding: FindingReference): string {
	const { persona, need, product, products = [], channel } = finding
	return [persona, need, product, ...products, channel]
		.map((id) => (id === undefined ? '' : nameOf(atlas, id)))
		.filter((name) => name !== '')
		.join(' · ')
}

/** Records what was decided about a finding; an earlier decision about the same finding is replaced and keeps its id, which is in `created` only when new. */
export const decide = defineChange({
	name: 'decide',
	input: decision.omit({ id: true }),
	apply(atlas, input, context) {
		const key = findingKey(input.finding)
		const subject = findingSubject(atlas, input.finding)
		const earlier = [...atlas.decisions.values()].find((one) => findingKey(one.finding) === key)
		if (earlier !== undefined) return { ok: true, rows: [put('decisions', earlier.id, input)], subject }
		const created = context.newId()
		return { ok: true, rows: [put('decisions', created, { id: created, ...input })], subject, created: [created] }
	}
})
