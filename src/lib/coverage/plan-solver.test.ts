import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { applyPlan } from '#lib/domain/changes/apply-plan.ts'
import { applyRows } from '#lib/domain/changes/apply-rows.ts'
import { runChange } from '#lib/domain/changes/run-change.ts'
import { coverage, type Coverage } from '#lib/domain/coverage/coverage.ts'
import { canCarry } from '#lib/domain/findings/carries.ts'
import { effortOf } from '#lib/domain/findings/effort.ts'
import { linkKey, type Atlas } from '#lib/domain/model/atlas.ts'
import { randomAtlas } from '#lib/domain/model/random-atlas.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { changesOf, planMoves } from '#lib/domain/plan/plan-moves.ts'
import { planProblem, planValue, stopWishes, type PlanOptions } from '#lib/domain/plan/plan-problem.ts'
import { solvePlan, type PlanProgress } from './plan-solver.ts'

const highs = await loadHighs()
const context = { newId: () => 'never' }

function subset(ids: Iterable<string>, random: () => number): Set<string> {
	return new Set([...ids].filter(() => random() < 0.7))
}

/** What a plan may do, at random: budgets from a saving to plenty, some things not to be touched, some deliveries that stay. */
function randomOptions(atlas: Atlas, seed: number): PlanOptions {
	const random = seededRandom(seed * 7919)
	return {
		budget: [-1, 0, 0.5, 1, 2, 3, 4, 100][Math.floor(random() * 8)] ?? 0,
		products: random() < 0.7 ? null : subset(atlas.products.keys(), random),
		channels: random() < 0.7 ? null : subset(atlas.channels.keys(), random),
		stay: random() < 0.7 ? new Set() : subset(atlas.delivers.keys(), random),
		stops: stopWishes[Math.floor(random() * 3)] ?? 'none'
	}
}

type Best = { value: number; effort: number; moves: number }

/** The best of all plans there are, by trying each: the rules of the model word by word, on bits for product and channel. */
function bestByTrying(atlas: Atlas, lens: Coverage, options: PlanOptions): Best | null {
	const places = [...atlas.products.keys()].flatMap((product) =>
		[...atlas.channels.keys()].map((channel) => ({ product, channel }))
	)
	const bit = new Map(places.map(({ product, channel }, at) => [linkKey(product, channel), 1 << at]))
	let there = 0
	let free = 0
	for (const { product, channel } of places) {
		const key = linkKey(product, channel)
		const own = bit.get(key) ?? 0
		const isThere = lens.isDelivered(product, channel)
		if (isThere) there |= own
		const touchable = (options.products?.has(product) ?? true) && (options.channels?.has(channel) ?? true)
		const may = isThere ? options.stops !== 'none' && !options.stay.has(key) : canCarry(atlas, channel, product)
		if (touchable && may) free |= own
	}
	const ranks = lens.pairs.map(({ need, weight, preferred }) => {
		const masks: number[] = []
		for (const { channel, rank } of preferred) {
			for (const product of lens.fulfilling(need)) {
				masks[rank - 1] = (masks[rank - 1] ?? 0) | (bit.get(linkKey(product, channel)) ?? 0)
			}
		}
		return { weight, masks }
	})
	let best: Best | null = null
	for (let some = free; ; some = (some - 1) & free) {
		const chosen = (there & ~free) | some
		let effort = 0
		let moves = 0
		for (const [at, { channel }] of places.entries()) {
			const change = ((chosen >> at) & 1) - ((there >> at) & 1)
			effort += change * effortOf(atlas, channel)
			moves += Math.abs(change)
		}
		if (effort <= options.budget + 1e-9) {
			let value = 0
			for (const { weight, masks } of ranks) {
				const rank = masks.findIndex((mask) => ((mask ?? 0) & chosen) !== 0)
				if (rank !== -1) value += weight / (rank + 1)
			}
			if (best === null || isBetter({ value, effort, moves }, best, options)) best = { value, effort, moves }
		}
		if (some === 0) return best
	}
}

function isBetter(one: Best, other: Best, { stops }: PlanOptions): boolean {
	if (Math.abs(one.value - other.value) > 1e-9) return one.value > other.value
	const first = stops === 'needed' ? one.moves - other.moves : one.effort - other.effort
	if (Math.abs(first) > 1e-9) return first < 0
	return stops === 'needed' ? one.effort < other.effort - 1e-9 : one.moves < other.moves
}

test('no plan has more value, and none of that value has less to do, on 300 random atlases', () => {
	let impossible = 0
	let improved = 0
	for (let seed = 1; seed <= 300; seed += 1) {
		const atlas = randomAtlas(seed, { personas: 3, needs: 5, channels: 4, products: 3, deliveries: 1.5, full: true })
		const lens = coverage(atlas, 'plan')
		const options = randomOptions(atlas, seed)
		const best = bestByTrying(atlas, lens, options)
		const problem = planProblem(atlas, lens, options)
		const found = solvePlan(highs, problem, { stops: options.stops, seconds: 20 })
		expect(found === null, `seed ${seed}`).toBe(best === null)
		if (found === null || best === null) {
			impossible += 1
			continue
		}
		expect(found.isProved, `seed ${seed}`).toBe(true)
		expect(found.value, `seed ${seed}`).toBeCloseTo(best.value, 9)
		if (best.value > planValue(lens) + 1e-9) improved += 1

		const changes = changesOf(problem, new Set(found.delivered))
		const moves = planMoves(atlas, lens, changes)
		const outcome = runChange(atlas, applyPlan, changes, context)
		const after = coverage(applyRows(atlas, outcome.ok ? outcome.rows : []), 'plan')
		expect(planValue(after), `seed ${seed}`).toBeCloseTo(best.value, 9)
		const last = moves.at(-1)?.after
		expect(moves.length, `seed ${seed}`).toBe(best.moves)
		expect(last?.effort ?? 0, `seed ${seed}`).toBeCloseTo(best.effort, 9)
		expect(last?.value ?? planValue(lens), `seed ${seed}`).toBeCloseTo(best.value, 9)
		if (last !== undefined && after.overall.served !== null) {
			expect(last.served / after.overall.weight, `seed ${seed}`).toBeCloseTo(after.overall.served, 9)
			expect(last.firstChoice / after.overall.weight, `seed ${seed}`).toBeCloseTo(after.overall.firstChoice ?? 0, 9)
		}
	}
	expect(impossible).toBeGreaterThan(5)
	expect(improved).toBeGreaterThan(80)
}, 240_000)

test('in the worked case six new deliveries give all that can be had without a new product', () => {
	const atlas = veldhaven()
	const lens = coverage(atlas, 'plan')
	const options: PlanOptions = { budget: 6, products: null, channels: null, stay: new Set(), stops: 'none' }
	const problem = planProblem(atlas, lens, options)
	const progress: PlanProgress[] = []
	const found = solvePlan(highs, problem, { stops: 'none', seconds: 20, onprogress: (one) => progress.push(one) })
	const { deliver } = changesOf(problem, new Set(found?.delivered))
	expect(deliver.map(({ product, channel }) => `${product}→${channel}`)).toEqual([
		'PR2→C2',
		'PR2→C3',
		'PR2→C6',
		'PR5→C3',
		'PR7→C4',
		'PR9→C9'
	])
	expect([found?.value, found?.bound, found?.isProved]).toEqual([28, 28, true])
	expect(progress.length).toBeGreaterThan(0)
})

test('weights of any size are no trouble', () => {
	for (const share of [1e-6, 1e7]) {
		const small = veldhaven()
		const personas = new Map([...small.personas].map(([key, row]) => [key, { ...row, share }]))
		const atlas = { ...small, personas }
		const options: PlanOptions = { budget: 3, products: null, channels: null, stay: new Set(), stops: 'none' }
		const problem = planProblem(atlas, coverage(atlas, 'plan'), options)
		const found = solvePlan(highs, problem, { stops: 'none', seconds: 20 })
		const plain = planProblem(small, coverage(small, 'plan'), options)
		const expected = solvePlan(highs, plain, { stops: 'none', seconds: 20 })
		expect(found?.isProved).toBe(true)
		expect((found?.value ?? 0) / share).toBeCloseTo(expected?.value ?? -1, 6)
	}
})
