import type { Coverage, LensDelivery } from '../coverage/coverage.ts'
import { effortOf } from '../findings/effort.ts'
import { linkKey, type Atlas } from '../model/atlas.ts'
import { leastCover } from './least-cover.ts'

/** Deliveries that can be stopped without making any pair's best rank worse (model, section 5). Lists are by product, then channel. */
export type SafeStops = Readonly<{
	/** Each of these, as long as all others stay. */
	alone: readonly LensDelivery[]
	/** All of these at once. */
	together: readonly LensDelivery[]
	/** Whether it is proved that no other set stopped at once saves more effort. */
	exact: boolean
	/** What stopping `together` saves, in the workspace's unit of effort. */
	effort: number
	/** No set stopped at once saves more than this: the effort itself where `exact`. */
	bound: number
	/** How many conditions were weighed: sets of deliveries of which one must stay. */
	conditions: number
}>

/** How far the search goes before it settles for an approximation: for pages that must answer at once, and for reports that may take seconds. */
export const searchSteps = { quick: 30_000_000, thorough: 1_000_000_000 } as const

/**
 * For each need the deliveries of which one at least must stay, as numbers of `coverage.deliveries`: those on the channels of a pair's best
 * rank. Pairs that nothing preferred serves ask for nothing.
 */
function indispensable(coverage: Coverage): number[][] {
	const numbers = new Map(
		coverage.deliveries.map(({ product, channel }, number) => [linkKey(product, channel), number])
	)
	const sets = new Map<string, number[]>()
	for (const { need, bestRank, preferred } of coverage.pairs) {
		if (bestRank === null) continue
		const set = preferred
			.filter(({ rank }) => rank === bestRank)
			.flatMap(({ channel }) => coverage.supply(need, channel).map((product) => numbers.get(linkKey(product, channel))))
			.filter((number) => number !== undefined)
			.sort((left, right) => left - right)
		sets.set(set.join(), set)
	}
	return [...sets.values()]
}

/**
 * What can be stopped safely in the lens. Keeping the least effort of which every pair has one delivery on its best channels is a set cover,
 * solved exactly for maps of any usual size; where `steps` of search do not suffice, `together` is a greedy choice at the prices of the linear
 * relaxation, safe but maybe not the largest, and `exact` is false. Of deliveries that cost nothing as many as possible are stopped too.
 */
export function safeStops(atlas: Atlas, coverage: Coverage, steps: number = searchSteps.quick): SafeStops {
	const { deliveries } = coverage
	const sets = indispensable(coverage)
	const efforts = deliveries.map(({ channel }) => effortOf(atlas, channel))
	const only = new Set(sets.flatMap((set) => (set.length === 1 ? set : [])))
	const { columns, exact, lower } = leastCover(efforts, sets, steps)
	const kept = withoutSuperfluous(columns, efforts, sets)
	const together = deliveries.filter((_, number) => !kept.has(number))
	const effort = together.reduce((sum, { channel }) => sum + effortOf(atlas, channel), 0)
	const all = efforts.reduce((sum, one) => sum + one, 0)
	return {
		alone: deliveries.filter((_, number) => !only.has(number)),
		together,
		exact,
		effort,
		bound: exact ? effort : Math.max(effort, all - lower),
		conditions: sets.length
	}
}

/** Leaves out, the most effort first, what no set needs any more. */
function withoutSuperfluous(
	columns: readonly number[],
	efforts: readonly number[],
	sets: readonly (readonly number[])[]
): Set<number> {
	const kept = new Set(columns)
	const held = sets.map((set) => set.filter((number) => kept.has(number)).length)
	const setsOf = new Map<number, number[]>()
	for (const [at, set] of sets.entries()) {
		for (const number of set) {
			const list = setsOf.get(number)
			if (list === undefined) setsOf.set(number, [at])
			else list.push(at)
		}
	}
	const dearest = [...columns].sort((left, right) => (efforts[right] ?? 0) - (efforts[left] ?? 0) || left - right)
	for (const number of dearest) {
		const needed = setsOf.get(number) ?? []
		if (!needed.every((at) => (held[at] ?? 0) > 1)) continue
		kept.delete(number)
		for (const at of needed) held[at] = (held[at] ?? 0) - 1
	}
	return kept
}
