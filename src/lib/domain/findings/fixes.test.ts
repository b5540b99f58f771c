import { expect, test } from 'vitest'
import { coverage } from '../coverage/coverage.ts'
import type { Lens } from '../coverage/lens.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import type { Atlas } from '../model/atlas.ts'
import { findingKey } from './finding.ts'
import { fixesOf } from './fixes.ts'
import { findings } from './index.ts'
import { missingDeliveries } from './missing-deliveries.ts'
import { pathsOf } from './paths.ts'
import { redundantDeliveries } from './redundant-deliveries.ts'

function inLens(lens: Lens, atlas: Atlas = veldhaven()) {
	const covered = coverage(atlas, lens)
	const found = findings(atlas, covered)
	function named(key: string) {
		const finding = found.find((one) => findingKey(one) === key)
		if (finding === undefined) throw new Error(`no finding ${key}`)
		return finding
	}
	return {
		atlas,
		covered,
		found,
		fixes: (key: string) => fixesOf(atlas, covered, named(key)),
		paths: (key: string) => pathsOf(atlas, covered, named(key))
	}
}

function withDelivery(product: string, channel: string, status: 'live' | 'planned' | 'retiring'): Atlas {
	const atlas = veldhaven()
	const link = { product, channel, status, evidence: '' }
	return { ...atlas, delivers: new Map([...atlas.delivers, [`${product}:${channel}`, link]]) }
}

test('an off-channel need is fixed by planning a delivery on its first choice', () => {
	expect(inLens('today').fixes('off-channel:P1:N2')).toEqual([
		{
			id: 'deliver',
			persona: 'P1',
			need: 'N2',
			product: 'PR2',
			channel: 'C6',
			change: 'linkThings',
			input: { from: 'PR2', to: 'C6', fields: { status: 'planned' } }
		}
	])
})

test('each product that answers a second-choice need is offered once', () => {
	const offered = inLens('today').fixes('second-choice:P2:N5')
	expect(offered.map(({ id, product, channel }) => [id, product, channel])).toEqual([
		['deliver', 'PR2', 'C2'],
		['deliver', 'PR3', 'C2']
	])
})

test('a delivery that is planned already is offered to start, and is no ghost', () => {
	const { atlas, covered, fixes } = inLens('today', withDelivery('PR2', 'C6', 'planned'))
	expect(fixes('off-channel:P1:N2')[0]).toMatchObject({ id: 'start', input: { status: 'live' } })
	expect(missingDeliveries(atlas, covered).map(({ product, channel }) => `${product}:${channel}`)).not.toContain(
		'PR2:C6'
	)
})

test('a retiring delivery that the plan misses is offered to be kept', () => {
	const { fixes } = inLens('plan', withDelivery('PR2', 'C6', 'retiring'))
	expect(fixes('off-channel:P1:N2')[0]).toMatchObject({ id: 'keep', product: 'PR2', channel: 'C6' })
})

test('an unmet need gets a product that fits, or a new one', () => {
	const offered = inLens('today').fixes('unmet:P4:N12')
	expect(offered.map(({ id, product }) => [id, product])).toEqual([
		['fulfil', 'PR6'],
		['add-product', undefined]
	])
	expect(offered[1]).toMatchObject({ change: 'addEntity', input: { table: 'products', linkTo: 'N12' } })
})

test('a redundant delivery is stopped if live, dropped if planned, ended if retiring', () => {
	const ids = (lens: Lens, atlas: Atlas) =>
		inLens(lens, atlas)
			.fixes('unasked-delivery:PR7:C7')
			.map(({ id }) => id)
	expect(ids('today', withDelivery('PR7', 'C7', 'live'))).toEqual(['stop'])
	expect(ids('plan', withDelivery('PR7', 'C7', 'planned'))).toEqual(['drop'])
	expect(ids('today', withDelivery('PR7', 'C7', 'retiring'))).toEqual(['end'])
})

test('a missing role is fixed on a channel with that role', () => {
	const offered = inLens('today').fixes('missing-role:P4:relationship')
	expect(offered.map(({ id }) => id)).toEqual(['fulfil', 'add-product'])
})

test('every gap that a new delivery could close is drawn once, the one that helps most first', () => {
	const { atlas, covered } = inLens('today')
	expect(
		missingDeliveries(atlas, covered).map(({ product, channel, pairs }) => [
			`${product} → ${channel}`,
			pairs.map(({ need }) => need)
		])
	).toEqual([
		['PR2 → C2', ['N5']],
		['PR2 → C3', ['N10']],
		['PR2 → C6', ['N2']],
		['PR5 → C3', ['N9']],
		['PR9 → C9', ['N13']],
		['PR7 → C4', ['N7']]
	])
})

test('a delivery is marked with every reason to doubt it', () => {
	const { covered, found } = inLens('today')
	const marked = redundantDeliveries(covered, found)
	expect(marked.get('PR6:C1')).toEqual(['unasked-delivery', 'unsuitable-delivery'])
	expect(marked.get('PR8:C4')).toEqual(['orphan-product'])
	expect(marked.get('PR3:C1')).toEqual(['duplicate-delivery'])
	expect(marked.get('PR1:C8')).toBeUndefined()
})

test('the path of a gap leads from the persona to where the need is answered, and to where it should be', () => {
	expect(inLens('today').paths('off-channel:P1:N2')).toEqual([
		['P1', 'N2', 'PR2', 'C1'],
		['P1', 'N2', 'C6'],
		['P1', 'N2', 'C9']
	])
	expect(inLens('today').paths('duplicate-delivery:PR2:PR3:C1')).toHaveLength(4)
})

test('every finding has a path of things that are there', () => {
	for (const lens of ['today', 'plan'] as const) {
		const { atlas, covered, found } = inLens(lens)
		const there = (id: string) =>
			[atlas.personas, atlas.needs, atlas.products, atlas.channels].some((table: ReadonlyMap<string, unknown>) =>
				table.has(id)
			)
		for (const finding of found) {
			const paths = pathsOf(atlas, covered, finding)
			expect(paths.length, findingKey(finding)).toBeGreaterThan(0)
			expect(paths.flat().every(there), findingKey(finding)).toBe(true)
		}
	}
})

test('a preference is noted for the persona where the need is shared with someone who prefers in general', () => {
	const atlas = veldhaven()
	const prefers = new Map([...atlas.prefers].filter(([, { from }]) => from !== 'N8'))
	const alone = inLens('today', { ...atlas, prefers })
	expect(alone.fixes('unknown-preference:P3:N8')[0]).toMatchObject({ input: { from: 'N8', to: 'C1' } })

	prefers.set('P1:C2', { from: 'P1', channel: 'C2', rank: 1, evidence: '' })
	const has = new Map([...atlas.has, ['P1:N8', { persona: 'P1', need: 'N8', importance: 3, evidence: '' }] as const])
	const shared = inLens('today', { ...atlas, prefers, has })
	expect(shared.fixes('unknown-preference:P3:N8')[0]).toMatchObject({ input: { from: 'P3', to: 'C1' } })
})
