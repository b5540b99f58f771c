import type { Coverage } from '../coverage/coverage.ts'
import { linkKey } from '../model/atlas.ts'
import type { FindingKind } from '../model/finding-kind.ts'
import type { Finding } from './finding.ts'

/** The deliveries of the lens that findings call too much, by link key, and the kinds of these findings in the findings' order. */
export function redundantDeliveries(
	coverage: Coverage,
	findings: readonly Finding[]
): ReadonlyMap<string, readonly FindingKind[]> {
	const kindsOf = new Map<string, FindingKind[]>()
	function mark(kind: FindingKind, product: string, channel: string): void {
		const key = linkKey(product, channel)
		const known = kindsOf.get(key)
		if (known === undefined) kindsOf.set(key, [kind])
		else if (!known.includes(kind)) known.push(kind)
	}
	for (const { kind, product, products, channel } of findings) {
		if (kind === 'orphan-product' && product !== undefined) {
			for (const where of coverage.channelsOf(product)) mark(kind, product, where)
		} else if (channel !== undefined) {
			for (const one of products ?? (product === undefined ? [] : [product])) mark(kind, one, channel)
		}
	}
	return kindsOf
}
