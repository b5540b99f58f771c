import type { Column, ColumnKind } from './columns.ts'

/** Heights of a row and of the heading, and the width of the box that selects a row, in CSS pixels. */
export const rowHeight = 36
export const headHeight = 36
export const boxWidth = 44

const widths: Readonly<Record<ColumnKind, number>> = {
	line: 220,
	text: 240,
	texts: 220,
	choice: 150,
	set: 200,
	number: 110,
	'yes-no': 100,
	colour: 120,
	date: 130,
	picture: 130,
	thing: 220,
	fixed: 190
}

/** Kinds that make use of more room where there is some. */
const elastic: readonly ColumnKind[] = ['line', 'text', 'texts', 'thing']

/** A column's left edge and width, in CSS pixels from the left edge of the table. */
export type Track = { readonly left: number; readonly width: number }

/** Where the box and the columns are (the box first), filling `room` where there is more than they need. */
export function tracksOf(columns: readonly Column[], room: number): Track[] {
	const own = columns.map((column, position) =>
		position === 0 ? Math.max(260, widths[column.kind]) : widths[column.kind]
	)
	const spare = room - boxWidth - own.reduce((sum, width) => sum + width, 0)
	const stretchable = columns.filter((column) => elastic.includes(column.kind)).length
	const more = spare > 0 && stretchable > 0 ? Math.floor(spare / stretchable) : 0
	let left = boxWidth
	return [
		{ left: 0, width: boxWidth },
		...columns.map((column, position) => {
			const width = (own[position] ?? 0) + (elastic.includes(column.kind) ? more : 0)
			const track = { left, width }
			left += width
			return track
		})
	]
}

/** The first and the last row to draw, so that what is in view is there and a few rows on either side; `last` is exclusive. */
export function rowsInView(scrollTop: number, height: number, count: number): { first: number; last: number } {
	const beyond = 6
	return {
		first: Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight) - beyond)),
		last: Math.max(0, Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + beyond))
	}
}

/** How far to scroll so that a cell is in view beside the columns that stay: the new left and top, in CSS pixels. */
export function scrollTo(
	row: number,
	track: Track,
	sticky: number,
	view: { left: number; top: number; width: number; height: number }
): { left: number; top: number } {
	const top = row * rowHeight
	const room = view.height - headHeight
	let { left } = view
	if (track.left >= sticky) {
		if (track.left < left + sticky) left = track.left - sticky
		else if (track.left + track.width > left + view.width) {
			left = Math.min(track.left + track.width - view.width, track.left - sticky)
		}
	}
	if (row < 0) return { left, top: view.top }
	if (top < view.top) return { left, top }
	return { left, top: top + rowHeight > view.top + room ? top + rowHeight - room : view.top }
}
