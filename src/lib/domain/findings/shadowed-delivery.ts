import type { Finding, FindingContext } from './finding.ts'
import { demandByProduct } from './product-demand.ts'

/** A delivery that everybody who wants the channel has something better for: a fallback, to know about. */
export function findShadowedDelivery({ coverage }: FindingContext): Finding[] {
	const found: Finding[] = []
	for (const [product, { channels }] of demandByProduct(coverage)) {
		for (const channel of coverage.channelsOf(product)) {
			if (channels.get(channel) !== false) continue
			found.push({ kind: 'shadowed-delivery', priority: 0, product, channel })
		}
	}
	return found
}
