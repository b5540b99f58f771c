import type { NodeTable } from '#lib/domain/model/atlas.ts'

/** The colour of each type's icon; the icon itself tells them apart. */
export const entityTone: Readonly<Record<NodeTable, string>> = {
	personas: 'text-persona',
	values: 'text-value',
	needs: 'text-need',
	channels: 'text-channel',
	products: 'text-product'
}
