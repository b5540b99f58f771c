import { canCarry } from './carries.ts'
import { effortOf } from './effort.ts'
import type { Finding, FindingContext } from './finding.ts'

/** A delivery on a channel that cannot carry this kind of offer. */
export function findUnsuitableDelivery({ atlas, coverage }: FindingContext): Finding[] {
	return coverage.deliveries
		.filter(({ product, channel }) => !canCarry(atlas, channel, product))
		.map(({ product, channel }) => ({
			kind: 'unsuitable-delivery',
			priority: effortOf(atlas, channel),
			product,
			channel
		}))
}
