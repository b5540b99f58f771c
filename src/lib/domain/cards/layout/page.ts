import type { Picture, Shape, Tone } from '../../pictures/picture.ts'
import type { Mark } from '../block.ts'
import type { Face } from './lines.ts'

/** The colours of a page, by meaning: those of pictures, and the second colour of the house. `accent` is its first. */
export type Ink = Tone | 'secondary' | 'secondary-soft' | 'accent-strong'

/** What a text is, for whoever hears the page: levels of headings, paragraphs, entries of lists, what stands on every page. */
export type TextRole = 'h1' | 'h2' | 'h3' | 'p' | 'quote' | 'li' | 'foot'

export type Align = 'start' | 'middle' | 'end'

/** Lines of one text. Two pieces of one text on two pages have the same `id`. Lengths in points from the top left of the page. */
export type TextItem = Readonly<{
	type: 'text'
	id: string
	role: TextRole
	/** Entries with the same list follow each other in one list. */
	list?: string
	x: number
	y: number
	width: number
	height: number
	lines: readonly string[]
	size: number
	/** From one line to the next. */
	leading: number
	face: Face
	ink: Ink
	align: Align
	/** Said already on an earlier page. */
	repeated: boolean
}>

export type TableCell = Readonly<{
	id: string
	x: number
	width: number
	/** How far from its left what is in it begins. */
	indent: number
	lines: readonly string[]
	mark: Mark | null
	face: Face
	ink: Ink
	align: Align
}>
export type TableRow = Readonly<{
	y: number
	height: number
	head: boolean
	repeated: boolean
	cells: readonly TableCell[]
}>
/** Rows of a table on one page. Cells are padded by `pad`, and hold text of one size. */
export type TableItem = Readonly<{
	type: 'table'
	id: string
	x: number
	y: number
	width: number
	height: number
	size: number
	leading: number
	padX: number
	padY: number
	columns: readonly number[]
	rows: readonly TableRow[]
}>
/** A shape. `ink`, `line` and `color` stand for its own fill and line: colours of the house, or someone's own as #rrggbb. */
export type ShapeItem = Readonly<{ type: 'shape'; shape: Shape; ink?: Ink; line?: Ink; color?: string }>
/** A sign in a square of that size. */
export type MarkItem = Readonly<{ type: 'mark'; mark: Mark; x: number; y: number; size: number }>
/** A raster picture as a data URL; `round`: cut to a circle. */
export type ImageItem = Readonly<{
	type: 'image'
	href: string
	alt: string
	round: boolean
	x: number
	y: number
	width: number
	height: number
}>
/** A drawing, scaled to a place. */
export type PictureItem = Readonly<{
	type: 'picture'
	picture: Picture
	x: number
	y: number
	width: number
	height: number
}>
export type Item = TextItem | TableItem | ShapeItem | MarkItem | ImageItem | PictureItem

/** One page, ready to be drawn: every length is known, later items lie over earlier ones, and the order is that of reading. */
export type Page = Readonly<{
	deliverable: string
	/** What the page is called in a list of pages. */
	label: string
	/** BCP 47: the language of its words. */
	language: string
	width: number
	height: number
	items: readonly Item[]
	/** What its statements rest on. */
	notes: readonly string[]
}>

/** An item as much further right and down. */
export function moved(item: Item, dx: number, dy: number): Item {
	if (item.type === 'shape') return { ...item, shape: movedShape(item.shape, dx, dy) }
	if (item.type === 'table') {
		const rows = item.rows.map((row) => ({
			...row,
			y: row.y + dy,
			cells: row.cells.map((cell) => ({ ...cell, x: cell.x + dx }))
		}))
		return { ...item, x: item.x + dx, y: item.y + dy, rows }
	}
	return { ...item, x: item.x + dx, y: item.y + dy }
}

/** Paths keep their own coordinates: on pages they occur in pictures only. */
function movedShape(shape: Shape, dx: number, dy: number): Shape {
	return shape.type === 'path' ? shape : { ...shape, x: shape.x + dx, y: shape.y + dy }
}

/** The box round an item. */
export function boxOf(item: Item): { x: number; y: number; width: number; height: number } {
	if (item.type === 'mark') return { x: item.x, y: item.y, width: item.size, height: item.size }
	if (item.type !== 'shape') return item
	const { shape } = item
	switch (shape.type) {
		case 'rect':
			return shape
		case 'circle':
			return {
				x: shape.x - shape.radius,
				y: shape.y - shape.radius,
				width: 2 * shape.radius,
				height: 2 * shape.radius
			}
		case 'path':
		case 'text':
			return { x: 0, y: 0, width: 0, height: 0 }
	}
}
