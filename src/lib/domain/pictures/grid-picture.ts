import type { Picture, Shape, TextShape, Tone } from './picture.ts'
import { cutToFit, linesToFit, textWidth } from './text-fit.ts'

/**
 * What a cell shows. disc: full, with `short` in it; ring: dashed, with `short` in it; dot: small and grey; bar: filled by `share`, with `short`
 * beside it; text: `short` alone. `words` is what it says in full: the table twin has it.
 */
export type GridCell = Readonly<{
	mark: 'disc' | 'ring' | 'dot' | 'bar' | 'text' | 'none'
	tone: Tone
	short: string
	words: string
	share?: number
	/** Beside a disc or ring, smaller. */
	aside?: string
}>

/** A row with its cells, or a heading over the rows that follow. */
export type GridRow =
	Readonly<{ heading: string }> | Readonly<{ head: string; note?: string; tone?: Tone; cells: readonly GridCell[] }>

/** A table of marks: rows by columns. `groups`: headings over columns, each over so many. */
export type Grid = Readonly<{
	title: string
	description: string
	corner: string
	groups?: readonly Readonly<{ title: string; columns: number }>[]
	columns: readonly string[]
	rows: readonly GridRow[]
	legend: readonly Readonly<{ cell: GridCell; text: string }>[]
}>

const margin = 20
const headWidth = 300
const size = 12

/** A grid as a picture; it grows with rows and columns. `cellWidth`, `rowHeight` in pixels. */
export function gridPicture(grid: Grid, { cellWidth = 92, rowHeight = 34 } = {}): Picture {
	const width = Math.max(640, 2 * margin + headWidth + grid.columns.length * cellWidth)
	const shapes: Shape[] = [{ type: 'text', x: margin, y: 26, text: grid.title, size: 16, tone: 'ink', bold: true }]
	const left = margin + headWidth
	let y = 44
	if (grid.groups) {
		let x = left
		for (const group of grid.groups) {
			const room = group.columns * cellWidth
			shapes.push({
				type: 'text',
				x: x + 4,
				y: y + 12,
				text: cutToFit(group.title, room - 8, size, true),
				size,
				tone: 'muted',
				bold: true
			})
			shapes.push({ type: 'rect', x, y: y + 18, width: room - 2, height: 1, fill: 'line-strong' })
			x += room
		}
		y += 24
	}
	shapes.push({
		type: 'text',
		x: margin,
		y: y + 28,
		text: cutToFit(grid.corner, headWidth - 12, size, true),
		size,
		tone: 'muted',
		bold: true
	})
	for (const [at, column] of grid.columns.entries()) {
		const lines = linesToFit(column, cellWidth - 8, 11, 2)
		for (const [line, text] of lines.entries()) {
			shapes.push({
				type: 'text',
				x: left + (at + 0.5) * cellWidth,
				y: y + 28 - (lines.length - 1 - line) * 13,
				text,
				size: 11,
				tone: 'ink',
				anchor: 'middle'
			})
		}
	}
	y += 38
	shapes.push({ type: 'rect', x: margin, y, width: width - 2 * margin, height: 1, fill: 'line-strong' })
	for (const row of grid.rows) {
		if ('heading' in row) {
			shapes.push({ type: 'rect', x: margin, y, width: width - 2 * margin, height: rowHeight - 6, fill: 'sunken' })
			shapes.push({
				type: 'text',
				x: margin + 8,
				y: y + 19,
				text: cutToFit(row.heading, width - 2 * margin - 16, 13, true),
				size: 13,
				tone: 'ink',
				bold: true
			})
			y += rowHeight - 6
			continue
		}
		shapes.push(...headShapes(row, y, rowHeight))
		for (const [at, cell] of row.cells.entries()) {
			shapes.push(...cellShapes(cell, left + at * cellWidth, y, cellWidth, rowHeight))
		}
		y += rowHeight
		shapes.push({ type: 'rect', x: margin, y: y - 1, width: width - 2 * margin, height: 1, fill: 'line' })
	}
	const legend = legendShapes(grid, y + 8, width)
	return {
		width,
		height: legend.bottom + 12,
		title: grid.title,
		description: grid.description,
		shapes: [...shapes, ...legend.shapes]
	}
}

function headShapes(row: { head: string; note?: string; tone?: Tone }, y: number, rowHeight: number): Shape[] {
	const lines = linesToFit(row.head, headWidth - 24, size, row.note === undefined ? 2 : 1)
	const texts = row.note === undefined ? lines : [...lines, cutToFit(row.note, headWidth - 24, 11)]
	const first = y + rowHeight / 2 + 4 - (texts.length - 1) * 7
	const mark: Shape[] =
		row.tone === undefined ? [] : [{ type: 'circle', x: margin + 6, y: y + rowHeight / 2, radius: 4, fill: row.tone }]
	return [
		...mark,
		...texts.map((text, at): Shape => {
			const isNote = row.note !== undefined && at === texts.length - 1
			return {
				type: 'text',
				x: margin + 16,
				y: first + at * 14,
				text,
				size: isNote ? 11 : size,
				tone: isNote ? 'muted' : 'ink'
			}
		})
	]
}

function cellShapes(cell: GridCell, x: number, y: number, width: number, height: number): Shape[] {
	const middle = { x: x + width / 2, y: y + height / 2 }
	const text = (tone: Tone, bold = false): TextShape => {
		return {
			type: 'text',
			x: middle.x,
			y: middle.y + 4,
			text: cutToFit(cell.short, width - 8, size, bold),
			size,
			tone,
			bold,
			anchor: 'middle'
		}
	}
	switch (cell.mark) {
		case 'disc':
			return [
				{ type: 'circle', ...middle, radius: 11, fill: cell.tone },
				text('surface', true),
				...asideShapes(cell, middle)
			]
		case 'ring':
			return [
				{ type: 'circle', ...middle, radius: 11, line: cell.tone, dashed: true },
				text(cell.tone, true),
				...asideShapes(cell, middle)
			]
		case 'dot':
			return [{ type: 'circle', ...middle, radius: 3.5, fill: cell.tone }]
		case 'bar': {
			const room = width - 16
			const box = { type: 'rect' as const, x: x + 8, y: middle.y + 5, height: 5, radius: 2 }
			return [
				{ ...text('ink'), y: middle.y },
				{ ...box, width: room, fill: 'line' },
				{ ...box, width: room * (cell.share ?? 0), fill: cell.tone }
			]
		}
		case 'text':
			return [text(cell.tone)]
		case 'none':
			return []
	}
}

function asideShapes({ aside }: GridCell, middle: { x: number; y: number }): Shape[] {
	if (aside === undefined) return []
	return [{ type: 'text', x: middle.x + 18, y: middle.y + 4, text: aside, size: 11, tone: 'muted' }]
}

function legendShapes(grid: Grid, y: number, width: number): { shapes: Shape[]; bottom: number } {
	const shapes: Shape[] = []
	let x = margin
	let top = y
	for (const { cell, text } of grid.legend) {
		const room = 34 + textWidth(text, size) + 24
		if (x + room > width - margin && x > margin) {
			x = margin
			top += 28
		}
		shapes.push(...cellShapes(cell, x, top, 28, 28))
		shapes.push({ type: 'text', x: x + 34, y: top + 18, text, size, tone: 'muted' })
		x += room
	}
	return { shapes, bottom: top + (grid.legend.length > 0 ? 28 : 0) }
}
