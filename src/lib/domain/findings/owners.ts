import { byCodeUnit, type Atlas } from '../model/atlas.ts'
import type { FindingReference } from '../model/decision.ts'
import { groundsOf } from './grounds.ts'

/** The owners of the products that a finding is about, in the order in which it meets them. */
export function productOwners(atlas: Atlas, finding: FindingReference): string[] {
	const products = groundsOf(atlas, finding).flatMap(({ table, key }) => (table === 'products' ? [key] : []))
	return distinct(products.map((id) => atlas.products.get(id)?.owner ?? ''))
}

/** Who might own the work on a finding: the owners of its products, then those of earlier decisions (most first), then of other products. */
export function ownerSuggestions(atlas: Atlas, finding: FindingReference): string[] {
	const times = new Map<string, number>()
	for (const { owner } of atlas.decisions.values()) times.set(owner.trim(), (times.get(owner.trim()) ?? 0) + 1)
	const earlier = [...times].sort((left, right) => right[1] - left[1] || byCodeUnit(left[0], right[0]))
	const others = [...atlas.products.values()].map(({ owner }) => owner).sort(byCodeUnit)
	return distinct([...productOwners(atlas, finding), ...earlier.map(([owner]) => owner), ...others])
}

function distinct(owners: readonly string[]): string[] {
	return [...new Set(owners.map((owner) => owner.trim()).filter((owner) => owner !== ''))]
}
