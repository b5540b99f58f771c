import { length } from '../../pictures/escaped.ts'
import type { PageColours } from '../house-colours.ts'
import type { Face } from '../layout/lines.ts'
import type { Align, Item, Page, TableItem, TextItem } from '../layout/page.ts'
import { cellPlace, markMarkup, paintOf, pictureShape, shapeMarkup } from './drawn.ts'
import { element, xmlText, type Markup } from './markup.ts'
import { tableLines } from './page-html.ts'

/** How far below the top of its line the baseline of a text is, in parts of its size, when the line is as high as the size. */
export const ascent = 0.36

/** The baseline of a line from the top of its text. */
export function baseline(size: number, leading: number, line: number): number {
	return line * leading + leading / 2 + size * ascent
}

/** A page as the text of an SVG file in points, with text as text. The same page gives the same bytes. */
export function pageSvg(page: Page, colours: PageColours, fonts: string): string {
	const { width, height } = page
	return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(
		element(
			'svg',
			{
				lang: page.language,
				xmlns: 'http://www.w3.org/2000/svg',
				width: `${length(width)}pt`,
				height: `${length(height)}pt`,
				viewBox: `0 0 ${length(width)} ${length(height)}`,
				'font-family': fonts
			},
			[
				element('title', {}, [page.label]),
				element('rect', { width, height, fill: colours.surface }),
				...page.items.flatMap((item, at) => itemMarkup(item, `clip-${at}`, colours))
			]
		)
	)}\n`
}

function itemMarkup(item: Item, clip: string, colours: PageColours): Markup[] {
	switch (item.type) {
		case 'text':
			return [textMarkup(item, colours)]
		case 'table':
			return [...tableLines(item, colours), ...tableTexts(item, colours)]
		case 'mark':
			return [markMarkup(item, colours)]
		case 'shape': {
			const { fill, stroke } = paintOf(item, colours)
			return [shapeMarkup(item.shape, fill, stroke, colours)]
		}
		case 'image': {
			const { href, x, y, width, height, round, alt } = item
			const image = element(
				'image',
				{
					href,
					x,
					y,
					width,
					height,
					preserveAspectRatio: 'xMidYMid slice',
					'clip-path': round ? `url(#${clip})` : undefined
				},
				[element('title', {}, [alt])]
			)
			if (!round) return [image]
			const circle = element('circle', { cx: x + width / 2, cy: y + height / 2, r: width / 2 })
			return [element('clipPath', { id: clip }, [circle]), image]
		}
		case 'picture': {
			const { picture, x, y, width } = item
			const scale = width / picture.width
			const transform = `translate(${length(x)} ${length(y)}) scale(${String(Math.round(scale * 1e5) / 1e5)})`
			return [
				element(
					'g',
					{ transform },
					picture.shapes.map((shape) => pictureShape(shape, colours))
				)
			]
		}
	}
}

function anchored(align: Align, x: number, width: number): { x: number; 'text-anchor': string | undefined } {
	if (align === 'start') return { x, 'text-anchor': undefined }
	return align === 'end' ? { x: x + width, 'text-anchor': 'end' } : { x: x + width / 2, 'text-anchor': 'middle' }
}

function faceOf({ weight, italic }: Face): Record<string, string | undefined> {
	return { 'font-weight': weight === 400 ? undefined : String(weight), 'font-style': italic ? 'italic' : undefined }
}

/** One text element for a text of several lines, so that it is selected and edited as one. */
function lineSpans(lines: readonly string[], x: number, y: number, size: number, leading: number): Markup[] {
	return lines.map((line, at) => element('tspan', { x, y: y + baseline(size, leading, at) }, [line.trimEnd()]))
}

function textMarkup(item: TextItem, colours: PageColours): Markup {
	const { x, 'text-anchor': anchor } = anchored(item.align, item.x, item.width)
	return element(
		'text',
		{ 'font-size': item.size, fill: colours[item.ink], 'text-anchor': anchor, ...faceOf(item.face) },
		lineSpans(item.lines, x, item.y, item.size, item.leading)
	)
}

function tableTexts(table: TableItem, colours: PageColours): Markup[] {
	return table.rows.flatMap((row) =>
		row.cells.flatMap((cell) => {
			if (cell.lines.length === 0) return []
			const place = cellPlace(table, row, cell)
			const { x, 'text-anchor': anchor } = anchored(cell.align, place.x, place.width)
			const attributes = {
				'font-size': table.size,
				fill: colours[cell.ink],
				'text-anchor': anchor,
				...faceOf(cell.face)
			}
			return [element('text', attributes, lineSpans(cell.lines, x, place.y, table.size, table.leading))]
		})
	)
}
