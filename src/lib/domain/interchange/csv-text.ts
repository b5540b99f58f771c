/** What a cell of a table may be. */
export type Cell = string | number | boolean | null

// What a spreadsheet takes for the beginning of a formula; the wide forms too, which it takes for the plain ones where Chinese or Japanese is set.
const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r]/u

/**
 * The text of a cell so that no spreadsheet takes it for a formula: an apostrophe goes before what begins with = + - @, tab or return,
 * also after spaces. A line within the cell counts as a beginning, since some programs break cells there; then the cell gets one as well.
 */
export function neutralise(cell: string): string {
	const isFormula = (line: string) => formula.test(line)
	if (!/[\r\n]/.test(cell)) return isFormula(cell) ? `'${cell}` : cell
	const [first = '', ...others] = cell.split(/(\r\n|\r|\n)/)
	const rest = others.map((part, at) => (at % 2 === 1 && isFormula(part) ? `'${part}` : part)).join('')
	const dangerous = isFormula(cell) || others.some((part, at) => at % 2 === 1 && isFormula(part))
	return `${dangerous ? "'" : ''}${first}${rest}`
}

/** One line of a CSV file by RFC 4180, with its line end. Numbers stay numbers; text is neutralised. */
export function csvLine(cells: readonly Cell[]): string {
	return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
	if (cell === null) return ''
	if (typeof cell !== 'string') return String(cell)
	const text = neutralise(cell)
	return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a CSV file begins with, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF'
