import type PptxGenJS from 'pptxgenjs'
import type { PageColours } from '#lib/domain/cards/house-colours.ts'
import type { Face } from '#lib/domain/cards/layout/lines.ts'
import { markShapes } from '#lib/domain/cards/layout/mark-shapes.ts'
import type { Align, ImageItem, Ink, Page, PictureItem, TableItem, TextItem } from '#lib/domain/cards/layout/page.ts'
import { paintOf } from '#lib/domain/cards/out/drawn.ts'
import { printable } from '#lib/domain/pictures/escaped.ts'
import type { Shape } from '#lib/domain/pictures/picture.ts'
import { pathPoints } from './path-points.ts'

type Slide = PptxGenJS.Slide
type TextOptions = PptxGenJS.TextPropsOptions

/** What slides are made with. `pictureOf`: a raster picture as PNG or JPEG, which is all that office programs read. */
export type SlideSetting = Readonly<{ colours: PageColours; typeface: string; pictureOf(href: string): string }>

const inch = 72
/** A text box is a little wider than its text, so that no program breaks a line earlier than it was broken here. */
const slack = 3

function hex(color: string): string {
	return color.replace('#', '').toUpperCase()
}

function box(x: number, y: number, width: number, height: number): { x: number; y: number; w: number; h: number } {
	return { x: x / inch, y: y / inch, w: Math.max(width, 0.5) / inch, h: Math.max(height, 0.5) / inch }
}

/** Text as it stands in a slide: its paragraphs, flowing. */
function textOf(lines: readonly string[]): string {
	return printable(lines.join('')).trimEnd()
}

function alignOf(align: Align): 'left' | 'right' | 'center' {
	return align === 'start' ? 'left' : align === 'end' ? 'right' : 'center'
}

function faceOptions(face: Face, typeface: string): TextOptions {
	return { bold: face.weight > 400, italic: face.italic, fontFace: typeface }
}

/** A page as a slide: texts as text boxes, tables as tables, shapes as shapes. What its statements rest on stands in the notes. */
export function addSlide(pptx: PptxGenJS, page: Page, setting: SlideSetting): void {
	const slide = pptx.addSlide()
	slide.background = { color: hex(setting.colours.surface) }
	for (const item of page.items) {
		switch (item.type) {
			case 'text':
				addText(slide, item, page.language, setting)
				break
			case 'table':
				addTable(slide, item, page.language, setting)
				break
			case 'shape': {
				const { fill, stroke } = paintOf(item, setting.colours)
				addShape(slide, item.shape, fill, stroke, setting)
				break
			}
			case 'mark':
				addMark(slide, item.mark, item.x, item.y, item.size, setting)
				break
			case 'image':
				addImage(slide, item, setting)
				break
			case 'picture':
				addPicture(slide, item, setting)
				break
		}
	}
	if (page.notes.length > 0) slide.addNotes(printable(page.notes.join('\n')))
}

function addText(slide: Slide, item: TextItem, lang: string, { colours, typeface }: SlideSetting): void {
	const text = textOf(item.lines)
	if (text === '') return
	const wider = item.align === 'middle' ? item.x - slack / 2 : item.align === 'end' ? item.x - slack : item.x
	slide.addText(text, {
		...box(wider, item.y, item.width + slack, item.height),
		...faceOptions(item.face, typeface),
		lang,
		fontSize: item.size,
		lineSpacing: item.leading,
		color: hex(colours[item.ink]),
		align: alignOf(item.align),
		valign: 'top',
		margin: 0,
		fit: 'none',
		wrap: true,
		objectName: item.role === 'h1' ? 'Title' : item.role
	})
}

function addTable(slide: Slide, table: TableItem, lang: string, setting: SlideSetting): void {
	const { colours, typeface } = setting
	const rows = table.rows.map((row) =>
		row.cells.map((cell): PptxGenJS.TableCell => {
			const look: TextOptions = {
				...faceOptions(cell.face, typeface),
				lang,
				fontSize: table.size,
				lineSpacing: table.leading,
				color: hex(colours[cell.ink])
			}
			const runs: PptxGenJS.TableCell[] = []
			if (cell.mark !== null) {
				const { character, ink } = markShapes[cell.mark]
				const gap = cell.lines.length === 0 ? '' : ' '
				runs.push({ text: `${character}${gap}`, options: { ...look, bold: true, color: hex(colours[ink]) } })
			}
			const text = textOf(cell.lines)
			if (text !== '') runs.push({ text, options: { ...look } })
			const line = {
				type: 'solid',
				pt: row.head ? 0.9 : 0.5,
				color: hex(colours[row.head ? 'line-strong' : 'line'])
			} as const
			const align = cell.mark !== null && cell.indent > 0 ? 'center' : alignOf(cell.align)
			return {
				text: runs.length === 0 ? '' : runs,
				options: {
					...look,
					align,
					valign: 'top',
					margin: [table.padY, table.padX - 1, table.padY, table.padX],
					border: [{ type: 'none' }, { type: 'none' }, line, { type: 'none' }]
				}
			}
		})
	)
	slide.addTable(rows, {
		x: table.x / inch,
		y: table.y / inch,
		colW: table.columns.map((width) => width / inch),
		rowH: table.rows.map(({ height }) => height / inch),
		autoPage: false
	})
}

function paint(fill: string, stroke: string, width: number, shape: Shape): PptxGenJS.ShapeProps {
	const transparency = Math.round((1 - (shape.opacity ?? 1)) * 100)
	const isDashed = shape.type !== 'text' && shape.dashed === true
	return {
		...(fill === 'none' ? {} : { fill: { color: hex(fill), transparency } }),
		...(stroke === 'none'
			? {}
			: { line: { color: hex(stroke), width, transparency, ...(isDashed ? { dashType: 'dash' as const } : {}) } })
	}
}

function addShape(slide: Slide, shape: Shape, fill: string, stroke: string, setting: SlideSetting, scale = 1): void {
	switch (shape.type) {
		case 'rect': {
			const { x, y, width, height, radius = 0 } = shape
			const least = Math.min(width, height)
			slide.addShape(radius > 0 ? 'roundRect' : 'rect', {
				...box(x, y, width, height),
				...paint(fill, stroke, 0.75 * scale, shape),
				...(radius > 0 ? { rectRadius: Math.min(radius, least / 2) / inch } : {})
			})
			return
		}
		case 'circle': {
			const { x, y, radius } = shape
			slide.addShape('ellipse', {
				...box(x - radius, y - radius, 2 * radius, 2 * radius),
				...paint(fill, stroke, 0.75 * scale, shape)
			})
			return
		}
		case 'path': {
			const { points, x, y, width, height } = pathPoints(shape.d, scale)
			if (points.length === 0) return
			slide.addShape(ownOutline, {
				...box(x, y, width, height),
				...paint(fill, stroke, (shape.lineWidth ?? 1) * scale, shape),
				points
			})
			return
		}
		case 'text':
			addPictureText(slide, shape, scale, fill, setting)
	}
}

// The library's list of names lacks the one for an outline of one's own.
const ownOutline = 'custGeom' as PptxGenJS.SHAPE_NAME

function addPictureText(
	slide: Slide,
	{ x, y, text, size, bold = false, anchor = 'start' }: Extract<Shape, { type: 'text' }>,
	scale: number,
	fill: string,
	{ typeface }: SlideSetting
): void {
	// A text of a drawing has a place but no width: its box is as wide as it could be.
	const width = Math.max(text.length * size * 1.1, size * 2)
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
	slide.addText(printable(text), {
		...box(left, y - size, width, size * 1.25),
		fontFace: typeface,
		fontSize: Math.max(1, size),
		bold,
		color: hex(fill),
		align: alignOf(anchor),
		valign: 'top',
		margin: 0,
		wrap: false,
		fit: 'none',
		lineSpacing: size * 1.2,
		objectName: `text ${String(Math.round(scale * 100))}`
	})
}

function addMark(
	slide: Slide,
	mark: keyof typeof markShapes,
	x: number,
	y: number,
	size: number,
	setting: SlideSetting
): void {
	const { ink, character } = markShapes[mark]
	slide.addText(character, {
		...box(x - 1, y - size * 0.1, size * 1.4, size * 1.2),
		fontFace: setting.typeface,
		fontSize: size,
		bold: true,
		color: hex(setting.colours[ink as Ink]),
		align: 'left',
		valign: 'top',
		margin: 0,
		wrap: false,
		fit: 'none',
		objectName: 'mark'
	})
}

function addImage(
	slide: Slide,
	{ href, alt, round, x, y, width, height }: ImageItem,
	{ pictureOf }: SlideSetting
): void {
	slide.addImage({ ...box(x, y, width, height), data: pictureOf(href), altText: printable(alt), rounding: round })
}

/** A drawing as shapes of the slide, scaled to its place. */
function addPicture(slide: Slide, { picture, x, y, width }: PictureItem, setting: SlideSetting): void {
	const scale = width / picture.width
	for (const shape of picture.shapes) {
		const fill =
			shape.type === 'text'
				? setting.colours[shape.tone]
				: shape.fill === undefined
					? 'none'
					: setting.colours[shape.fill]
		const stroke = shape.type === 'text' || shape.line === undefined ? 'none' : setting.colours[shape.line]
		addShape(slide, scaled(shape, x, y, scale), fill, stroke, setting, scale)
	}
}

function scaled(shape: Shape, x: number, y: number, scale: number): Shape {
	switch (shape.type) {
		case 'rect':
			return {
				...shape,
				x: x + shape.x * scale,
				y: y + shape.y * scale,
				width: shape.width * scale,
				height: shape.height * scale,
				radius: (shape.radius ?? 0) * scale
			}
		case 'circle':
			return { ...shape, x: x + shape.x * scale, y: y + shape.y * scale, radius: shape.radius * scale }
		case 'text':
			return { ...shape, x: x + shape.x * scale, y: y + shape.y * scale, size: shape.size * scale }
		case 'path':
			return { ...shape, d: placedPath(shape.d, x, y, scale) }
	}
}

/** A path of absolute commands at another place. Its numbers come in pairs of x and y. */
function placedPath(d: string, x: number, y: number, scale: number): string {
	let isX = false
	return d.replace(/-?\d+(?:\.\d+)?/g, (text) => {
		isX = !isX
		return `${String(Math.round(((isX ? x : y) + Number(text) * scale) * 100) / 100)} `
	})
}
