import { expect, test } from 'vitest'
import { applyRows } from '../changes/apply-rows.ts'
import { decide } from '../changes/decide.ts'
import { runChange } from '../changes/run-change.ts'
import { countingIds } from '../changes/small-atlas.ts'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { linkKey, type Atlas } from '../model/atlas.ts'
import type { DeliveryStatus } from '../model/links.ts'
import { causesOf, mapChanges } from './causes.ts'
import { changedDecisions } from './changed-decisions.ts'
import { changedPairs } from './changed-pairs.ts'
import { findings } from './index.ts'

/** The worked case with deliveries put or taken away (null). */
function withDeliveries(
	atlas: Atlas,
	changes: [product: string, channel: string, status: DeliveryStatus | null][]
): Atlas {
	const delivers = new Map(atlas.delivers)
	for (const [product, channel, status] of changes) {
		if (status === null) delivers.delete(linkKey(product, channel))
		else delivers.set(linkKey(product, channel), { product, channel, status, evidence: '' })
	}
	return { ...atlas, delivers }
}

function stateOf(atlas: Atlas) {
	const today = coverage(atlas, 'today')
	return { atlas, coverage: today, findings: findings(atlas, today) }
}

function turns(before: Atlas, after: Atlas) {
	return changedPairs(coverage(before, 'today'), coverage(after, 'today')).map(
		({ persona, need, turn }) => `${persona} ${need} ${turn}`
	)
}

const base = veldhaven()

test('a pair is closed by a delivery on the first choice, opened again without it, and says by what', () => {
	const served = withDeliveries(base, [['PR2', 'C6', 'live']])
	const forth = turns(base, served)
	expect(forth).toEqual(['P1 N2 closed'])
	expect(turns(served, base)).toEqual(['P1 N2 opened'])
	expect(turns(base, base)).toEqual([])
	expect(causesOf(base, served, { kind: 'off-channel', persona: 'P1', need: 'N2' })).toEqual([
		{ table: 'delivers', key: 'PR2:C6', change: 'added' }
	])
})

test('a pair that is served less badly is better, one that lost its served channel worse', () => {
	const worse = withDeliveries(base, [
		['PR2', 'C1', null],
		['PR3', 'C1', null]
	])
	const [first] = changedPairs(coverage(base, 'today'), coverage(worse, 'today')).filter(({ turn }) => turn === 'worse')
	expect(first?.before?.status).toBe('second')
	expect(['undelivered', 'off', 'unmet']).toContain(first?.after?.status)
	expect(turns(worse, base).filter((one) => one.endsWith('better'))).not.toEqual([])
})

test('a delivery that is taken from one channel to another was moved; one whose product is gone went with it', () => {
	const moved = withDeliveries(base, [
		['PR1', 'C9', null],
		['PR1', 'C5', 'live']
	])
	const before = withDeliveries(base, [['PR1', 'C9', 'live']])
	expect(mapChanges(before, moved)).toContainEqual({ table: 'delivers', key: 'PR1:C5', change: 'moved', from: 'C9' })
	const products = new Map(base.products)
	products.delete('PR2')
	const delivers = new Map([...base.delivers].filter(([, { product }]) => product !== 'PR2'))
	const fulfils = new Map([...base.fulfils].filter(([, { product }]) => product !== 'PR2'))
	expect(mapChanges(base, { ...base, products, delivers, fulfils })).toEqual([
		{ table: 'products', key: 'PR2', change: 'removed' }
	])
	expect(mapChanges(base, withDeliveries(base, [['PR2', 'C1', 'retiring']]))).toEqual([
		{ table: 'delivers', key: 'PR2:C1', change: 'changed' }
	])
})

test('a decision is told with what has become of it and of its finding', () => {
	const finding = { kind: 'off-channel' as const, persona: 'P1', need: 'N2' }
	const outcome = runChange(base, decide, { finding, remedy: 'deliver', note: '', owner: 'Marketing' }, countingIds())
	const decided = applyRows(base, outcome.ok ? outcome.rows : [])
	const served = withDeliveries(decided, [['PR2', 'C6', 'live']])
	const found = { before: expect.objectContaining(finding), after: null }
	expect(changedDecisions(stateOf(base), stateOf(served))).toMatchObject([
		{ before: null, after: 'done', found, turn: 'closed' }
	])
	expect(changedDecisions(stateOf(decided), stateOf(base))).toMatchObject([
		{ before: 'decided', after: null, turn: 'same' }
	])
})

test('pairs that are on their first choice in one of two states only are told as closed or opened', () => {
	const [one, other] = [
		base,
		withDeliveries(base, [
			['PR8', 'C4', null],
			['PR5', 'C3', 'live']
		])
	]
	const open = (atlas: Atlas) =>
		new Set(
			coverage(atlas, 'today')
				.pairs.filter(({ status }) => status !== 'first')
				.map(({ persona, need }) => `${persona} ${need}`)
		)
	const [was, is] = [open(one), open(other)]
	const told = turns(one, other)
	for (const pair of was) if (!is.has(pair)) expect(told).toContain(`${pair} closed`)
	for (const pair of is) if (!was.has(pair)) expect(told).toContain(`${pair} opened`)
})
