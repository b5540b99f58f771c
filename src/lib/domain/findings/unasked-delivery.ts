import { effortOf } from './effort.ts'
import type { Finding, FindingContext } from './finding.ts'
import { demandByProduct } from './product-demand.ts'

/** A delivery on a channel that nobody who needs the product asked for, where all of them said what they prefer. */
export function findUnaskedDelivery({ atlas, coverage }: FindingContext): Finding[] {
	const found: Finding[] = []
	for (const [product, { isNeeded, isKnown, channels }] of demandByProduct(coverage)) {
		if (!isNeeded || !isKnown) continue
		for (const channel of coverage.channelsOf(product)) {
			if (channels.has(channel)) continue
			found.push({ kind: 'unasked-delivery', priority: effortOf(atlas, channel), product, channel })
		}
	}
	return found
}
