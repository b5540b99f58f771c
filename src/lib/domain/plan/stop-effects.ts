import type { Coverage, LensDelivery } from '../coverage/coverage.ts'
import { isServed, type Pair } from '../coverage/pair.ts'
import { linkKey } from '../model/atlas.ts'

/** A pair that gets a worse channel, or none: its best rank before and after. */
export type StopLoss = Readonly<{ persona: string; need: string; from: number; to: number | null }>

/** Deliveries of which one at least must stay, each of which could stop alone: else these pairs lose their best channel. */
export type StopConflict = Readonly<{ deliveries: readonly LensDelivery[]; losses: readonly StopLoss[] }>

/** What stopping some deliveries at once does. */
export type StopEffect = Readonly<{
	/** The pairs whose best rank gets worse. */
	losses: readonly StopLoss[]
	/** Among the stopped, those that are safe one by one and not together. */
	conflicts: readonly StopConflict[]
	/** Weights of the pairs that are served, and served on their first choice, and of all that count: before and after. */
	before: StopFigures
	after: StopFigures
}>
export type StopFigures = Readonly<{ served: number; firstChoice: number; weight: number }>

/** What would happen to the pairs of a lens without these deliveries. */
export function stopEffect(coverage: Coverage, stopped: readonly LensDelivery[]): StopEffect {
	const gone = new Set(stopped.map(({ product, channel }) => linkKey(product, channel)))
	const losses: StopLoss[] = []
	const after = { served: 0, firstChoice: 0, weight: coverage.overall.weight }
	const before = { served: 0, firstChoice: 0, weight: coverage.overall.weight }
	for (const pair of coverage.pairs) {
		if (pair.status === 'unknown') continue
		if (isServed(pair)) before.served += pair.weight
		if (pair.status === 'first') before.firstChoice += pair.weight
		const rank = rankWithout(coverage, pair, gone)
		if (rank !== null) after.served += pair.weight
		if (rank === 1) after.firstChoice += pair.weight
		if (pair.bestRank !== null && rank !== pair.bestRank) {
			losses.push({ persona: pair.persona, need: pair.need, from: pair.bestRank, to: rank })
		}
	}
	return {
		losses,
		conflicts: stopConflicts(coverage).filter(({ deliveries }) =>
			deliveries.every(({ product, channel }) => gone.has(linkKey(product, channel)))
		),
		before,
		after
	}
}

/**
 * What must not stop together though each could alone, the smallest groups first. A group that holds another one says nothing new and is left out;
 * so is a group with a delivery that somebody cannot do without, for that one stays anyway.
 */
export function stopConflicts(coverage: Coverage): StopConflict[] {
	const groups = new Map<string, { keys: readonly string[]; deliveries: readonly LensDelivery[]; pairs: Pair[] }>()
	for (const pair of coverage.pairs) {
		if (pair.bestRank === null) continue
		const deliveries = bestDeliveries(coverage, pair)
		const keys = deliveries.map(({ product, channel }) => linkKey(product, channel)).sort()
		const known = groups.get(keys.join())
		if (known === undefined) groups.set(keys.join(), { keys, deliveries, pairs: [pair] })
		else known.pairs.push(pair)
	}
	const smallest = [...groups.values()].sort((one, other) => one.keys.length - other.keys.length)
	/** By its first key: a group that is part of another has that key in it. */
	const kept = new Map<string, (typeof smallest)[number][]>()
	for (const group of smallest) {
		const within = (key: string) =>
			(kept.get(key) ?? []).some(({ keys }) => keys.every((one) => group.keys.includes(one)))
		if (group.keys.some(within)) continue
		const [first = ''] = group.keys
		kept.set(first, [...(kept.get(first) ?? []), group])
	}
	return smallest
		.filter((group) => kept.get(group.keys[0] ?? '')?.includes(group))
		.filter(({ keys }) => keys.length > 1)
		.map(({ keys, deliveries, pairs }) => ({
			deliveries,
			losses: pairs.map((pair) => ({
				...{ persona: pair.persona, need: pair.need, from: pair.bestRank ?? 0 },
				to: rankWithout(coverage, pair, new Set(keys))
			}))
		}))
}

/** The deliveries that give a pair its best rank. */
function bestDeliveries(coverage: Coverage, { need, preferred, bestRank }: Pair): LensDelivery[] {
	return preferred
		.filter(({ rank }) => rank === bestRank)
		.flatMap(({ channel }) => coverage.supply(need, channel).map((product) => ({ product, channel })))
}

function rankWithout(coverage: Coverage, { need, preferred }: Pair, gone: ReadonlySet<string>): number | null {
	const best = preferred.find(({ channel }) =>
		coverage.supply(need, channel).some((product) => !gone.has(linkKey(product, channel)))
	)
	return best?.rank ?? null
}

/**
 * What a change of the lens has stopped together that was safe to stop one by one only, with the pairs that are worse off for it: what other
 * deliveries of the change make up for is none.
 */
export function conflictsBetween(before: Coverage, after: Coverage): StopConflict[] {
	const isStopped = ({ product, channel }: LensDelivery) => !after.isDelivered(product, channel)
	if (!before.deliveries.some(isStopped)) return []
	const ranks = new Map(after.pairs.map((pair) => [linkKey(pair.persona, pair.need), pair.bestRank]))
	return stopConflicts(before).flatMap(({ deliveries, losses }) => {
		if (!deliveries.every(isStopped)) return []
		const still = losses.flatMap((loss) => {
			const to = ranks.get(linkKey(loss.persona, loss.need))
			return to === undefined || (to !== null && to <= loss.from) ? [] : [{ ...loss, to }]
		})
		return still.length === 0 ? [] : [{ deliveries, losses: still }]
	})
}
