/** How the records of a file end: at a line end; in tables not within quotes. `unit`: bytes of a character at the least (2 in UTF-16). */
export type RecordShape = { readonly quotes: boolean; readonly unit: 1 | 2; readonly bigEndian?: boolean }

/**
 * How many of the bytes are whole records: up to the last line end that is not within quotes. A line end is never part of another character in UTF-8,
 * GB18030 or Windows-1252, so that a cut there cuts no character. `bytes` begins with a record.
 */
export function wholeRecords(bytes: Uint8Array, { quotes, unit, bigEndian = false }: RecordShape): number {
	let end = 0
	let isQuoted = false
	for (let at = 0; at + unit <= bytes.length; at += unit) {
		const low = unit === 1 ? bytes[at] : bytes[bigEndian ? at + 1 : at]
		const high = unit === 1 ? 0 : bytes[bigEndian ? at : at + 1]
		if (high !== 0) continue
		if (quotes && low === 0x22) isQuoted = !isQuoted
		else if (low === 0x0a && !isQuoted) end = at + unit
	}
	return end
}
