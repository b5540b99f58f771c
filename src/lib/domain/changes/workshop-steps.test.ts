import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { Atlas } from '../model/atlas.ts'
import { applyRows } from './apply-rows.ts'
import { agreeImportance, agreeRanks, castBallot, removeBallots } from './ballots.ts'
import type { Change } from './change.ts'
import { editAgenda } from './edit-agenda.ts'
import { runChange } from './run-change.ts'
import { runWorkshop } from './run-workshop.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'
import { keepWordCard, makeValues, removeWordCards, uncoverWords } from './word-cards.ts'
import { defaultAgenda } from '../workshop/agenda.ts'

const ids = countingIds()

function after<Schema extends z.ZodType>(atlas: Atlas, change: Change<Schema>, input: z.input<Schema>): Atlas {
	const outcome = runChange(atlas, change, input, ids)
	if (!outcome.ok) throw new Error(outcome.message)
	return applyRows(atlas, outcome.rows)
}

function withoutOrder() {
	return defaultAgenda().map(({ order: _order, ...step }) => step)
}

test('an edited agenda is kept whole and in order, and given up it is the method’s again', () => {
	const steps = [...withoutOrder().slice(0, 2), { kind: 'other' as const, name: 'Coffee', minutes: 10 }]
	const edited = after(smallAtlas(), editAgenda, { steps })
	expect([...edited.agenda.values()].map(({ kind, order }) => [kind, order])).toEqual([
		['frame', 0],
		['personas', 1],
		['other', 2]
	])
	expect(after(edited, editAgenda, { steps: [] }).agenda.size).toBe(0)
})

test('the workshop’s row follows every press', () => {
	const begun = after(smallAtlas(), runWorkshop, { press: 'go', step: 'frame', at: 1000 })
	const running = after(begun, runWorkshop, { press: 'start', at: 2000 })
	const next = after(running, runWorkshop, { press: 'go', step: 'personas', left: 'skipped', at: 5000 })
	expect([...next.workshop.values()]).toEqual([
		{ id: 'workshop', step: 'personas', done: [], skipped: ['frame'], since: 5000, spent: 0, extra: 0 }
	])
	expect(after(next, runWorkshop, { press: 'begin' }).workshop.get('workshop')?.step).toBeNull()
})

test('words stay covered until all are uncovered, and more can be written after', () => {
	const one = after(smallAtlas(), keepWordCard, { name: 'Anna', words: ['near'] })
	const shown = after(one, uncoverWords, { covered: false })
	const [card] = shown.wordCards.values()
	expect(card).toMatchObject({ name: 'Anna', isCovered: false })
	const changed = after(shown, keepWordCard, { id: card?.id ?? '', name: 'Anna', words: ['near', 'warm'] })
	expect([...changed.wordCards.values()]).toMatchObject([{ words: ['near', 'warm'], isCovered: false }])
	expect(after(changed, removeWordCards, { ids: [card?.id ?? ''] }).wordCards.size).toBe(0)
})

test('words become values, those that mean the same become synonyms, all in one step', () => {
	const atlas = after(smallAtlas(), makeValues, {
		groups: [
			['warm', 'cosy'],
			['Quick', 'FAST']
		]
	})
	expect([...atlas.values.values()].map(({ name, synonyms }) => [name, synonyms])).toEqual([
		['fast', ['Quick']],
		['warm', ['cosy']]
	])
})

test('a participant has one ballot about each matter', () => {
	const cast = { voter: 'Anna', need: 'N', choices: [{ id: 'C', number: 1 }] }
	const once = after(smallAtlas(), castBallot, cast)
	const twice = after(once, castBallot, { ...cast, choices: [{ id: 'D', number: 1 }] })
	expect([...twice.ballots.values()].map(({ choices }) => choices)).toEqual([[{ id: 'D', number: 1 }]])
	expect(after(twice, removeBallots, { ids: [...twice.ballots.keys()] }).ballots.size).toBe(0)
	expect(runChange(once, castBallot, { ...cast, choices: [] }, ids)).toMatchObject({ rule: 'nothing-chosen' })
})

test('agreed ranks replace what the need preferred, with their evidence', () => {
	const evidence = 'Workshop 2026-11-25: 7 ballots, W = 0.82'
	const first = after(smallAtlas(), agreeRanks, { need: 'N', ranks: [{ channel: 'C', rank: 1 }], evidence: '' })
	const agreed = after(first, agreeRanks, { need: 'N', ranks: [{ channel: 'D', rank: 1 }], evidence })
	expect([...agreed.prefers.values()].filter(({ from }) => from === 'N')).toEqual([
		{ from: 'N', channel: 'D', rank: 1, evidence }
	])
})

test('a rank that stays keeps what it was known from, and is borne out once', () => {
	const ranks = [{ channel: 'C', rank: 1 }]
	const survey = after(smallAtlas(), agreeRanks, { need: 'N', ranks, evidence: 'Survey' })
	const agree = (atlas: Atlas, rank: number) =>
		after(atlas, agreeRanks, { need: 'N', ranks: [{ channel: 'C', rank }], evidence: '3 ballots' })
	expect(agree(agree(survey, 1), 1).prefers.get('N:C')?.evidence).toBe('Survey\n3 ballots')
	expect(agree(survey, 2).prefers.get('N:C')?.evidence).toBe('3 ballots')
})

test('agreed importance holds for everybody who has the need', () => {
	const atlas = after(smallAtlas(), agreeImportance, { needs: [{ need: 'N', importance: 2 }], evidence: '3 ballots' })
	expect(atlas.has.get('P:N')).toMatchObject({ importance: 2, evidence: '3 ballots' })
	expect(
		runChange({ ...smallAtlas(), has: new Map() }, agreeImportance, { needs: [{ need: 'N', importance: 2 }] }, ids)
	).toMatchObject({ rule: 'nothing-chosen' })
})
