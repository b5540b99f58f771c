import type { LinkTable, NodeTable } from '../model/atlas.ts'

/** How things and links are called on a canvas, in the user's language. */
export type CanvasWords = Readonly<{
	table: Readonly<Record<NodeTable, string>>
	link: Readonly<Record<LinkTable, string>>
	/** A member of an enumeration: `buy` of `stage`. */
	member: (field: string, member: string) => string
}>

/** The colour of each type, of the six that JSON Canvas names (1 red, 2 orange, 3 yellow, 4 green, 5 cyan, 6 purple). */
export const canvasColours: Readonly<Record<NodeTable, string>> = {
	personas: '1',
	values: '6',
	needs: '5',
	channels: '4',
	products: '2'
}

/** The size of a card of each type, in pixels. */
export const cardSizes: Readonly<Record<NodeTable, Readonly<{ width: number; height: number }>>> = {
	personas: { width: 280, height: 140 },
	values: { width: 200, height: 90 },
	needs: { width: 300, height: 130 },
	channels: { width: 260, height: 120 },
	products: { width: 260, height: 120 }
}
