import type { Cell, Column, Table } from '../block.ts'
import { wordsOf } from './lines.ts'
import type { TableCell, TableRow } from './page.ts'
import type { Strip, StripRow } from './strip.ts'
import type { Setting } from './strips.ts'

/** A mark takes this many ems before the text of its cell. */
export const markRoom = 1.45

/** A table as strips, in several parts where its columns are too many for the width. */
export function tableStrips(table: Table, width: number, setting: Setting): Strip[] {
	const parts = partsOf(table, width, setting)
	return parts.flatMap((part, at) => {
		const after = parts.slice(at + 1)
		return partStrips(part, width, setting).map((strip, index): Strip => {
			const own = strip.rest
			const gap = at > 0 && index === 0 ? setting.type.base * 1.4 : strip.gap
			return { ...strip, gap, rest: own === null ? null : () => [...own(), ...after] }
		})
	})
}

/** The least part of the width that the columns which name a row take. */
const leadShare = 0.32

/** The columns of a table that stand side by side: as many as have room for the longest word of their label. */
function partsOf(table: Table, width: number, { type, set }: Setting): Table[] {
	const { lead, columns } = table
	if (lead === undefined || columns.length <= lead + 1) return [table]
	const face = { ...type.cell.face, weight: 600 as const }
	const words = columns.slice(lead).flatMap(({ label }) => label.split(/[\s\-–—/]+/u))
	const longest = Math.max(...words.map((word) => set.width(word, face, type.cell.size)))
	const needed = Math.min(longest + type.base * 1.3, width * 0.2)
	const abreast = Math.max(1, Math.floor((width * (1 - leadShare)) / needed))
	const count = Math.ceil((columns.length - lead) / abreast)
	const each = Math.ceil((columns.length - lead) / count)
	const one = Math.min((width * (1 - leadShare)) / each, needed * 1.7)
	const leads = columns.slice(0, lead)
	const perLead = (width - one * each) / leads.reduce((sum, { share }) => sum + share, 0)
	const sized = columns.map((column, at) => ({ ...column, share: at < lead ? column.share * perLead : one }))
	return Array.from({ length: count }, (_, part) => {
		const from = lead + part * each
		const of = <Entry>(entries: readonly Entry[]) => [...entries.slice(0, lead), ...entries.slice(from, from + each)]
		return { type: 'table', columns: of(sized), rows: table.rows.map(of) }
	})
}

/** A part of a table as strips: a row each; a row that is taller than a page, by lines of all its cells. */
function partStrips(table: Table, width: number, setting: Setting): Strip[] {
	const { type, newId, most } = setting
	const { size, leading } = type.cell
	const padX = type.base * 0.4
	const columns = widthsOf(table, width, padX, setting)
	const look = { id: newId(), size, leading, padX, padY: type.base * 0.3, columns }
	const labels = table.columns.map(({ label }) => ({ text: label, strong: true, faint: true }))
	const head: Strip = {
		...rowStrip(look, cellsOf(labels, table.columns, look, setting), true),
		gap: type.base * 0.35,
		keep: true,
		rest: () => [table]
	}
	const hasLabels = labels.some(({ text }) => text !== '')
	const isLow = head.height <= most * 0.4
	const again = hasLabels && isLow ? { head: repeated(head) } : {}
	const room = most - (isLow && hasLabels ? head.height : 0)
	const rows = table.rows.flatMap((row, at) => {
		const rest = () => [{ ...table, rows: table.rows.slice(at) }]
		return pieces(cellsOf(row, table.columns, look, setting), Math.floor((room - 2 * look.padY) / leading)).map(
			(cells, piece): Strip => ({
				...rowStrip(look, cells, false),
				...again,
				rest: piece === 0 ? rest : null
			})
		)
	})
	if (!hasLabels) return rows
	const heads = isLow
		? [head]
		: pieces(headCells(head), Math.floor((most - 2 * look.padY) / leading)).map((cells) => ({
				...rowStrip(look, cells, true),
				rest: null
			}))
	return [...heads, ...rows]
}

/** No word asks for more of the width than this: a longer one is broken. */
const mostOfWidth = 0.3

/** The widths of columns: by their shares, but none narrower than its longest word, as long as the others can spare it. */
function widthsOf({ columns, rows }: Table, width: number, padX: number, { type, set }: Setting): number[] {
	const { face, size } = type.cell
	const strong = { ...face, weight: 600 as const }
	const longest = (text: string, isStrong: boolean) =>
		Math.max(0, ...wordsOf(text).map((word) => set.width(word.trim(), isStrong ? strong : face, size)))
	const least = columns.map(({ label }, at) => {
		const cells = rows.map((row) => row[at] ?? { text: '' })
		const words = cells.map(({ text, strong: isStrong = false, mark }) => {
			const sign = mark === undefined ? 0 : size * markRoom
			return longest(text, isStrong) + sign
		})
		return Math.min(Math.max(longest(label, true), ...words) + 2 * padX + 0.5, width * mostOfWidth)
	})
	const shares = columns.map(({ share }) => share)
	const fixed = new Set<number>()
	for (;;) {
		const taken = [...fixed].reduce((sum, at) => sum + (least[at] ?? 0), 0)
		const free = shares.reduce((sum, share, at) => (fixed.has(at) ? sum : sum + share), 0)
		if (taken > width || free === 0) break
		const per = (width - taken) / free
		const tight = shares.findIndex((share, at) => !fixed.has(at) && share * per < (least[at] ?? 0))
		if (tight < 0) return shares.map((share, at) => (fixed.has(at) ? (least[at] ?? 0) : share * per))
		fixed.add(tight)
	}
	const all = shares.reduce((sum, share) => sum + share, 0)
	return shares.map((share) => (share / all) * width)
}

function headCells(head: Strip): readonly TableCell[] {
	return head.row?.row.cells ?? []
}

function repeated(head: Strip): Strip {
	const { row } = head
	return row === undefined ? head : { ...head, gap: 0, row: { ...row, row: { ...row.row, repeated: true } } }
}

function rowStrip(table: StripRow['table'], cells: readonly TableCell[], head: boolean): Strip {
	const lines = Math.max(1, ...cells.map(({ lines }) => lines.length))
	const height = lines * table.leading + 2 * table.padY
	const row: TableRow = { y: 0, height, head, repeated: false, cells }
	return { height, gap: 0, keep: false, items: [], row: { table, row }, rest: null }
}

function cellsOf(
	row: readonly Cell[],
	columns: readonly Column[],
	look: StripRow['table'],
	{ type, set, newId }: Setting
): TableCell[] {
	let x = 0
	return columns.map(({ align = 'start' }, at) => {
		const cell = row[at] ?? { text: '' }
		const width = look.columns[at] ?? 0
		const face = cell.strong === true ? { ...type.cell.face, weight: 600 as const } : type.cell.face
		const room = width - 2 * look.padX - (cell.mark === undefined ? 0 : look.size * markRoom)
		const lines = set.lines(cell.text, face, look.size, room)
		const mark = cell.mark ?? null
		// A sign and its text in the middle of a cell are set as one.
		const isPair = mark !== null && align === 'middle' && lines.length > 0
		const extent = Math.max(0, ...lines.map((line) => set.width(line.trimEnd(), face, look.size)))
		const placed: TableCell = {
			id: newId(),
			x,
			width,
			indent: isPair ? Math.max(0, (room - extent) / 2) : 0,
			lines,
			mark,
			face,
			ink: cell.faint === true ? 'muted' : 'ink',
			align: isPair ? 'start' : align
		}
		x += width
		return placed
	})
}

/** The cells of a row in pieces of at most so many lines; marks stay with the first. */
function pieces(cells: readonly TableCell[], most: number): (readonly TableCell[])[] {
	const lines = Math.max(1, ...cells.map(({ lines }) => lines.length))
	if (lines <= most) return [cells]
	const step = Math.max(1, most)
	return Array.from({ length: Math.ceil(lines / step) }, (_, piece) =>
		cells.map((cell) => ({
			...cell,
			mark: piece === 0 ? cell.mark : null,
			lines: cell.lines.slice(piece * step, (piece + 1) * step)
		}))
	)
}
