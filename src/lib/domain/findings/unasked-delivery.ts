import { effortOf } from './effort.ts'
import type { Finding, FindingContext } from './finding.ts'

/** A delivery on a channel that nobody who needs the product asked for, where all of them said what they prefer. */
export function findUnaskedDelivery({ atlas, coverage }: FindingContext): Finding[] {
	return coverage.deliveries
		.filter(({ product, channel }) => {
			let asked = false
			for (const need of coverage.needsOf(product)) {
				for (const { preferred } of coverage.pairsOfNeed(need)) {
					if (preferred.length === 0 || preferred.some((wanted) => wanted.channel === channel)) return false
					asked = true
				}
			}
			return asked
		})
		.map(({ product, channel }) => ({
			kind: 'unasked-delivery',
			priority: effortOf(atlas, channel),
			product,
			channel
		}))
}
