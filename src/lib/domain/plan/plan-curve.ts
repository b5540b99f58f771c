import type { PlanPoint } from './plan-moves.ts'
import type { PlanProblem } from './plan-problem.ts'

/** How many steps the curve has; where efforts are whole, as many as there are whole budgets if they are hardly more. */
const steps = 12
const mostWhole = 20

/**
 * Budgets to compute the curve of effort against coverage at, beside the one asked for: from nothing (or from what can be saved) to twice as much as was
 * asked. Whole numbers where all efforts are whole. Every other one first, so that the whole curve shows before it becomes fine.
 */
export function curveBudgets(problem: PlanProblem, budget: number): number[] {
	const { choices } = problem
	const isWhole = [budget, ...choices.map(({ effort }) => effort)].every((effort) => Number.isInteger(effort))
	const dearest = choices.reduce((most, { effort }) => Math.max(most, effort), 0)
	const least = Math.max(budget - problem.limit, Math.min(0, 2 * budget))
	const most = Math.max(2 * budget, budget + 4 * dearest, 0)
	const count = isWhole && most - least <= mostWhole ? most - least : steps
	const found = new Set<number>()
	for (let at = 0; at <= count; at += 1) {
		const exact = least + ((most - least) * at) / Math.max(1, count)
		found.add(isWhole ? Math.round(exact) : Math.round(exact * 100) / 100)
	}
	found.delete(budget)
	const ascending = [...found].sort((left, right) => left - right)
	const isCoarse = (at: number) => at % 2 === 0 || at === ascending.length - 1
	return [...ascending.filter((_, at) => isCoarse(at)), ...ascending.filter((_, at) => !isCoarse(at))]
}

/** An effort with the most value that is known to be had for it. */
export type FrontierPoint = Readonly<{ effort: number; value: number }>

/**
 * The efficient frontier as far as it is known: each effort at which more value can be had than for less. Best plans of some budgets and the moves
 * of one plan, which are plans too, are its points; between two of them there may be more to be had, never less.
 */
export function frontierOf(
	points: readonly Readonly<{ budget: number; value: number }>[],
	walk: readonly PlanPoint[]
): FrontierPoint[] {
	const known = [...points.map(({ budget, value }) => ({ effort: budget, value })), ...walk]
	known.sort((one, other) => one.effort - other.effort || other.value - one.value)
	const frontier: FrontierPoint[] = []
	for (const { effort, value } of known) {
		const last = frontier.at(-1)
		if (last === undefined || value > last.value + 1e-9) frontier.push({ effort, value })
	}
	return frontier
}
