import { decision, type FindingReference } from '../model/decision.ts'
import { byCodeUnit, type Atlas } from '../model/atlas.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { nameOf } from './subject.ts'

/** One string per finding, whatever the order in which its ids are given: what a decision is found by. */
export function findingKey(finding: FindingReference): string {
	const { kind, persona, need, role, product, products, channel, needs } = finding
	const sorted = (ids: readonly string[] | undefined) => ids && [...ids].sort(byCodeUnit)
	return JSON.stringify([kind, persona, need, role, product, sorted(products), channel, sorted(needs)])
}

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
