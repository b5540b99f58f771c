import type { Finding, FindingContext } from './finding.ts'

/** A delivery that everybody who wants the channel has something better for: a fallback, to know about. */
export function findShadowedDelivery({ coverage }: FindingContext): Finding[] {
	return coverage.deliveries
		.filter(({ product, channel }) => {
			let wanted = false
			for (const need of coverage.needsOf(product)) {
				for (const { preferred, bestRank } of coverage.pairsOfNeed(need)) {
					const want = preferred.find((preference) => preference.channel === channel)
					if (want === undefined) continue
					if (bestRank === null || bestRank >= want.rank) return false
					wanted = true
				}
			}
			return wanted
		})
		.map(({ product, channel }) => ({ kind: 'shadowed-delivery', priority: 0, product, channel }))
}
