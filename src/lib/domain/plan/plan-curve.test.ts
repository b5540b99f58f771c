import { expect, test } from 'vitest'
import { curveBudgets } from './plan-curve.ts'

const problem = (limit: number, efforts: readonly number[]) => ({
	choices: efforts.map((effort, at) => ({ product: `PR${at}`, channel: 'C', effort, isThere: false })),
	wishes: [],
	granted: 0,
	limit
})

test('the curve reaches from nothing to twice the budget, in whole steps where efforts are whole', () => {
	expect(curveBudgets(problem(6, [1, 2]), 6)).toEqual([0, 2, 4, 8, 10, 12, 14])
	expect(curveBudgets(problem(0, [1, 1]), 0)).toEqual([1, 2, 3, 4])
	expect(curveBudgets(problem(1, [0.5]), 1)).toEqual([0, 0.43, 0.86, 1.29, 1.71, 2.14, 2.57, 3])
})

test('a saving is asked for up to what can be saved', () => {
	expect(curveBudgets(problem(3, [1, 1]), -2)).toEqual([-4, -3, -1, 0, 1, 2])
})
