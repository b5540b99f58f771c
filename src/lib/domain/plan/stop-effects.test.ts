import { expect, test } from 'vitest'
import { coverage, type Coverage, type LensDelivery } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { linkKey, type Atlas } from '../model/atlas.ts'
import { randomAtlas } from '../model/random-atlas.ts'
import { seededRandom } from '../seeded-random.ts'
import { safeStops } from './safe-stops.ts'
import { conflictsBetween, stopConflicts, stopEffect } from './stop-effects.ts'

const of = (key: string): LensDelivery => {
	const [product = '', channel = ''] = key.split('→')
	return { product, channel }
}
const names = (deliveries: readonly LensDelivery[]) => deliveries.map(({ product, channel }) => `${product}→${channel}`)

/** The same atlas without some deliveries, and its coverage. */
function without(atlas: Atlas, stopped: readonly LensDelivery[]): Coverage {
	const gone = new Set(stopped.map(({ product, channel }) => linkKey(product, channel)))
	return coverage({ ...atlas, delivers: new Map([...atlas.delivers].filter(([key]) => !gone.has(key))) }, 'today')
}

test('the guide and the answers on the website are each safe to stop, and not together', () => {
	const lens = coverage(veldhaven(), 'today')
	for (const one of ['PR2→C1', 'PR3→C1']) expect(stopEffect(lens, [of(one)]).losses).toEqual([])
	const both = stopEffect(lens, [of('PR2→C1'), of('PR3→C1')])
	expect([both.before.served, both.after.served, both.after.firstChoice]).toEqual([21, 16, 16])
	expect(both.conflicts.map(({ deliveries }) => names(deliveries))).toEqual([['PR2→C1', 'PR3→C1']])
	expect(both.losses.map(({ persona, need, from, to }) => [persona, need, from, to])).toEqual([
		['P2', 'N5', 2, null],
		['P3', 'N10', 2, null]
	])
	expect(stopConflicts(lens)).toEqual(both.conflicts)
})

test('what stopping does is what the coverage says without the deliveries, on 200 random atlases', () => {
	let worse = 0
	for (let seed = 1; seed <= 200; seed += 1) {
		const random = seededRandom(seed)
		const atlas = randomAtlas(seed, { personas: 3, needs: 5, channels: 4, products: 3, deliveries: 2, full: true })
		const lens = coverage(atlas, 'today')
		const stopped = lens.deliveries.filter(() => random() < 0.3)
		const effect = stopEffect(lens, stopped)
		const after = without(atlas, stopped)
		const lost = after.pairs.filter((pair, at) => pair.bestRank !== lens.pairs[at]?.bestRank)
		expect(effect.losses.map(({ persona, need, to }) => [persona, need, to])).toEqual(
			lost.map(({ persona, need, bestRank }) => [persona, need, bestRank])
		)
		expect(effect.after.served).toBeCloseTo((after.overall.served ?? 0) * after.overall.weight, 9)
		expect(effect.after.firstChoice).toBeCloseTo((after.overall.firstChoice ?? 0) * after.overall.weight, 9)
		if (lost.length > 0) worse += 1
	}
	expect(worse).toBeGreaterThan(50)
})

test('deliveries that are safe alone are safe together unless they hold a conflict, on 200 random atlases', () => {
	let held = 0
	for (let seed = 1; seed <= 200; seed += 1) {
		const random = seededRandom(seed)
		const atlas = randomAtlas(seed, { personas: 3, needs: 5, channels: 4, products: 3, deliveries: 2, full: true })
		const lens = coverage(atlas, 'today')
		const { alone } = safeStops(atlas, lens)
		const some = alone.filter(() => random() < 0.7)
		const { losses, conflicts } = stopEffect(lens, some)
		expect(losses.length > 0, `seed ${seed}`).toBe(conflicts.length > 0)
		if (conflicts.length > 0) held += 1
		for (const { deliveries } of conflicts) {
			expect(stopEffect(lens, deliveries).losses.length, `seed ${seed}`).toBeGreaterThan(0)
			expect(stopEffect(lens, deliveries.slice(1)).losses, `seed ${seed}`).toEqual([])
		}
	}
	expect(held).toBeGreaterThan(10)
})

test('what is delivered instead makes up for a conflict', () => {
	const atlas = veldhaven()
	const before = coverage(atlas, 'today')
	const both = [of('PR2→C1'), of('PR3→C1')]
	const stopped = without(atlas, both)
	expect(conflictsBetween(before, stopped)).toEqual(stopConflicts(before))
	expect(conflictsBetween(before, before)).toEqual([])
	const more = ['PR2→C2', 'PR2→C3'].map(of).map((one) => ({ ...one, status: 'live' as const, evidence: '' }))
	const delivers = new Map([
		...[...atlas.delivers].filter(([key]) => key !== 'PR2:C1' && key !== 'PR3:C1'),
		...more.map((row) => [linkKey(row.product, row.channel), row] as const)
	])
	expect(conflictsBetween(before, coverage({ ...atlas, delivers }, 'today'))).toEqual([])
})
