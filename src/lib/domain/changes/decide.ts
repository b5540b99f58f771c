import { z } from 'zod'
import { decision, type FindingReference } from '../model/decision.ts'
import type { Atlas } from '../model/atlas.ts'
import { factsOf } from '../findings/facts.ts'
import { findingKey } from '../findings/finding.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { defineChange, refuse } from './change.ts'
import { nameOf } from './subject.ts'

/** What a finding is about, as a subject: the names of its persona, need, products and channel. */
export function findingSubject(atlas: Atlas, finding: FindingReference): string {
	const { persona, need, product, products = [], channel } = finding
	return [persona, need, product, ...products, channel]
		.map((id) => (id === undefined ? '' : nameOf(atlas, id)))
		.filter((name) => name !== '')
		.join(' · ')
}

/**
 * Records what was decided about a finding; an earlier decision about the same finding is replaced and keeps its id, which is in `created` only when new.
 * With what is accepted stands what it rests on, so that it comes back when that changes; `anew` accepts it as it is now, though it was accepted before.
 */
export const decide = defineChange({
	name: 'decide',
	input: decision.omit({ id: true }).extend({ anew: z.boolean().default(false) }),
	apply(atlas, { anew, ...input }, context) {
		if (input.remedy === 'accept' && input.note.trim() === '') {
			return refuse('reason-missing', 'To leave a finding as it is, say why.')
		}
		const key = findingKey(input.finding)
		const subject = findingSubject(atlas, input.finding)
		const earlier = [...atlas.decisions.values()].find((one) => findingKey(one.finding) === key)
		const id = earlier?.id ?? context.newId()
		const isKept = earlier?.remedy === 'accept' && atlas.acceptances.has(id) && !anew
		const rows: RowChange[] = [put('decisions', id, earlier === undefined ? { id, ...input } : input)]
		if (input.remedy !== 'accept') {
			if (atlas.acceptances.has(id)) rows.push(remove('acceptances', id))
		} else if (!isKept) rows.push(put('acceptances', id, { id, facts: factsOf(atlas, input.finding) }))
		return earlier === undefined ? { ok: true, rows, subject, created: [id] } : { ok: true, rows, subject }
	}
})
