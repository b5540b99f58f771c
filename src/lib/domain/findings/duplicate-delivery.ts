import { byCodeUnit } from '../model/atlas.ts'
import { effortOf } from './effort.ts'
import type { Finding, FindingContext } from './finding.ts'

/**
 * Two products on one channel that answer the same needs there, each need wanted on the channel by someone.
 * Starts from the needs that are wanted there and pairs up their supply, so channels full of unrelated products cost nothing.
 */
export function findDuplicateDelivery({ atlas, coverage }: FindingContext): Finding[] {
	const found: Finding[] = []
	for (const { channel, wanted } of coverage.ledger) {
		const doubles = new Map<string, Map<string, Set<string>>>()
		for (const { need } of wanted) {
			if (coverage.fulfilling(need).length < 2) continue
			const products = coverage.supply(need, channel)
			for (let at = 0; at + 1 < products.length; at += 1) {
				for (const other of products.slice(at + 1)) addNeed(doubles, products[at] ?? other, other, need)
			}
		}
		const priority = effortOf(atlas, channel)
		for (const [one, others] of doubles) {
			for (const [other, shared] of others) {
				const needs = [...shared].sort(byCodeUnit)
				found.push({ kind: 'duplicate-delivery', priority, channel, products: [one, other], needs })
			}
		}
	}
	return found
}

function addNeed(doubles: Map<string, Map<string, Set<string>>>, one: string, other: string, need: string): void {
	let others = doubles.get(one)
	if (others === undefined) doubles.set(one, (others = new Map()))
	const shared = others.get(other)
	if (shared === undefined) others.set(other, new Set([need]))
	else shared.add(need)
}
