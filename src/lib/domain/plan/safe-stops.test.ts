import { expect, test } from 'vitest'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { seededRandom } from '../seeded-random.ts'
import { leastCover } from './least-cover.ts'
import { safeStops } from './safe-stops.ts'

/** A random problem: weights by `weigh`, rows of 1 to `width` columns. */
function problem(seed: number, columns: number, rows: number, width: number, weigh: (random: number) => number) {
	const random = seededRandom(seed)
	const weights = Array.from({ length: columns }, () => weigh(random()))
	const sets = Array.from({ length: rows }, () => {
		const members = new Set<number>()
		const size = 1 + Math.floor(random() * width)
		while (members.size < size) members.add(Math.floor(random() * columns))
		return [...members].sort((left, right) => left - right)
	})
	return { weights, sets }
}

function weightOf(weights: readonly number[], columns: readonly number[]): number {
	return columns.reduce((sum, column) => sum + (weights[column] ?? 0), 0)
}

function covers(columns: readonly number[], sets: readonly (readonly number[])[]): boolean {
	return sets.every((set) => set.some((column) => columns.includes(column)))
}

/** The least weight by trying every choice. */
function leastWeight(weights: readonly number[], sets: readonly (readonly number[])[]): number {
	const masks = sets.map((set) => set.reduce((bits, column) => bits | (1 << column), 0))
	let least = Infinity
	for (let chosen = 0; chosen < 1 << weights.length; chosen += 1) {
		if (masks.some((mask) => (mask & chosen) === 0)) continue
		least = Math.min(
			least,
			weights.reduce((sum, weight, column) => (chosen & (1 << column) ? sum + weight : sum), 0)
		)
	}
	return least
}

const weighings: Record<string, (random: number) => number> = {
	'equal weights': () => 1,
	'whole weights, some of them zero': (random) => Math.floor(random * 5),
	tenths: (random) => Math.round(random * 30) / 10,
	'weights that no power of ten makes whole': (random) => random * Math.PI
}

for (const [name, weigh] of Object.entries(weighings)) {
	test(`with ${name} no choice of columns is lighter than the one found`, () => {
		for (let seed = 1; seed <= 60; seed += 1) {
			const { weights, sets } = problem(seed, 13, 2 + (seed % 20), 4, weigh)
			const { columns, exact, lower } = leastCover(weights, sets, 1e8)
			expect(exact, `seed ${seed}`).toBe(true)
			expect(covers(columns, sets), `seed ${seed}`).toBe(true)
			expect(weightOf(weights, columns), `seed ${seed}`).toBeCloseTo(leastWeight(weights, sets), 9)
			expect(lower, `seed ${seed}`).toBeCloseTo(leastWeight(weights, sets), 9)
			const cut = leastCover(weights, sets, 0)
			expect(cut.lower, `seed ${seed}`).toBeLessThanOrEqual(leastWeight(weights, sets) + 1e-9)
			expect(covers(cut.columns, sets), `seed ${seed}`).toBe(true)
		}
	})
}

test('optima that another solver proved are found and proved', () => {
	// HiGHS (its WebAssembly build 1.15.3) gives these least weights for the same problems.
	const proved: [seed: number, columns: number, rows: number, width: number, weight: number][] = [
		[1, 100, 120, 5, 39],
		[2, 150, 150, 4, 60],
		[3, 300, 300, 3, 133],
		[4, 500, 400, 4, 175],
		[5, 500, 500, 3, 225],
		[6, 200, 100, 8, 34],
		[7, 500, 300, 6, 120]
	]
	for (const [seed, columns, rows, width, weight] of proved) {
		const { weights, sets } = problem(seed, columns, rows, width, () => 1)
		const found = leastCover(weights, sets, 1e9)
		expect([found.exact, weightOf(weights, found.columns)], `seed ${seed}`).toEqual([true, weight])
	}
})

test('a search that is cut short says so, and its choice is still a cover', () => {
	const { weights, sets } = problem(3, 500, 1000, 8, () => 1)
	const { columns, exact, lower } = leastCover(weights, sets, 1_000_000)
	expect(exact).toBe(false)
	expect(covers(columns, sets)).toBe(true)
	expect(lower).toBeLessThanOrEqual(weightOf(weights, columns))
	expect(lower).toBeGreaterThan(0.8 * weightOf(weights, columns))
})

test('the same problem has the same answer', () => {
	const { weights, sets } = problem(4, 200, 150, 6, Math.ceil)
	expect(leastCover(weights, sets, 1e7)).toEqual(leastCover(weights, sets, 1e7))
})

test('of two deliveries that duplicate each other one can be stopped, not both', () => {
	const atlas = veldhaven()
	const { alone, together, exact, effort } = safeStops(atlas, coverage(atlas, 'today'))
	const guides = (stops: typeof alone) =>
		stops.filter(({ product, channel }) => channel === 'C1' && (product === 'PR2' || product === 'PR3')).length
	expect([guides(alone), guides(together)]).toEqual([2, 1])
	expect([exact, effort]).toEqual([true, 9])
})

test('a delivery that costs nothing is stopped too when nobody needs it', () => {
	const atlas = veldhaven()
	const channel = atlas.channels.get('C7')
	if (channel === undefined) throw new Error('the worked case has a channel C7')
	const free = { ...atlas, channels: new Map([...atlas.channels, ['C7', { ...channel, effort: 0 }]]) }
	const { together, effort } = safeStops(free, coverage(free, 'today'))
	expect(together).toContainEqual({ product: 'PR7', channel: 'C7' })
	expect(effort).toBe(8)
})
