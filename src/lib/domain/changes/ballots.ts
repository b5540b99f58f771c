import { z } from 'zod'
import { linkKey, type Atlas } from '../model/atlas.ts'
import { ballot } from '../model/ballot.ts'
import { evidence, id, wholeNumber } from '../model/fields.ts'
import type { Prefers } from '../model/links.ts'
import { put, remove } from '../model/row-change.ts'
import { defineChange, refuse } from './change.ts'
import { notThere } from './link-kind.ts'
import { changedFields } from './patch.ts'
import { nameOf, subjectOf } from './subject.ts'

/** Casts a participant's ballot; a second one of the same participant about the same takes the place of the first. */
export const castBallot = defineChange({
	name: 'castBallot',
	input: ballot.omit({ id: true }),
	apply(atlas, input, context) {
		if (input.need !== null && !atlas.needs.has(input.need)) return notThere(input.need)
		if (input.choices.length === 0) return refuse('nothing-chosen', 'Nothing is chosen on this ballot.')
		const earlier = [...atlas.ballots.values()].find(({ voter, need }) => voter === input.voter && need === input.need)
		const key = earlier?.id ?? context.newId()
		return {
			ok: true,
			rows: [put('ballots', key, { id: key, ...input })],
			subject: input.voter,
			created: earlier === undefined ? [key] : []
		}
	}
})

/** Takes ballots out of the count. */
export const removeBallots = defineChange({
	name: 'removeBallots',
	input: z.strictObject({ ids: z.array(id).min(1) }),
	apply(atlas, { ids }) {
		const there = ids.flatMap((one) => atlas.ballots.get(one) ?? [])
		if (there.length === 0) return notThere(ids[0] ?? '')
		return {
			ok: true,
			rows: there.map((one) => remove('ballots', one.id)),
			subject: subjectOf(there.map(({ voter }) => voter))
		}
	}
})

/**
 * Records the agreed ranks as what a need prefers, each with its evidence, in place of what it preferred before. A rank that stays keeps
 * what it was known from before: the ballots bear it out.
 */
export const agreeRanks = defineChange({
	name: 'agreeRanks',
	input: z.strictObject({
		need: id,
		ranks: z.array(z.strictObject({ channel: id, rank: wholeNumber(1, 9) })).min(1),
		evidence
	}),
	apply(atlas, { need, ranks, evidence }) {
		if (!atlas.needs.has(need)) return notThere(need)
		const missing = ranks.find(({ channel }) => !atlas.channels.has(channel))
		if (missing !== undefined) return notThere(missing.channel)
		const agreed = new Set(ranks.map(({ channel }) => channel))
		const others = [...atlas.prefers.values()].filter(({ from, channel }) => from === need && !agreed.has(channel))
		return {
			ok: true,
			rows: [
				...ranks.map(({ channel, rank }) =>
					put('prefers', linkKey(need, channel), agreedRow(atlas, { from: need, channel, rank, evidence }))
				),
				...others.map(({ channel }) => remove('prefers', linkKey(need, channel)))
			],
			subject: nameOf(atlas, need)
		}
	}
})

/** Records the agreed importance of needs to everybody who has them, with its evidence. */
export const agreeImportance = defineChange({
	name: 'agreeImportance',
	input: z.strictObject({
		needs: z.array(z.strictObject({ need: id, importance: wholeNumber(1, 5) })).min(1),
		evidence
	}),
	apply(atlas, { needs, evidence }) {
		const agreed = new Map(needs.map(({ need, importance }) => [need, importance]))
		const held = [...atlas.has.values()].filter(({ need }) => agreed.has(need))
		if (held.length === 0) return refuse('nothing-chosen', 'Nobody has these needs.')
		return {
			ok: true,
			rows: held.flatMap((row) => {
				const importance = agreed.get(row.need) ?? row.importance
				const known = importance === row.importance ? borneOut(row.evidence, evidence) : evidence
				const changed = changedFields(row, { importance, evidence: known })
				return Object.keys(changed).length === 0 ? [] : [put('has', linkKey(row.persona, row.need), changed)]
			}),
			subject: subjectOf([...new Set(held.map(({ need }) => nameOf(atlas, need)))])
		}
	}
})

function agreedRow(atlas: Atlas, row: Prefers): Prefers {
	const before = atlas.prefers.get(linkKey(row.from, row.channel))
	return before?.rank === row.rank ? { ...row, evidence: borneOut(before.evidence, row.evidence) } : row
}

/** What a statement is known from once more bears it out: both, each on a line of its own. */
function borneOut(known: string, more: string): string {
	if (known === '' || known.split('\n').includes(more)) return known || more
	return `${known}\n${more}`
}
