import { length } from '../../pictures/escaped.ts'
import type { PageColours } from '../house-colours.ts'
import type { Face } from '../layout/lines.ts'
import type { Align, ImageItem, Item, Page, PictureItem, TableItem, TextItem } from '../layout/page.ts'
import { cellPlace, markMarkup, paintOf, pictureShape, shapeMarkup } from './drawn.ts'
import { element, type Markup } from './markup.ts'

/** A page as HTML: what the preview shows and what is printed. Text is text, in reading order, with its roles, at the places of the layout. */
export function pageHtml(page: Page, colours: PageColours, fonts: string): Markup {
	const style = `position:relative;overflow:hidden;width:${pt(page.width)};height:${pt(page.height)};background:${colours.surface};color:${colours.ink};font-family:${fonts}`
	return element(
		'section',
		{ class: 'sheet', lang: page.language, 'aria-label': page.label, style },
		grouped(page.items, colours)
	)
}

function pt(value: number): string {
	return `${length(value)}pt`
}

function box(x: number, y: number, width: number, height: number): string {
	return `position:absolute;left:${pt(x)};top:${pt(y)};width:${pt(width)};height:${pt(height)}`
}

/** Entries of one list stand in one list, whatever is drawn between them. */
function grouped(items: readonly Item[], colours: PageColours): Markup[] {
	const children: Markup[] = []
	const entries = new Map<string, Markup[]>()
	for (const item of items) {
		if (item.type === 'text' && item.list !== undefined) {
			const known = entries.get(item.list)
			const entry = element('div', { role: 'listitem', style: textStyle(item, colours) }, linesOf(item.lines))
			if (known !== undefined) {
				known.push(entry)
				continue
			}
			const list = [entry]
			entries.set(item.list, list)
			children.push(element('div', { role: 'list' }, list))
			continue
		}
		children.push(itemMarkup(item, colours))
	}
	return children
}

function itemMarkup(item: Item, colours: PageColours): Markup {
	switch (item.type) {
		case 'text':
			return textMarkup(item, colours)
		case 'table':
			return tableMarkup(item, colours)
		case 'shape':
		case 'mark':
			return drawingMarkup(item, colours)
		case 'image':
			return imageMarkup(item)
		case 'picture':
			return pictureMarkup(item, colours)
	}
}

const tagOf = { h1: 'h1', h2: 'h2', h3: 'h3', p: 'p', quote: 'blockquote', li: 'p', foot: 'p' } as const

function textMarkup(item: TextItem, colours: PageColours): Markup {
	const attributes = { style: textStyle(item, colours), 'aria-hidden': item.repeated ? 'true' : undefined }
	return element(item.repeated ? 'div' : tagOf[item.role], attributes, linesOf(item.lines))
}

function faceStyle({ weight, italic }: Face): string {
	return `font-weight:${weight}${italic ? ';font-style:italic' : ''}`
}

function alignStyle(align: Align): string {
	return align === 'start' ? '' : `;text-align:${align === 'end' ? 'right' : 'center'}`
}

function textStyle(item: TextItem, colours: PageColours): string {
	const { x, y, width, height, size, leading, face, ink, align } = item
	return `${box(x, y, width, height)};z-index:1;margin:0;font-size:${pt(size)};line-height:${pt(leading)};${faceStyle(face)};color:${colours[ink]}${alignStyle(align)}`
}

/** Lines as they were broken: the browser breaks none of its own. The space that a line ends with is for whoever copies or hears the text. */
function linesOf(lines: readonly string[]): Markup[] {
	return lines.map((line) => element('span', { style: 'display:block;white-space:pre' }, [line.replace('\n', ' ')]))
}

function tableMarkup(table: TableItem, colours: PageColours): Markup {
	const rows = table.rows.map((row) => {
		const cells = row.cells.map((cell) => {
			const place = cellPlace(table, row, cell)
			const ink = `margin:0;font-size:${pt(table.size)};line-height:${pt(table.leading)};${faceStyle(cell.face)};color:${colours[cell.ink]}${alignStyle(cell.align)}`
			const style = `${box(place.x, place.y, place.width, row.height - 2 * table.padY)};${ink}`
			return element('div', { role: row.head ? 'columnheader' : 'cell', style }, linesOf(cell.lines))
		})
		return element('div', { role: 'row', 'aria-hidden': row.repeated ? 'true' : undefined }, cells)
	})
	return element('div', {}, [
		drawn(table.x, table.y, table.width, table.height, tableLines(table, colours)),
		element('div', { role: 'table' }, rows)
	])
}

/** The lines under the rows of a table, a strong one under its head, and the signs in its cells. */
export function tableLines(table: TableItem, colours: PageColours): Markup[] {
	return table.rows.flatMap((row) => {
		const y = row.y + row.height - (row.head ? 0.9 : 0.5)
		const line = element('rect', {
			x: table.x,
			y,
			width: table.width,
			height: row.head ? 0.9 : 0.5,
			fill: colours[row.head ? 'line-strong' : 'line']
		})
		const marks = row.cells.flatMap((cell) => {
			const { mark } = cellPlace(table, row, cell)
			return mark === null ? [] : [markMarkup(mark, colours)]
		})
		return [line, ...marks]
	})
}

/** A drawing that says nothing that is not said in text. Its own coordinates are those of the page. */
function drawn(x: number, y: number, width: number, height: number, children: readonly Markup[]): Markup {
	return element(
		'svg',
		{
			'aria-hidden': 'true',
			preserveAspectRatio: 'none',
			viewBox: `${length(x)} ${length(y)} ${length(width)} ${length(height)}`,
			style: `${box(x, y, width, height)};overflow:visible`
		},
		children
	)
}

function drawingMarkup(item: Extract<Item, { type: 'shape' | 'mark' }>, colours: PageColours): Markup {
	if (item.type === 'mark') return drawn(item.x, item.y, item.size, item.size, [markMarkup(item, colours)])
	const { fill, stroke } = paintOf(item, colours)
	const { shape } = item
	const inside = [shapeMarkup(shape, fill, stroke, colours)]
	if (shape.type === 'rect') return drawn(shape.x, shape.y, shape.width, shape.height, inside)
	if (shape.type === 'circle') {
		const { x, y, radius } = shape
		return drawn(x - radius, y - radius, 2 * radius, 2 * radius, inside)
	}
	return drawn(0, 0, 1, 1, inside)
}

function imageMarkup({ href, alt, round, x, y, width, height }: ImageItem): Markup {
	const cut = round ? ';border-radius:50%;object-fit:cover' : ''
	return element('img', { src: href, alt, style: `${box(x, y, width, height)};max-width:none${cut}` })
}

function pictureMarkup({ picture, x, y, width, height }: PictureItem, colours: PageColours): Markup {
	const { title, description } = picture
	return element(
		'svg',
		{
			role: 'img',
			'aria-label': [title, description].filter((text) => text !== '').join('. '),
			viewBox: `0 0 ${length(picture.width)} ${length(picture.height)}`,
			style: box(x, y, width, height)
		},
		picture.shapes.map((shape) => pictureShape(shape, colours))
	)
}
