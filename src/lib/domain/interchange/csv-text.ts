/** What a cell of a table may be. */
export type Cell = string | number | boolean | null

// What a spreadsheet takes for the beginning of a formula; the wide forms too, which it takes for the plain ones where Chinese or Japanese is set.
// Apostrophes before it count too, so that taking one away again gives what was there.
const formula = /^'*(?:[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|[\t\r])/u

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

/** The text that `neutralise` made a cell of; a cell that it did not make stays as it is, but for one apostrophe before a formula. */
export function plainCell(cell: string): string {
	const guarded = (line: string) => line.startsWith("'") && formula.test(line.slice(1))
	if (!/[\r\n]/.test(cell)) return guarded(cell) ? cell.slice(1) : cell
	if (!cell.startsWith("'")) return cell
	const [first = '', ...others] = cell.slice(1).split(/(\r\n|\r|\n)/)
	const isLine = (at: number) => at % 2 === 1
	if (!formula.test(cell.slice(1)) && !others.some((part, at) => isLine(at) && guarded(part))) return cell
	return first + others.map((part, at) => (isLine(at) && guarded(part) ? part.slice(1) : part)).join('')
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
