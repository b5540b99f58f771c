/** One line of what was pasted: how deep it is indented, and its cells (one where it is no table). */
export type PastedLine = Readonly<{ depth: number; cells: readonly string[] }>
export type PastedText = Readonly<{ kind: 'list' | 'outline' | 'table'; lines: readonly PastedLine[] }>

const bullet = /^(?:[-*•·▪◦‣–—]|\d{1,3}[.)、])\s+/u
const checkbox = /^\[[ xX]?\]\s+/u

/**
 * A pasted text as lines: cells from a spreadsheet (parted by tabs), an outline (by indents, with or without bullets) or a plain list.
 * Empty lines are left out.
 */
export function readPasted(text: string): PastedText {
	const clean = text
		.toWellFormed()
		.replaceAll('\0', '')
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
	if (/\S[^\n]*\t/.test(clean)) {
		const lines = readCells(clean).filter((cells) => cells.some((cell) => cell !== ''))
		return { kind: 'table', lines: lines.map((cells) => ({ depth: 0, cells })) }
	}
	const lines = indented(unquoted(clean).filter((line) => line.trim() !== ''))
	return { kind: lines.some(({ depth }) => depth > 0) ? 'outline' : 'list', lines }
}

/** A spreadsheet quotes the cells of a single column that have a line break in them: such a line has an odd number of quotes. */
function unquoted(text: string): string[] {
	const lines = text.split('\n')
	const isOpen = (line: string) => line.startsWith('"') && line.split('"').length % 2 === 0
	return lines.some(isOpen) ? readCells(text).map(([cell = '']) => cell) : lines
}

/** Cells parted by tabs, rows by line breaks; a cell in quotes may hold both. A quote within a cell is only a quote. */
function readCells(text: string): string[][] {
	const rows: string[][] = [[]]
	let at = 0
	for (;;) {
		const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(at))
		const plain = /^[^\t\n]*/.exec(text.slice(at))?.[0] ?? ''
		const cell = quoted?.[1] === undefined ? plain : quoted[1].replaceAll('""', '"')
		rows.at(-1)?.push(cell.replace(/\s+/g, ' ').trim())
		at += quoted?.[0].length ?? plain.length
		if (at >= text.length) return rows
		if (text[at] === '\n') rows.push([])
		at += 1
	}
}

function indented(lines: readonly string[]): PastedLine[] {
	const indents: number[] = []
	return lines.map((line) => {
		const space = /^[\s\u3000]*/u.exec(line)?.[0] ?? ''
		const indent = [...space].reduce((sum, sign) => sum + (sign === '\t' ? 4 : sign === '\u3000' ? 2 : 1), 0)
		while ((indents.at(-1) ?? -1) >= indent) indents.pop()
		const depth = indents.length
		indents.push(indent)
		const bare = line.trim().replace(bullet, '').replace(checkbox, '').trim()
		return { depth, cells: [bare === '' ? line.trim() : bare] }
	})
}
