import { byCodeUnit } from '../model/atlas.ts'
import { effortOf } from './effort.ts'
import type { Finding, FindingContext } from './finding.ts'

/**
 * Two products on one channel that answer the same needs there, each need wanted on the channel by someone.
 * Starts from the needs that are wanted there and pairs up their supply, so channels full of unrelated products cost nothing.
 */
export function findDuplicateDelivery({ atlas, coverage }: FindingContext): Finding[] {
	return coverage.ledger.flatMap(({ channel, wanted }) => {
		const doubles = new Map<string, Map<string, string[]>>()
		const needs = [...new Set(wanted.map(({ need }) => need))].sort(byCodeUnit)
		for (const need of needs) {
			const products = coverage.supply(need, channel)
			for (const [at, one] of products.entries()) {
				for (const other of products.slice(at + 1)) {
					let others = doubles.get(one)
					if (others === undefined) doubles.set(one, (others = new Map()))
					const shared = others.get(other)
					if (shared === undefined) others.set(other, [need])
					else shared.push(need)
				}
			}
		}
		const priority = effortOf(atlas, channel)
		return [...doubles].flatMap(([one, others]) =>
			[...others].map(([other, shared]): Finding => ({
				kind: 'duplicate-delivery',
				priority,
				channel,
				products: [one, other],
				needs: shared
			}))
		)
	})
}
