import type { Coverage } from '../coverage/coverage.ts'

/** What the pairs whose needs a product answers ask of channels. */
export type ProductDemand = Readonly<{
	/** Whether there are such pairs. */
	isNeeded: boolean
	/** Whether each of them has preferred channels. */
	isKnown: boolean
	/** The channels that they prefer: true where some pair has none better with supply, false where all have. */
	channels: ReadonlyMap<string, boolean>
}>

const known = new WeakMap<Coverage, ReadonlyMap<string, ProductDemand>>()

/** The demand for each product that is delivered in the lens. Two kinds of finding ask for it: kept as long as the coverage is. */
export function demandByProduct(coverage: Coverage): ReadonlyMap<string, ProductDemand> {
	let demands = known.get(coverage)
	if (demands === undefined) known.set(coverage, (demands = readDemand(coverage)))
	return demands
}

function readDemand(coverage: Coverage): ReadonlyMap<string, ProductDemand> {
	const demands = new Map<string, ProductDemand>()
	for (const { product } of coverage.deliveries) {
		if (demands.has(product)) continue
		const channels = new Map<string, boolean>()
		let isNeeded = false
		let isKnown = true
		for (const need of coverage.needsOf(product)) {
			for (const { preferred, bestRank } of coverage.pairsOfNeed(need)) {
				isNeeded = true
				if (preferred.length === 0) isKnown = false
				for (const { channel, rank } of preferred) {
					if (bestRank === null || bestRank >= rank) channels.set(channel, true)
					else if (!channels.has(channel)) channels.set(channel, false)
				}
			}
		}
		demands.set(product, { isNeeded, isKnown, channels })
	}
	return demands
}
