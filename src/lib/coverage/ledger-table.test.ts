import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { byCodeUnit } from '#lib/domain/model/atlas.ts'
import { doneByChannel, firstsMissed, sortLedger, wantedByRank } from './ledger-table.ts'

const atlas = veldhaven()
const covered = coverage(atlas, 'today')

test('what is wanted is counted by rank and persona', () => {
	const wanted = [
		{ persona: 'P1', need: 'N1', rank: 1 },
		{ persona: 'P2', need: 'N2', rank: 2 },
		{ persona: 'P2', need: 'N3', rank: 1 },
		{ persona: 'P2', need: 'N4', rank: 1 }
	]
	expect(wantedByRank(wanted)).toEqual([
		{
			rank: 1,
			pairs: 3,
			personas: [
				{ persona: 'P2', pairs: 2 },
				{ persona: 'P1', pairs: 1 }
			]
		},
		{ rank: 2, pairs: 1, personas: [{ persona: 'P2', pairs: 1 }] }
	])
	expect(wantedByRank([])).toEqual([])
})

test('what is done includes deliveries that do not count in the lens, and says so', () => {
	expect(doneByChannel(atlas, covered).get('C1')).toContainEqual({ product: 'PR9', status: 'planned', counts: false })
	expect(doneByChannel(atlas, covered).get('C2')).toContainEqual({ product: 'PR4', status: 'live', counts: true })
})

test('a channel that is short says how many first wishes it misses', () => {
	const short = covered.ledger.find(({ verdict }) => verdict === 'short')
	if (short === undefined) throw new Error('no short channel')
	const { missed, firsts } = firstsMissed(covered, short)
	expect(missed).toBeGreaterThan(0)
	expect(missed).toBeLessThanOrEqual(firsts)
})

test('the ledger is sorted by any column, names deciding ties', () => {
	const names = (by: 'channel' | 'wanted', descending: boolean) =>
		sortLedger(atlas, covered.ledger, { by, descending }, byCodeUnit).map(
			({ channel }) => atlas.channels.get(channel)?.name
		)
	expect(names('channel', false)[0]).toBe('App')
	expect(names('channel', true)[0]).toBe('WhatsApp webcare')
	const counts = sortLedger(atlas, covered.ledger, { by: 'wanted', descending: true }, byCodeUnit).map(
		({ wanted }) => wanted.length
	)
	expect(counts).toEqual([...counts].sort((left, right) => right - left))
})
