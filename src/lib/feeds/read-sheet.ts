import type { NumberedRow } from './read-rows.ts'

/** A workbook that unpacks to more than this is refused: a few kilobytes can claim to be gigabytes. */
const mostUnpacked = 256 * 1024 * 1024

/** The first bytes of every zip archive, which a workbook (.xlsx) is. */
export function isWorkbook(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/**
 * The rows of a workbook's first sheet that has any, as texts: numbers as they stand in the file, so that long ids keep every digit, dates as
 * ISO 8601. Rows are numbered as in the sheet; empty ones are left out.
 */
export async function sheetRows(file: Blob, most = mostUnpacked): Promise<NumberedRow[]> {
	await refuseBomb(file, most)
	const { default: readWorkbook } = await import('read-excel-file/universal')
	const sheets = await readWorkbook(file, { parseNumber: (digits) => digits })
	const filled = sheets.find(({ data }) => data.length > 0)
	return (filled?.data ?? [])
		.map((cells, at) => ({ number: at + 1, cells: cells.map(textOf) }))
		.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

function textOf(cell: unknown): string {
	if (cell === null || cell === undefined) return ''
	return cell instanceof Date ? (Number.isNaN(cell.getTime()) ? '' : cell.toISOString()) : String(cell)
}

/** Unpacks piece by piece, counting only: the sizes that an archive states of itself are the word of whoever made it. */
async function refuseBomb(file: Blob, most: number): Promise<void> {
	const { Unzip, UnzipInflate } = await import('fflate')
	let unpacked = 0
	let failure: Error | null = null
	const unzip = new Unzip((entry) => {
		entry.ondata = (error, piece) => {
			if (error) failure ??= error
			else unpacked += piece.length
		}
		entry.start()
	})
	unzip.register(UnzipInflate)
	const step = 64 * 1024
	for (let from = 0; from < file.size; from += step) {
		const bytes = new Uint8Array(await file.slice(from, from + step).arrayBuffer())
		unzip.push(bytes, from + step >= file.size)
		if (failure !== null) throw failure
		if (unpacked > most) throw new Error(`This workbook unpacks to more than ${Math.round(most / 1024 / 1024)} MB`)
	}
}
