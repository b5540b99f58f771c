import { expect, test } from 'vitest'
import { curveBudgets, frontierOf } from './plan-curve.ts'

const problem = (limit: number, efforts: readonly number[]) => ({
	choices: efforts.map((effort, at) => ({ product: `PR${at}`, channel: 'C', effort, isThere: false })),
	wishes: [],
	granted: 0,
	limit
})

test('the curve reaches from nothing to twice the budget, in whole steps where efforts are whole', () => {
	expect(curveBudgets(problem(3, [1]), 3)).toEqual([0, 2, 5, 7, 1, 4, 6])
	expect(curveBudgets(problem(0, [1, 1]), 0)).toEqual([1, 3, 4, 2])
	expect(curveBudgets(problem(60, [1, 2]), 60)).toEqual([0, 20, 40, 70, 90, 110, 120, 10, 30, 50, 80, 100])
	expect(curveBudgets(problem(1, [0.5]), 1).toSorted((one, other) => one - other)).toEqual([
		0, 0.25, 0.5, 0.75, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3
	])
})

test('a saving is asked for up to what can be saved', () => {
	const budgets = curveBudgets(problem(3, [1, 1]), -2)
	expect(budgets.toSorted((one, other) => one - other)).toEqual([-4, -3, -1, 0, 1, 2])
})

test('the frontier rises only, and no plan that is known lies above it', () => {
	const of = (effort: number, value: number) => ({ effort, value, served: 0, firstChoice: 0 })
	const points = [0, 10, 3, 16, 6, 18, 8, 18].flatMap((budget, at, all) =>
		at % 2 === 0 ? [{ budget, value: all[at + 1] ?? 0 }] : []
	)
	expect(frontierOf(points, [of(0, 10), of(1, 12), of(2, 11), of(4, 17), of(6, 18)])).toEqual([
		{ effort: 0, value: 10 },
		{ effort: 1, value: 12 },
		{ effort: 3, value: 16 },
		{ effort: 4, value: 17 },
		{ effort: 6, value: 18 }
	])
	expect(frontierOf([], [])).toEqual([])
})
