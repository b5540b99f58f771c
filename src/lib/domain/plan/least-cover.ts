import { boundCover, greedyCover } from './bound-cover.ts'
import { componentsOf, coverOf, partOf, type Choice, type Cover, type Work } from './cover.ts'
import { reduceCover } from './reduce-cover.ts'

/** A cover, whether it is proved that none weighs less, and the weight that no cover is below. */
export type LeastCover = Readonly<{ columns: readonly number[]; exact: boolean; lower: number }>

type Search = { work: Work; prices: Float64Array }

/**
 * The lightest choice of columns that gives every row one (rows must not be empty). Branch and bound: reductions, independent parts apart,
 * bounds by Lagrangian relaxation, columns fixed by their reduced cost. Deterministic; after `steps` of work it returns the best cover
 * that it knows with `exact: false`; `lower` is then the bound of the relaxation for the parts that were not finished.
 */
export function leastCover(
	weights: readonly number[],
	rows: readonly (readonly number[])[],
	steps: number
): LeastCover {
	const { scale, whole } = toWholeNumbers(weights)
	const problem = coverOf(whole, rows)
	const search: Search = { work: { left: steps }, prices: new Float64Array(rows.length) }
	const reduced = reduceCover(problem, search.work)
	if (reduced === null) throw new RangeError('A row without columns cannot be covered')
	const columns = [...reduced.taken.columnIds]
	let lower = reduced.taken.weight
	let exact = true
	// Small parts first: one hard part must not take the work that would have settled the others.
	const parts = componentsOf(reduced.rest).sort((one, other) => one.columns.length - other.columns.length)
	for (const part of parts) {
		const greedy = greedyCover(part, part.weights, search.work)
		const weight = greedy.reduce((sum, column) => sum + (part.weights[column] ?? 0), 0)
		const found = bestBelow(part, weight, search, scale, 0)
		columns.push(...(found?.columnIds ?? greedy.map((column) => part.columnIds[column] ?? column)))
		if (search.work.left >= 0) lower += found?.weight ?? weight
		else {
			exact = false
			lower += relaxed(part, scale)
		}
	}
	return { columns: columns.sort((one, other) => one - other), exact, lower: scale === 0 ? lower : lower / scale }
}

/** What no cover of a part weighs less than, by its relaxation alone. */
function relaxed(part: Cover, scale: number): number {
	const prices = new Float64Array(1 + part.rowIds.reduce((most, row) => Math.max(most, row), 0))
	const { lower } = boundCover(part, prices, 400, () => false, { left: Infinity })
	return roundedUp(Math.max(0, lower), grainOf(part, scale))
}

/** A bound in whole grains: every cover weighs a multiple of the grain. */
function roundedUp(lower: number, grain: number): number {
	return grain === 0 ? lower : Math.ceil((lower - 1e-6) / grain) * grain
}

/** Weights as whole numbers where some power of ten (or a half, a quarter) makes them so; bounds can then be rounded up. `scale` is 0 where none does. */
function toWholeNumbers(weights: readonly number[]): { scale: number; whole: readonly number[] } {
	for (const scale of [1, 2, 4, 10, 20, 100, 1000]) {
		const whole = weights.map((weight) => Math.round(weight * scale))
		if (whole.some((weight) => !Number.isSafeInteger(weight * 1000))) continue
		if (whole.every((weight, at) => Math.abs(weight / scale - (weights[at] ?? 0)) <= 1e-12 * weight))
			return { scale, whole }
	}
	return { scale: 0, whole: weights }
}

/** The largest number that all weights are multiples of; 0 where they are not whole. */
function grainOf(problem: Cover, scale: number): number {
	if (scale === 0) return 0
	let grain = 0
	for (let weight of problem.weights) while (weight !== 0) [grain, weight] = [weight, grain % weight]
	return grain
}

/** The lightest cover that weighs less than `limit`, or null where there is none (or none was found before the work ran out). */
function bestBelow(whole: Cover, limit: number, search: Search, scale: number, depth: number): Choice | null {
	const reduced = reduceCover(whole, search.work)
	if (reduced === null) return null
	const { taken, rest } = reduced
	// Sums of weights that are not whole carry rounding errors: what is lighter by less than these is not lighter.
	const slack = scale === 0 ? 1e-9 * Math.max(1, limit) : 0.5
	let below = limit - taken.weight
	if (below <= slack) return null
	if (rest.rows.length === 0) return taken
	const parts = componentsOf(rest)
	const found = parts.length > 1 ? bestOfParts(parts, below, search, scale, depth) : bestOfPart(rest)
	return found && { columnIds: [...taken.columnIds, ...found.columnIds], weight: taken.weight + found.weight }

	function bestOfPart(part: Cover): Choice | null {
		if (search.work.left < 0) return null
		const grain = grainOf(part, scale)
		const isEnough = (lower: number) => roundedUp(lower, grain) > below - slack
		const bound = boundCover(part, search.prices, depth === 0 ? 400 : 60, isEnough, search.work)
		let best: Choice | null = null
		if (bound.weight < below - slack / 2) {
			best = { columnIds: bound.cover.map((column) => part.columnIds[column] ?? column), weight: bound.weight }
			below = bound.weight
		}
		if (isEnough(bound.lower)) return best
		const kept = (column: number) => !isEnough(bound.lower + Math.max(0, bound.reduced[column] ?? 0))
		const fixed = partOf(part, () => true, kept)
		if (fixed.columns.length === 0) return best
		const branch = branchColumn(fixed, bound.share, part)
		const withIt = partOf(
			fixed,
			(row) => !(fixed.columns[branch]?.includes(row) ?? false),
			(column) => column !== branch
		)
		const weight = fixed.weights[branch] ?? 0
		const chosen = bestBelow(withIt, below - weight, search, scale, depth + 1)
		if (chosen !== null) {
			best = { columnIds: [...chosen.columnIds, fixed.columnIds[branch] ?? branch], weight: chosen.weight + weight }
			below = best.weight
		}
		const without = partOf(
			fixed,
			() => true,
			(column) => column !== branch
		)
		return bestBelow(without, below, search, scale, depth + 1) ?? best
	}
}

/** Solves independent parts one after the other, each below what the lower bounds of the others leave. */
function bestOfParts(parts: Cover[], limit: number, search: Search, scale: number, depth: number): Choice | null {
	parts.sort((one, other) => one.columns.length - other.columns.length)
	const lowers = parts.map((part) => {
		const { lower } = boundCover(part, search.prices, 20, () => false, search.work)
		return roundedUp(lower, grainOf(part, scale))
	})
	let known = lowers.reduce((sum, lower) => sum + lower, 0)
	const columnIds: number[] = []
	let weight = 0
	for (const [at, part] of parts.entries()) {
		known -= lowers[at] ?? 0
		const best = bestBelow(part, limit - weight - known, search, scale, depth + 1)
		if (best === null) return null
		columnIds.push(...best.columnIds)
		weight += best.weight
	}
	return { columnIds, weight }
}

/**
 * The column to decide on next: the one that the relaxation chooses most and that settles most rows. Tried first as chosen, it leads to
 * good covers early; deciding where the relaxation is least sure took up to four times as long.
 */
function branchColumn(problem: Cover, share: Float64Array, from: Cover): number {
	const shareOf = new Map(from.columnIds.map((id, column) => [id, share[column] ?? 0]))
	let best = 0
	let bestScore = -1
	for (const [column, rows] of problem.columns.entries()) {
		const score = (shareOf.get(problem.columnIds[column] ?? column) ?? 0) * rows.length
		if (score > bestScore) {
			best = column
			bestScore = score
		}
	}
	return best
}
