import Papa from 'papaparse'
import { plainCell } from '#lib/domain/interchange/csv-text.ts'
import type { SheetCell } from '#lib/domain/interchange/incoming/cell-value.ts'
import type { Sheet } from '#lib/domain/interchange/incoming/table-plan.ts'
import { recogniseEncoding } from '#lib/feeds/read-rows.ts'
import { workbookSheets } from '#lib/feeds/read-sheet.ts'
import { unzipped } from '#lib/feeds/unzipped.ts'
import { ImportRefused } from './import-refused.ts'

/** What a file of tables may unpack to, and the rows and columns that are read of it. */
const mostUnpacked = 128 * 1024 * 1024
const mostRows = 200_000
const mostColumns = 500

/** The sheets of a workbook. Refused: damaged, too large, too many rows. */
export async function sheetsOfWorkbook(file: Blob): Promise<Sheet[]> {
	const sheets = await workbookSheets(file, mostUnpacked)
	return within(sheets.map(({ name, rows }) => ({ name, rows: rows as readonly (readonly SheetCell[])[] })))
}

/** The tables of a zip of CSV files, one for each, by the names of the files; what is no table is left out. */
export async function sheetsOfZip(file: Blob): Promise<Sheet[]> {
	const files = await unzipped(file, mostUnpacked, (path) => /\.(?:csv|tsv|txt)$/i.test(path))
	return within([...files].map(([path, bytes]) => sheetOfText(path, bytes)))
}

/** The table of a file of comma-, semicolon- or tab-separated values. `name`: that of the file. */
export function sheetOfText(name: string, bytes: Uint8Array): Sheet {
	const text = new TextDecoder(recogniseEncoding(bytes)).decode(bytes)
	const head = /^\s*([^\r\n]*)(\r\n|\r|\n|$)/.exec(text)
	const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(head?.[1] ?? ''), newline: lineEnd(head?.[2]) })
	const stem = name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
	const [only] = within([{ name: stem, rows: data.map((row) => row.map(plainCell)) }])
	return only ?? { name: stem, rows: [] }
}

/** The sign that parts the cells of a header: of those that are used for it, the one that is there most often. Lists within cells have others. */
function delimiterOf(header: string): string {
	const plain = header.replace(/"[^"]*"/g, '')
	const counted = [',', '\t', ';', '|'].map((sign) => ({ sign, count: plain.split(sign).length }))
	return counted.toSorted((left, right) => right.count - left.count)[0]?.sign ?? ','
}

function lineEnd(text: string | undefined): '\r\n' | '\r' | '\n' {
	return text === '\r\n' || text === '\r' ? text : '\n'
}

function within(sheets: Sheet[]): Sheet[] {
	const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
	if (rows > mostRows) throw new ImportRefused('too-many-rows', { rows: String(rows), most: String(mostRows) })
	const wide = sheets.find((sheet) => sheet.rows.some((row) => row.length > mostColumns))
	if (wide !== undefined) throw new ImportRefused('too-many-columns', { sheet: wide.name, most: String(mostColumns) })
	return sheets
}
