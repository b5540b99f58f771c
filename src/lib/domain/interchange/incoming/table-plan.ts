import { linkEnds, linkTables, nodeTables, type LinkTable } from '../../model/atlas.ts'
import type { PasteWords } from '../paste-columns.ts'
import { stateTable } from '../export-state.ts'
import { columnNames, outTables, nameSuffix, type OutTable } from '../table-cells.ts'
import { cellText, type SheetCell } from './cell-value.ts'

/** The words by which sheets and columns are recognised: those of a paste, and the names of the tables of links. */
export type ImportWords = PasteWords & Readonly<{ links: Readonly<Record<LinkTable, readonly string[]>> }>

/** A sheet of a workbook, or a file of comma-separated values: its name and its rows; the first is row 1. */
export type Sheet = Readonly<{ name: string; rows: readonly (readonly SheetCell[])[] }>

/** How a sheet is read. `table`: what its rows are, null where it is left out; `header`: the number of the row with the names of the columns, from 0. */
export type SheetPlan = Readonly<{ table: OutTable | null; header: number; columns: readonly (string | null)[] }>

/** Sheets that are written for people and worked out anew from the tables. */
export const calculatedSheets: readonly string[] = ['findings', 'ledger']

/** What a sheet of ours is beside a table: calculated, or what was exported. */
export function isOwnExtra(name: string): boolean {
	const own = plain(name)
	return own === stateTable || calculatedSheets.includes(own)
}

/** Words are compared without regard to case, width, spaces and signs. */
export function plain(text: string): string {
	return text
		.slice(0, 200)
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
}

/** What a column of a table can be: the names of its columns as they are written, and of both kinds of source for preferences. */
export function columnChoices(table: OutTable): string[] {
	const names = columnNames(table).filter(
		(name) => name !== 'finding_names' && !(table === 'positions' && name === `id${nameSuffix}`)
	)
	return table === 'prefers' ? [...names, 'persona', 'need'] : names
}

/** How a sheet is read, as far as its name and its header tell. */
export function planSheet(sheet: Sheet, words: ImportWords): SheetPlan {
	const header = Math.max(
		0,
		sheet.rows.findIndex((row) => row.some((cell) => cellText(cell).trim() !== ''))
	)
	if (isOwnExtra(sheet.name)) return { table: null, header, columns: [] }
	const table = tableByName(sheet.name, words) ?? tableByColumns(sheet.rows[header] ?? [], words)
	return planAs(sheet, header, table, words)
}

/** How a sheet is read where somebody says what its rows are. */
export function planAs(sheet: Sheet, header: number, table: OutTable | null, words: ImportWords): SheetPlan {
	const cells = sheet.rows[header] ?? []
	return { table, header, columns: table === null ? [] : recognised(cells, table, words) }
}

function tableByName(name: string, words: ImportWords): OutTable | null {
	const wanted = plain(name)
	const is = (all: readonly string[]) => all.some((word) => plain(word) === wanted)
	return (
		outTables.find((table) => plain(table) === wanted) ??
		nodeTables.find((table) => is(words.tables[table])) ??
		linkTables.find((table) => is(words.links[table])) ??
		null
	)
}

/** The table whose columns a header names best: what makes a row of it must be there, and more than half of the header must be understood. */
function tableByColumns(header: readonly SheetCell[], words: ImportWords): OutTable | null {
	const filled = header.filter((cell) => cellText(cell).trim() !== '').length
	const scored = [...nodeTables, ...linkTables].map((table) => {
		const columns = recognised(header, table, words).filter((column) => column !== null)
		return { table, score: isEnough(table, columns) ? columns.length : 0 }
	})
	const [best, next] = scored.toSorted((left, right) => right.score - left.score)
	if (best === undefined || best.score * 2 < filled || best.score === next?.score) return null
	return best.score === 0 ? null : best.table
}

function isEnough(table: OutTable, columns: readonly string[]): boolean {
	const link = linkTables.find((one) => one === table)
	if (link === undefined) return columns.includes('name')
	const { from, to } = linkEnds[link]
	const has = (end: string) => columns.includes(end) || columns.includes(`${end}${nameSuffix}`)
	const start = link === 'prefers' ? has(from) || columns.includes('persona') || columns.includes('need') : has(from)
	return start && has(to)
}

function recognised(header: readonly SheetCell[], table: OutTable, words: ImportWords): (string | null)[] {
	const taken = new Set<string>()
	return header.map((cell) => {
		const column = columnNamed(cellText(cell), table, words)
		if (column === null || taken.has(column)) return null
		taken.add(column)
		return column
	})
}

function columnNamed(text: string, table: OutTable, words: ImportWords): string | null {
	const wanted = plain(text)
	if (wanted === '') return null
	const choices = columnChoices(table)
	const exact = choices.find((choice) => choice === text.trim()) ?? choices.find((choice) => plain(choice) === wanted)
	if (exact !== undefined) return exact
	const named = Object.keys(words.fields).filter((field) => words.fields[field]?.some((word) => plain(word) === wanted))
	const field = named.map((one) => alias(table, one)).find((one) => choices.includes(one))
	if (field !== undefined) return field
	const node = nodeTables.find((one) => words.tables[one].some((word) => plain(word) === wanted))
	const end = node === undefined ? undefined : singular[node]
	// "Need, Stage, Kind" are needs by their names.
	if (node === table) return 'name'
	return end !== undefined && linkTables.some((one) => one === table) && choices.includes(end) ? end : null
}

/** A persona has a role (who she is), a channel has roles (what it is for): the same word in a header. */
function alias(table: OutTable, field: string): string {
	if (field === 'role' && table === 'channels') return 'roles'
	return field === 'roles' && table === 'personas' ? 'role' : field
}

const singular = {
	personas: 'persona',
	values: 'value',
	needs: 'need',
	channels: 'channel',
	products: 'product'
} as const
