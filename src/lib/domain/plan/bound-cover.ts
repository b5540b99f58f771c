import type { Cover, Work } from './cover.ts'

/** What a relaxation says of a problem. */
export type Bound = Readonly<{
	/** No cover weighs less. */
	lower: number
	/** What choosing (or, if negative, not choosing) a column adds to `lower` at least. */
	reduced: Float64Array
	/** About how much of each column an optimum of the linear relaxation chooses, from 0 to 1. */
	share: Float64Array
	/** A cover, as column numbers of the problem, and its weight. */
	cover: readonly number[]
	weight: number
}>

/**
 * A lower bound by Lagrangian relaxation (every row gets a price, found by subgradient steps) and a cover by a greedy choice at these prices.
 * `prices` by row id is read to start from and written to start from next time. Stops early where `lower` reaches `enough`.
 */
export function boundCover(
	problem: Cover,
	prices: Float64Array,
	rounds: number,
	enough: (lower: number) => boolean,
	work: Work
): Bound {
	const { rows, columns, weights, rowIds } = problem
	const price = new Float64Array(rows.length)
	for (const [row, members] of rows.entries()) {
		const known = prices[rowIds[row] ?? 0] ?? 0
		if (known > 0) price[row] = known
		else {
			let least = Infinity
			for (const column of members) least = Math.min(least, (weights[column] ?? 0) / (columns[column]?.length ?? 1))
			price[row] = least
		}
	}
	const size = rows.reduce((sum, members) => sum + members.length, 0)
	const reduced = new Float64Array(columns.length)
	const bestReduced = new Float64Array(columns.length)
	const bestPrice = new Float64Array(rows.length)
	const share = new Float64Array(columns.length)
	let lower = -Infinity
	let cover = greedyCover(problem, weights, work)
	let weight = weightOf(problem, cover)
	let step = 1.5
	let stale = 0
	const patience = rounds > 100 ? 15 : 6
	for (let round = 0; round < rounds && work.left > 0; round += 1) {
		let value = 0
		for (let row = 0; row < price.length; row += 1) value += price[row] ?? 0
		for (let column = 0; column < reduced.length; column += 1) {
			let cost = weights[column] ?? 0
			for (const row of columns[column] ?? []) cost -= price[row] ?? 0
			reduced[column] = cost
			if (cost < 0) value += cost
			share[column] = 0.92 * (share[column] ?? 0) + (cost < 0 ? 0.08 : 0)
		}
		work.left -= 3 * size
		if (value > lower + 1e-9) {
			if (value > lower + 1e-4 * Math.abs(lower)) stale = 0
			lower = value
			bestReduced.set(reduced)
			bestPrice.set(price)
			if (enough(lower)) break
		} else stale += 1
		if (stale > patience) {
			stale = 0
			step *= 0.6
			if (step < 0.01) break
		}
		if (round % 25 === 10) {
			const found = greedyCover(problem, reduced, work)
			const foundWeight = weightOf(problem, found)
			if (foundWeight < weight) {
				cover = found
				weight = foundWeight
			}
		}
		let norm = 0
		const lacks = rows.map((members, row) => {
			let lack = 1
			for (const column of members) if ((reduced[column] ?? 0) < 0) lack -= 1
			if (lack < 0 && price[row] === 0) return 0
			norm += lack * lack
			return lack
		})
		if (norm === 0) break
		const stride = (step * Math.max(weight * 1.02 - value, 1e-6)) / norm
		for (const [row, lack] of lacks.entries()) price[row] = Math.max(0, (price[row] ?? 0) + stride * lack)
		work.left -= 3 * size
	}
	const found = greedyCover(problem, bestReduced, work)
	const foundWeight = weightOf(problem, found)
	if (foundWeight < weight) {
		cover = found
		weight = foundWeight
	}
	for (const [row, rowId] of rowIds.entries()) prices[rowId] = bestPrice[row] ?? 0
	return { lower, reduced: bestReduced, share, cover, weight }
}

function weightOf(problem: Cover, cover: readonly number[]): number {
	return cover.reduce((sum, column) => sum + (problem.weights[column] ?? 0), 0)
}

/**
 * A cover by choosing again and again the column with the lowest cost for each row that it newly covers, then leaving out what turned out
 * to be superfluous, the heaviest first. Ties go to the lower number.
 */
export function greedyCover(problem: Cover, costs: ArrayLike<number>, work: Work): number[] {
	const { rows, columns, weights } = problem
	const times = new Int32Array(rows.length)
	const fresh = Int32Array.from(columns, (members) => members.length)
	const chosen: number[] = []
	function choose(column: number): void {
		chosen.push(column)
		for (const row of columns[column] ?? []) {
			const before = times[row] ?? 0
			times[row] = before + 1
			if (before > 0) continue
			for (const other of rows[row] ?? []) fresh[other] = (fresh[other] ?? 0) - 1
			work.left -= 2 * (rows[row]?.length ?? 0)
		}
	}
	for (;;) {
		let best = -1
		let bestCost = Infinity
		for (let column = 0; column < fresh.length; column += 1) {
			const covers = fresh[column] ?? 0
			if (covers === 0) continue
			const cost = costs[column] ?? 0
			// A negative cost is a gain whatever it covers: the more rows the better.
			const each = cost > 0 ? cost / covers : cost * covers
			if (each < bestCost) {
				bestCost = each
				best = column
			}
		}
		work.left -= 2 * fresh.length
		if (best === -1) break
		choose(best)
	}
	const kept = new Set(chosen)
	const heaviest = [...chosen].sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0) || other - one)
	for (const column of heaviest) {
		const members = columns[column] ?? []
		if (!members.every((row) => (times[row] ?? 0) > 1)) continue
		kept.delete(column)
		for (const row of members) times[row] = (times[row] ?? 0) - 1
	}
	return [...kept].sort((one, other) => one - other)
}
