import type { Highs, ModelData } from 'highs'
import { greedyPlan, tolerance } from '#lib/domain/plan/greedy-plan.ts'
import { effortOfChoices, valueOf, type PlanProblem, type StopWish } from '#lib/domain/plan/plan-problem.ts'
import { reducePlan } from '#lib/domain/plan/reduce-plan.ts'
import { tidyPlan } from '#lib/domain/plan/tidy-plan.ts'

/** The best plan so far: its value, the choices of the problem that it delivers, and the bound, which the value of no plan exceeds. */
export type PlanProgress = Readonly<{ value: number; delivered: readonly number[]; bound: number; seconds: number }>

/** Where a search ended. `isProved`: no plan has more value. */
export type PlanSolution = PlanProgress & Readonly<{ isProved: boolean }>

/** How a search is run: how long at the most, and who is told how far it is. */
export type SearchOptions = Readonly<{
	/** What of equal plans to prefer; null: any will do, only the value is asked. */
	stops: StopWish | null
	seconds: number
	onprogress?: (progress: PlanProgress) => void
}>

/** Up to this many choices, among plans of equal value the one with the least to do is searched for exactly; beyond, it is only tidied. */
const mostToSettle = 1500
const settleSeconds = 5

/**
 * The best plan (model, section 5) by HiGHS; null where no plan keeps to the limit. It begins with a greedy plan, so that there is an answer from the
 * first moment. Blocks while it computes: call it in a worker.
 */
export function solvePlan(highs: Highs, whole: PlanProblem, options: SearchOptions): PlanSolution | null {
	if (whole.limit < -tolerance) return null
	const start = performance.now()
	const { problem, numbers, taken } = reducePlan(whole)
	/** A plan of the reduced problem as one of the whole. */
	function told(chosen: readonly number[], bound: number): PlanProgress {
		const delivered = [...taken, ...chosen.flatMap((choice) => numbers[choice] ?? [])].sort((one, other) => one - other)
		const value = valueOf(whole, new Set(delivered))
		return { value, delivered, bound: Math.max(value, bound), seconds: (performance.now() - start) / 1000 }
	}
	const greedy = greedyPlan(problem)
	const greatest = problem.granted + problem.wishes.reduce((sum, { gain }) => sum + gain, 0)
	let best = told(greedy, greatest)
	options.onprogress?.(best)
	let isProved = best.bound - best.value <= 1e-9 * Math.max(1, greatest)
	if (!isProved) {
		const found = run(highs, problem, greedy, options.seconds, (chosen, bound) => {
			const next = told(chosen, bound)
			if (next.value >= best.value - 1e-9) best = { ...next, bound: Math.min(best.bound, next.bound) }
			options.onprogress?.(best)
		})
		const end = told(found.chosen, found.bound)
		if (end.value >= best.value - 1e-9) best = end
		isProved = found.isProved
	}
	const delivered = options.stops === null ? best.delivered : settle(highs, whole, best, options.stops)
	const value = valueOf(whole, new Set(delivered))
	return { ...best, delivered, value, bound: isProved ? value : Math.max(value, best.bound), isProved }
}

/** The plan with the least to do among those of equal value: the least effort, or the fewest changes where stops only pay for what is new. */
function settle(highs: Highs, whole: PlanProblem, best: PlanProgress, stops: StopWish): number[] {
	const tidy = [...tidyPlan(whole, best.delivered, stops)].sort((one, other) => one - other)
	const { choices, wishes } = whole
	if (choices.length === 0 || choices.length > mostToSettle) return tidy
	const program = planProgram(highs, whole)
	const reached = wishes.map((wish) => wish.choices.some((choice) => tidy.includes(choice)))
	const isAll = reached.every(Boolean)
	const model = highs.createModel({
		...program,
		sense: highs.constants.objectiveSense.minimize,
		offset: 0,
		colCost: [...burdens(whole, stops), ...wishes.map(() => 0)],
		// Where every wish is granted, that is asked of each: a row of all wishes together would be much harder.
		colLower: [...choices.map(() => 0), ...wishes.map(() => (isAll ? 1 : 0))]
	})
	try {
		if (!isAll) {
			const indices = wishes.map((_, wish) => choices.length + wish)
			const floor = (best.value - whole.granted) * scaleOf(whole) - precision
			model.addRow(floor, highs.infinity, { indices, values: wishes.map(({ gain }) => gain * scaleOf(whole)) })
		}
		model.options.set({ ...quietly, mip_abs_gap: 1e-9, time_limit: settleSeconds })
		model.setSolution({ colValue: columnsOf(whole, tidy) })
		model.run()
		const settled = chosenIn(model.getSolution().colValue, choices.length)
		const isAsGood = valueOf(whole, new Set(settled)) >= best.value - 1e-9 * Math.max(1, best.value)
		return isAsGood && keepsTo(whole, settled) ? [...tidyPlan(whole, settled, stops)].sort((a, b) => a - b) : tidy
	} finally {
		model.dispose()
	}
}

/** What each choice counts when there should be least to do. What is equal otherwise is decided by the order of the choices, so that answers repeat. */
function burdens({ choices }: PlanProblem, stops: StopWish): number[] {
	const efforts = choices.map(({ effort }) => effort)
	const total = efforts.reduce((sum, effort) => sum + effort, 1)
	const least = efforts.reduce((lowest, effort) => (effort > 0 ? Math.min(lowest, effort) : lowest), 1)
	// A thousandfold, so that the smallest of these differences are above the solver's tolerances.
	const [perEffort, perMove] = stops === 'needed' ? [250 / total, 1000] : [1000, least / 10]
	const perOrder = Math.min(perMove, (perEffort * least) / 10) / 2
	return choices.map(({ effort, isThere }, at) => {
		const order = (perOrder * at) / choices.length ** 2
		return effort * perEffort + (isThere ? -perMove : perMove) + order
	})
}

const precision = 1e-6
const quietly = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: precision, mip_feasibility_tolerance: 1e-7 }

type Found = { chosen: number[]; bound: number; isProved: boolean }

function run(
	highs: Highs,
	problem: PlanProblem,
	start: readonly number[],
	seconds: number,
	onfound: (chosen: readonly number[], bound: number) => void
): Found {
	const model = highs.createModel(planProgram(highs, problem))
	const { callbackType, modelStatus } = highs.constants
	const scale = scaleOf(problem)
	let chosen: readonly number[] = start
	/** The solver's bound is that of the scaled objective; before it has one, it says infinity. */
	const boundOf = (bound: number | undefined) =>
		bound !== undefined && Number.isFinite(bound) ? problem.granted + bound / scale : Infinity
	try {
		model.options.set({ ...quietly, time_limit: seconds })
		model.setSolution({ colValue: columnsOf(problem, start) })
		const { modelStatus: status } = model.run({
			[callbackType.mipImprovingSolution]: ({ data }) => {
				if (data.mip_solution === undefined) return undefined
				const found = chosenIn(data.mip_solution, problem.choices.length)
				if (!keepsTo(problem, found)) return undefined
				chosen = found
				onfound(chosen, boundOf(data.mip_dual_bound))
				return undefined
			},
			[callbackType.mipLogging]: ({ data }) => {
				onfound(chosen, boundOf(data.mip_dual_bound))
				return undefined
			},
			[callbackType.mipInterrupt]: (event) => {
				if ((event.data.running_time ?? 0) > seconds) event.interrupt()
				return undefined
			}
		})
		const last = chosenIn(model.getSolution().colValue, problem.choices.length)
		const isBetter = valueOf(problem, new Set(last)) >= valueOf(problem, new Set(chosen))
		return {
			chosen: isBetter && keepsTo(problem, last) ? last : [...chosen],
			bound: boundOf(Number(model.info.get('mip_dual_bound'))),
			isProved: status === modelStatus.optimal
		}
	} finally {
		model.dispose()
	}
}

/**
 * The integer program of a problem: a column of 0 or 1 for each choice, and one from 0 to 1 for each wish, which is at most the sum of its choices;
 * the last row is the limit. Wishes of one pair on its ranks are nested (this rank or a better one): that makes the linear relaxation tight.
 */
export function planProgram(highs: Highs, problem: PlanProblem): ModelData {
	const { choices, wishes } = problem
	const { variableType, objectiveSense } = highs.constants
	const [numCols, numRows] = [choices.length + wishes.length, wishes.length + 1]
	const starts = [0]
	const indices: number[] = []
	const values: number[] = []
	for (const [wish, { choices: granting }] of wishes.entries()) {
		indices.push(...granting, choices.length + wish)
		values.push(...granting.map(() => -1), 1)
		starts.push(indices.length)
	}
	for (const [choice, { effort }] of choices.entries()) {
		if (effort === 0) continue
		indices.push(choice)
		values.push(effort)
	}
	starts.push(indices.length)
	const scale = scaleOf(problem)
	return {
		numCols,
		numRows,
		sense: objectiveSense.maximize,
		offset: 0,
		colCost: [...choices.map(() => 0), ...wishes.map(({ gain }) => gain * scale)],
		colLower: new Float64Array(numCols),
		colUpper: new Float64Array(numCols).fill(1),
		rowLower: new Float64Array(numRows).fill(-highs.infinity),
		rowUpper: [...wishes.map(() => 0), problem.limit + tolerance],
		matrix: { format: 'csr', numRows, numCols, starts, indices, values },
		integrality: [...choices.map(() => variableType.integer), ...wishes.map(() => variableType.continuous)]
	}
}

/** The solver's tolerances are absolute: very large or very small weights are brought into the range that they are made for. */
function scaleOf(problem: PlanProblem): number {
	const sum = problem.wishes.reduce((total, { gain }) => total + gain, 0)
	return sum === 0 || (sum >= 1 && sum <= 1e6) ? 1 : 1000 / sum
}

function columnsOf(problem: PlanProblem, chosen: readonly number[]): Float64Array {
	const columns = new Float64Array(problem.choices.length + problem.wishes.length)
	for (const choice of chosen) columns[choice] = 1
	for (const [wish, { choices }] of problem.wishes.entries()) {
		if (choices.some((choice) => columns[choice] === 1)) columns[problem.choices.length + wish] = 1
	}
	return columns
}

function chosenIn(columns: Float64Array, choices: number): number[] {
	const chosen: number[] = []
	for (let choice = 0; choice < choices; choice += 1) if ((columns[choice] ?? 0) > 0.5) chosen.push(choice)
	return chosen
}

function keepsTo(problem: PlanProblem, chosen: readonly number[]): boolean {
	return effortOfChoices(problem, chosen) <= problem.limit + 1e-6
}
