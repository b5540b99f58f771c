import type { Picture, Shape, Tone } from './picture.ts'
import { linesToFit } from './text-fit.ts'

/** A column of text: its width in pixels, and where its text stands. */
export type TextColumn = Readonly<{ title: string; width: number; end?: boolean }>
/** A cell of text; `bold` and `tone` where it differs from the rest. */
export type TextCell = Readonly<{ text: string; tone?: Tone; bold?: boolean }>
export type TextTable = Readonly<{
	title: string
	description: string
	columns: readonly TextColumn[]
	rows: readonly (readonly TextCell[])[]
}>

const margin = 20
const size = 12
const lineHeight = 16

/** A table of text as a picture: every row as high as its longest cell, cells of at most eight lines. */
export function tablePicture(table: TextTable): Picture {
	const width = 2 * margin + table.columns.reduce((sum, column) => sum + column.width, 0)
	const shapes: Shape[] = [{ type: 'text', x: margin, y: 26, text: table.title, size: 16, tone: 'ink', bold: true }]
	let y = 44
	shapes.push(
		...rowShapes(
			table,
			table.columns.map(({ title }) => ({ text: title, tone: 'muted', bold: true })),
			y
		).shapes
	)
	y += lineHeight + 12
	shapes.push({ type: 'rect', x: margin, y: y - 2, width: width - 2 * margin, height: 1, fill: 'line-strong' })
	for (const row of table.rows) {
		const drawn = rowShapes(table, row, y)
		shapes.push(...drawn.shapes)
		y += drawn.height
		shapes.push({ type: 'rect', x: margin, y: y - 2, width: width - 2 * margin, height: 1, fill: 'line' })
	}
	return { width, height: y + 12, title: table.title, description: table.description, shapes }
}

function rowShapes(table: TextTable, row: readonly TextCell[], y: number): { shapes: Shape[]; height: number } {
	let x = margin
	let most = 1
	const shapes = table.columns.flatMap((column, at): Shape[] => {
		const { text = '', tone = 'ink', bold = false } = row[at] ?? {}
		const lines = text
			.split('\n')
			.flatMap((part) => linesToFit(part, column.width - 14, size, 4, bold))
			.slice(0, 8)
		most = Math.max(most, lines.length)
		const left = column.end === true ? x + column.width - 8 : x
		x += column.width
		return lines.map((line, number): Shape => {
			return {
				type: 'text',
				x: left,
				y: y + 14 + number * lineHeight,
				text: line,
				size,
				tone,
				bold,
				anchor: column.end === true ? 'end' : 'start'
			}
		})
	})
	return { shapes, height: most * lineHeight + 12 }
}
