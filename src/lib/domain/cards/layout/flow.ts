import { moved, type Item, type TableItem, type TableRow, type TextItem } from './page.ts'
import type { Strip } from './strip.ts'

/** A place on a page: where strips go, from top to bottom. */
export type Area = Readonly<{
	x: number
	y: number
	bottom: number
	/** Whether it is as high as an area can be: then something is put into it whatever its height. */
	whole: boolean
}>

/** What was put into an area, how far down it reaches, and what there was no room for. */
export type Filled = Readonly<{ items: readonly Item[]; y: number; rest: readonly Strip[] }>

/** Lengths are sums of many fractions: what is over by less than this is not over. */
const tolerance = 0.01

/**
 * Puts strips into an area until it is full. What must stay together goes on together, unless it does not fit a whole page.
 * The head of a table comes again where a page begins within it.
 */
export function fill(strips: readonly Strip[], area: Area): Filled {
	const placed: Item[] = []
	let y = area.y
	let at = 0

	function put(strip: Strip, gap: number): void {
		y += gap
		for (const item of strip.items) placed.push(moved(item, area.x, y))
		if (strip.row !== undefined) placed.push(tableOf(strip, area.x, y))
		y += strip.height
	}

	while (at < strips.length) {
		let last = at
		while (strips[last]?.keep === true && last + 1 < strips.length) last += 1
		const group = strips.slice(at, last + 1)
		const isFirst = placed.length === 0
		const head = isFirst ? group[0]?.head : undefined
		const needed = group.reduce(
			(sum, { gap, height }, index) => sum + height + (isFirst && index === 0 ? 0 : gap),
			head?.height ?? 0
		)
		if (y + needed > area.bottom + tolerance) {
			if (!isFirst) break
			// More must stay together than there is room for: on a whole page it is divided like anything else.
			if (!area.whole) break
			if (head !== undefined) put(head, 0)
			for (const [index, strip] of group.entries()) {
				const gap = index === 0 ? 0 : strip.gap
				if (index > 0 && y + gap + strip.height > area.bottom + tolerance) break
				put(strip, gap)
				at += 1
			}
			break
		}
		if (head !== undefined) put(head, 0)
		for (const [index, strip] of group.entries()) put(strip, isFirst && index === 0 ? 0 : strip.gap)
		at = last + 1
	}
	return { items: joined(placed), y, rest: strips.slice(at) }
}

function tableOf({ row, height }: Strip, x: number, y: number): Item {
	if (row === undefined) throw new Error('a strip without a row is no part of a table')
	const width = row.table.columns.reduce((sum, column) => sum + column, 0)
	const item: TableItem = { type: 'table', ...row.table, x: 0, y: 0, width, height, rows: [row.row] }
	return moved(item, x, y)
}

/** Lines of one text, rows of one table and the parts of one bar that follow each other become one item again. */
function joined(items: readonly Item[]): Item[] {
	const result: Item[] = []
	// What lies between two lines of one text (the bar beside a quote) is joined first, so the texts are looked for by id.
	const textAt = new Map<string, number>()
	const tableAt = new Map<string, number>()
	for (const item of items) {
		const texts = item.type === 'text' ? textAt : tableAt
		const before = item.type === 'text' || item.type === 'table' ? texts.get(item.id) : undefined
		const there = before === undefined ? undefined : result[before]
		if (item.type === 'text' && there?.type === 'text' && before !== undefined) result[before] = withLines(there, item)
		else if (item.type === 'table' && there?.type === 'table' && before !== undefined)
			result[before] = withRows(there, item.rows)
		else if (!continuesBar(result.at(-2), item)) {
			if (item.type === 'text' || item.type === 'table') texts.set(item.id, result.length)
			result.push(item)
		} else result[result.length - 2] = longerBar(result.at(-2), item)
	}
	return result
}

function withLines(text: TextItem, more: TextItem): TextItem {
	return { ...text, lines: [...text.lines, ...more.lines], height: more.y + more.height - text.y }
}

function withRows(table: TableItem, more: readonly TableRow[]): TableItem {
	return {
		...table,
		rows: [...table.rows, ...more],
		height: table.height + more.reduce((sum, { height }) => sum + height, 0)
	}
}

/** Whether an upright bar goes on where another one ended. */
function continuesBar(before: Item | undefined, item: Item): boolean {
	if (before?.type !== 'shape' || item.type !== 'shape') return false
	const [above, below] = [before.shape, item.shape]
	return (
		above.type === 'rect' &&
		below.type === 'rect' &&
		above.x === below.x &&
		above.width === below.width &&
		below.width < 4 &&
		Math.abs(above.y + above.height - below.y) < tolerance
	)
}

function longerBar(before: Item | undefined, item: Item): Item {
	if (before?.type !== 'shape' || item.type !== 'shape') return item
	const [above, below] = [before.shape, item.shape]
	if (above.type !== 'rect' || below.type !== 'rect') return item
	return { ...before, shape: { ...above, height: above.height + below.height } }
}
