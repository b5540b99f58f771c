import { expect, test } from 'vitest'
import type { Atlas } from '../model/atlas.ts'
import { addNamed } from './add-named.ts'
import { applyRows } from './apply-rows.ts'
import type { Change, Outcome } from './change.ts'
import { moveLink } from './move-link.ts'
import { movePreference } from './move-preference.ts'
import { runChange } from './run-change.ts'
import { setRank } from './set-rank.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'
import type { z } from 'zod'

function after<Schema extends z.ZodType>(atlas: Atlas, change: Change<Schema>, input: z.input<Schema>): Atlas {
	const outcome: Outcome = runChange(atlas, change, input, countingIds())
	if (!outcome.ok) throw new Error(outcome.message)
	return applyRows(atlas, outcome.rows)
}

function ranked(ranks: Readonly<Record<string, number>>): Atlas {
	let atlas = after(smallAtlas(), addNamed, { table: 'channels', names: ['Shop'] })
	for (const [channel, rank] of Object.entries(ranks)) atlas = after(atlas, setRank, { from: 'P', channel, rank })
	return atlas
}

function ranksOf(atlas: Atlas): Record<string, number> {
	return Object.fromEntries([...atlas.prefers.values()].map(({ channel, rank }) => [channel, rank]))
}

test('a name that is there already is linked, one that is not is made and linked', () => {
	const atlas = after(smallAtlas(), addNamed, { table: 'channels', names: ['phone ', 'Kiosk', 'App'], under: 'P' })
	expect([...atlas.channels.values()].map(({ name }) => name)).toEqual(['App', 'Phone', 'Kiosk'])
	expect(ranksOf(atlas)).toEqual({ C: 1, D: 2, X1: 3 })
})

test('at the top of a section names may repeat', () => {
	const atlas = after(smallAtlas(), addNamed, { table: 'channels', names: ['App'] })
	expect([...atlas.channels.values()].map(({ name }) => name)).toEqual(['App', 'Phone', 'App'])
})

test('names that are linked already are refused, a pair that makes no sense too', () => {
	expect(
		runChange(smallAtlas(), addNamed, { table: 'channels', names: ['App'], under: 'P' }, countingIds())
	).toMatchObject({ ok: false, rule: 'link-exists' })
	expect(
		runChange(smallAtlas(), addNamed, { table: 'values', names: ['warm'], under: 'N' }, countingIds())
	).toMatchObject({ ok: false, rule: 'link-makes-no-sense' })
})

test('a preference that moves changes places with its neighbour', () => {
	expect(ranksOf(after(ranked({ C: 1, D: 2, X1: 3 }), movePreference, { from: 'P', channel: 'X1', by: -1 }))).toEqual({
		C: 1,
		D: 3,
		X1: 2
	})
})

test('neighbours that share a rank are parted, and ranks stay without gaps', () => {
	const tied = ranked({ C: 1, D: 1, X1: 2 })
	expect(ranksOf(after(tied, movePreference, { from: 'P', channel: 'D', by: -1 }))).toEqual({ C: 2, D: 1, X1: 3 })
	expect(ranksOf(after(tied, movePreference, { from: 'P', channel: 'C', by: 1 }))).toEqual({ C: 2, D: 1, X1: 3 })
})

test('at the end of the ranking nothing moves', () => {
	const outcome = runChange(ranked({ D: 2 }), movePreference, { from: 'P', channel: 'C', by: -1 }, countingIds())
	expect(outcome).toMatchObject({ ok: true, rows: [] })
})

test('a link is hung on another thing and keeps what it says', () => {
	const atlas = after(smallAtlas(), addNamed, { table: 'personas', names: ['Murat'] })
	const moved = after(atlas, moveLink, { table: 'has', key: 'P:N', end: 'from', to: 'X1' })
	expect([...moved.has.values()]).toEqual([{ persona: 'X1', need: 'N', importance: 5, evidence: '' }])
})

test('a link is not hung on what it cannot end in, nor twice between the same two', () => {
	const input = { table: 'has' as const, key: 'P:N', end: 'from' as const, to: 'C' }
	expect(runChange(smallAtlas(), moveLink, input, countingIds())).toMatchObject({ rule: 'link-makes-no-sense' })
	const both = ranked({ D: 2 })
	expect(runChange(both, moveLink, { table: 'prefers', key: 'P:C', end: 'to', to: 'D' }, countingIds())).toMatchObject({
		rule: 'link-exists'
	})
})
