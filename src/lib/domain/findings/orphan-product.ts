import { byCodeUnit } from '../model/atlas.ts'
import { effortOf } from './effort.ts'
import type { Finding, FindingContext } from './finding.ts'

/** A product that answers no need of any persona on the map. */
export function findOrphanProduct({ atlas, coverage }: FindingContext): Finding[] {
	return [...atlas.products.keys()]
		.sort(byCodeUnit)
		.filter((product) => coverage.needsOf(product).every((need) => coverage.pairsOfNeed(need).length === 0))
		.map((product) => ({
			kind: 'orphan-product',
			priority: coverage.channelsOf(product).reduce((sum, channel) => sum + effortOf(atlas, channel), 0),
			product
		}))
}
