import { length } from '../../pictures/escaped.ts'
import type { Shape, Tone } from '../../pictures/picture.ts'
import type { Mark } from '../block.ts'
import type { PageColours } from '../house-colours.ts'
import { markRoom } from '../layout/table-strips.ts'
import { markShapes } from '../layout/mark-shapes.ts'
import type { MarkItem, ShapeItem, TableCell, TableItem, TableRow } from '../layout/page.ts'
import { element, type Markup } from './markup.ts'

/** The fill and the line of a shape of a page, as colours; none where it has none. */
export function paintOf(item: ShapeItem, colours: PageColours): { fill: string; stroke: string } {
	const { shape } = item
	const own = shape.type === 'text' ? shape.tone : shape.fill
	const fill = own === undefined ? 'none' : (item.color ?? colours[item.ink ?? own])
	const line = shape.type === 'text' ? undefined : shape.line
	return { fill, stroke: line === undefined ? 'none' : colours[item.line ?? line] }
}

/** A shape as an element of SVG. */
export function shapeMarkup(shape: Shape, fill: string, stroke: string, colours: PageColours): Markup {
	const opacity = shape.opacity
	const dashed = shape.type !== 'text' && shape.dashed === true ? '4 3' : undefined
	const paint = { fill, stroke: stroke === 'none' ? undefined : stroke, 'stroke-dasharray': dashed, opacity }
	switch (shape.type) {
		case 'rect': {
			const { x, y, width, height, radius } = shape
			return element('rect', {
				x,
				y,
				width,
				height,
				rx: radius,
				...paint,
				'stroke-width': stroke === 'none' ? undefined : 0.75
			})
		}
		case 'circle':
			return element('circle', {
				cx: shape.x,
				cy: shape.y,
				r: shape.radius,
				...paint,
				'stroke-width': stroke === 'none' ? undefined : 0.75
			})
		case 'path':
			return element('path', { d: shape.d, ...paint, 'stroke-width': shape.lineWidth ?? 1 })
		case 'text': {
			const { x, y, text, size, bold = false, anchor } = shape
			return element(
				'text',
				{
					x,
					y,
					'font-size': size,
					fill: colours[shape.tone],
					'font-weight': bold ? '600' : undefined,
					'text-anchor': anchor === undefined || anchor === 'start' ? undefined : anchor,
					opacity
				},
				[text]
			)
		}
	}
}

/** The shape of a picture in the colours of the house. */
export function pictureShape(shape: Shape, colours: PageColours): Markup {
	const color = (tone: Tone | undefined) => (tone === undefined ? 'none' : colours[tone])
	return shape.type === 'text'
		? shapeMarkup(shape, color(shape.tone), 'none', colours)
		: shapeMarkup(shape, color(shape.fill), color(shape.line), colours)
}

/** A sign as an element of SVG, its square from (x, y). */
export function markMarkup({ mark, x, y, size }: Omit<MarkItem, 'type'>, colours: PageColours): Markup {
	const { ink, filled, dashed, strokes } = markShapes[mark]
	const color = colours[ink]
	return element('g', { transform: `translate(${length(x)} ${length(y)}) scale(${length(size / 12)})` }, [
		element('circle', {
			cx: 6,
			cy: 6,
			r: 5.2,
			fill: filled ? color : colours.surface,
			stroke: color,
			'stroke-width': 1.3,
			'stroke-dasharray': dashed ? '2 1.6' : undefined
		}),
		...strokes.map((points) =>
			element('path', {
				d: points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${px} ${py}`).join(''),
				fill: 'none',
				stroke: filled ? colours.surface : color,
				'stroke-width': 1.4,
				'stroke-linecap': 'round',
				'stroke-linejoin': 'round'
			})
		)
	])
}

/** Where the text of a cell begins, how wide it may be, and its first line's top, from the page's top left; and where its sign is. */
export function cellPlace(table: TableItem, row: TableRow, cell: TableCell) {
	const sign = cell.mark === null ? 0 : table.size * markRoom
	const x = cell.x + table.padX + cell.indent + sign
	const y = row.y + table.padY
	const width = cell.width - 2 * table.padX - cell.indent - sign
	return { x, y, width, mark: cell.mark === null ? null : markPlace(table, cell, cell.mark, y) }
}

/** A sign alone in its cell stands where the text would. */
function markPlace(table: TableItem, cell: TableCell, mark: Mark, y: number): Omit<MarkItem, 'type'> {
	const alone = cell.lines.length === 0 && cell.align === 'middle'
	const x = alone ? cell.x + (cell.width - table.size) / 2 : cell.x + table.padX + cell.indent
	return { mark, x, y: y + (table.leading - table.size) / 2, size: table.size }
}
