import { isServed, type Pair } from './pair.ts'

/** How well a set of pairs is served. */
export type Indexes = Readonly<{
	/** Weight of the served pairs / `weight`, from 0 to 1; null where no pair counts. */
	served: number | null
	/** Weight of the pairs served on their first choice / `weight`, from 0 to 1; null where no pair counts. */
	firstChoice: number | null
	/** Weight of all pairs that count, that is of all but the unknown ones. */
	weight: number
	/** Number of all pairs, with the unknown ones. */
	pairs: number
	/** Number of pairs whose preference nobody knows: shown beside the indexes, never in them. */
	unknown: number
}>

/** The indexes of a set of pairs. Weights are summed in the order given, so that equal atlases give equal bits. */
export function indexesOf(pairs: readonly Pair[]): Indexes {
	let served = 0
	let first = 0
	let weight = 0
	let unknown = 0
	for (const pair of pairs) {
		if (pair.status === 'unknown') {
			unknown += 1
			continue
		}
		weight += pair.weight
		if (isServed(pair)) served += pair.weight
		if (pair.status === 'first') first += pair.weight
	}
	const counted = pairs.length > unknown
	return {
		served: counted ? served / weight : null,
		firstChoice: counted ? first / weight : null,
		weight,
		pairs: pairs.length,
		unknown
	}
}
