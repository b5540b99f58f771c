import type { Coverage } from '../coverage/coverage.ts'
import type { Pair } from '../coverage/pair.ts'
import { byCodeUnit, linkKey, type Atlas } from '../model/atlas.ts'
import { servingFixes } from './fixes.ts'

/** A delivery that is not there and would serve someone better: the map draws it dashed, one click makes it planned. */
export type MissingDelivery = Readonly<{
	product: string
	channel: string
	/** The pairs that it would serve better, in the order of pairs. */
	pairs: readonly Pair[]
	/** The sum of their weights. */
	weight: number
}>

/**
 * For each pair that is not served on its first choice the best new delivery, each delivery once; the one that helps most first.
 * Pairs whose best remedy exists already (planned, or about to stop) get none: that link is on the map.
 */
export function missingDeliveries(atlas: Atlas, coverage: Coverage): MissingDelivery[] {
	const missing = new Map<string, { product: string; channel: string; pairs: Pair[]; weight: number }>()
	for (const pair of coverage.pairs) {
		if (pair.status !== 'undelivered' && pair.status !== 'off' && pair.status !== 'second') continue
		const [best] = servingFixes(atlas, coverage, pair)
		if (best?.id !== 'deliver' || best.product === undefined || best.channel === undefined) continue
		const key = linkKey(best.product, best.channel)
		const known = missing.get(key)
		if (known === undefined) {
			missing.set(key, { product: best.product, channel: best.channel, pairs: [pair], weight: pair.weight })
		} else {
			known.pairs.push(pair)
			known.weight += pair.weight
		}
	}
	return [...missing.values()].sort(
		(left, right) =>
			right.weight - left.weight || byCodeUnit(left.product, right.product) || byCodeUnit(left.channel, right.channel)
	)
}
