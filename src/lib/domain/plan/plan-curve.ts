import type { PlanProblem } from './plan-problem.ts'

/** How many budgets beside the one asked for the curve is computed at. */
const points = 7

/**
 * Budgets to compute the curve of effort against coverage at, beside the one asked for: from nothing (or from what can be saved) to twice as much as was
 * asked. Whole numbers where all efforts are whole.
 */
export function curveBudgets(problem: PlanProblem, budget: number): number[] {
	const { choices } = problem
	const isWhole = [budget, ...choices.map(({ effort }) => effort)].every((effort) => Number.isInteger(effort))
	const dearest = choices.reduce((most, { effort }) => Math.max(most, effort), 0)
	const least = Math.max(budget - problem.limit, Math.min(0, 2 * budget))
	const most = Math.max(2 * budget, budget + 4 * dearest, 0)
	const found = new Set<number>()
	for (let at = 0; at <= points; at += 1) {
		const exact = least + ((most - least) * at) / points
		found.add(isWhole ? Math.round(exact) : Math.round(exact * 100) / 100)
	}
	found.delete(budget)
	return [...found].sort((left, right) => left - right)
}
