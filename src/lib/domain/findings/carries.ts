import type { Atlas } from '../model/atlas.ts'

/** Whether the channel can carry the product's kind; a channel that says nothing carries any. */
export function canCarry(atlas: Atlas, channel: string, product: string): boolean {
	const carries = atlas.channels.get(channel)?.carries ?? []
	const kind = atlas.products.get(product)?.kind
	return carries.length === 0 || (kind !== undefined && carries.includes(kind))
}
