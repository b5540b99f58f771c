import type { NumberedRow } from './read-rows.ts'
import { unzipped } from './unzipped.ts'

/** A workbook that unpacks to more than this is refused: a few kilobytes can claim to be gigabytes. */
const mostUnpacked = 256 * 1024 * 1024

/** The first bytes of every zip archive, which a workbook (.xlsx) is. */
export function isWorkbook(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** A sheet with its cells: texts and numbers as they stand in the file, so that long ids keep every digit; days and times as dates. */
export type WorkbookSheet = { readonly name: string; readonly rows: readonly (readonly unknown[])[] }

/** The sheets of a workbook. Refused where it unpacks to more than `most` bytes. Formulas give what they came to when the file was saved. */
export async function workbookSheets(file: Blob, most = mostUnpacked, trim = false): Promise<WorkbookSheet[]> {
	const [{ zipSync }, { default: readWorkbook }, files] = await Promise.all([
		import('fflate'),
		import('read-excel-file/universal'),
		unzipped(file, most, (path) => /\.(?:xml|rels)$/i.test(path))
	])
	// Handed on uncompressed: the reader would unpack large sheets in workers made of blobs, which the app's policy forbids.
	const plain = zipSync(Object.fromEntries(files), { level: 0 })
	const sheets = await readWorkbook(new Blob([plain]), { parseNumber: (digits) => digits, trim })
	return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data }))
}

/**
 * The rows of a workbook's first sheet that has any, as texts: numbers as they stand in the file, dates as ISO 8601. Rows are numbered as in the
 * sheet; empty ones are left out.
 */
export async function sheetRows(file: Blob, most = mostUnpacked): Promise<NumberedRow[]> {
	const sheets = await workbookSheets(file, most, true)
	const filled = sheets.find(({ rows }) => rows.length > 0)
	return (filled?.rows ?? [])
		.map((cells, at) => ({ number: at + 1, cells: cells.map(textOf) }))
		.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

function textOf(cell: unknown): string {
	if (cell === null || cell === undefined) return ''
	return cell instanceof Date ? (Number.isNaN(cell.getTime()) ? '' : cell.toISOString()) : String(cell)
}
