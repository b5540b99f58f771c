import type { NodeTable } from '#lib/domain/model/atlas.ts'

/** What a node is called in code, in class names and in message keys. */
export type NodeType = 'persona' | 'value' | 'need' | 'channel' | 'product'

/** The node types in the order in which the map reads from left to right. */
export const nodeTypes = ['value', 'persona', 'need', 'product', 'channel'] as const satisfies readonly NodeType[]

export const typeOfTable: Readonly<Record<NodeTable, NodeType>> = {
	personas: 'persona',
	values: 'value',
	needs: 'need',
	channels: 'channel',
	products: 'product'
}

export const tableOfType: Readonly<Record<NodeType, NodeTable>> = {
	persona: 'personas',
	value: 'values',
	need: 'needs',
	channel: 'channels',
	product: 'products'
}

export type Size = Readonly<{ width: number; height: number }>

/**
 * The size of every node type in canvas units. Fixed, so that nothing has to be measured: layout, hit tests and the
 * drawn overview all know it beforehand. Long names are clamped instead.
 */
export const sizeOfType: Readonly<Record<NodeType, Size>> = {
	persona: { width: 252, height: 80 },
	value: { width: 172, height: 44 },
	need: { width: 300, height: 80 },
	product: { width: 228, height: 72 },
	channel: { width: 256, height: 76 }
}

/**
 * The outline of each type as an SVG path in its own size: the silhouette tells the types apart without colour.
 * A person is a rounded badge, a value a pill, a need a speech bubble, a product a parcel with a cut corner, a channel a signpost.
 */
export const outlineOfType: Readonly<Record<NodeType, string>> = {
	persona: 'M40 1H240a11 11 0 0 1 11 11V68a11 11 0 0 1-11 11H40A39 39 0 0 1 40 1Z',
	value: 'M22 1H150a21 21 0 0 1 0 42H22a21 21 0 0 1 0-42Z',
	need: 'M13 1H287a12 12 0 0 1 12 12V59a12 12 0 0 1-12 12H36L18 79.5V71H13a12 12 0 0 1-12-12V13a12 12 0 0 1 12-12Z',
	product: 'M4 1H209L227 19V68a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3Z',
	channel:
		'M19 1H237a3 3 0 0 1 2.5 1.3L254.5 36.3a3 3 0 0 1 0 3.4L239.5 73.7a3 3 0 0 1-2.5 1.3H19a3 3 0 0 1-2.5-1.3L1.5 39.7a3 3 0 0 1 0-3.4L16.5 2.3A3 3 0 0 1 19 1Z'
}

/** The icon class of each type. */
export const iconOfType: Readonly<Record<NodeType, string>> = {
	persona: 'i-lucide-user-round',
	value: 'i-lucide-heart',
	need: 'i-lucide-target',
	channel: 'i-lucide-radio-tower',
	product: 'i-lucide-package'
}

/** How far inside the box of a node its outline is at a height from 0 (top) to 1, on its left or right side: links end at the outline. */
export function insetAt(type: NodeType, side: 'left' | 'right', height: number): number {
	const off = Math.abs(height - 0.5) * 2
	if (type === 'channel') return 18 * off
	const radius = type === 'value' ? 22 : type === 'persona' && side === 'left' ? 40 : 0
	return radius * (1 - Math.sqrt(1 - off * off))
}
