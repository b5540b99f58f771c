/** What parts the entries of a list within one cell. */
export const listSeparator = '; '

/**
 * A list as one cell: its entries with the separator between them. An entry that could be misread (it holds the sign that parts, begins or ends with
 * white space, or begins with a quote) stands in double quotes, quotes in it doubled, as CSV has it.
 */
export function writeList(entries: readonly string[], separator = listSeparator): string {
	const sign = separator.trim()
	return entries
		.map((entry) =>
			entry === '' || entry.startsWith('"') || entry.includes(sign) || entry.trim() !== entry
				? `"${entry.replaceAll('"', '""')}"`
				: entry
		)
		.join(separator)
}

/** The entries of a cell that `writeList` wrote, or a person did: without those that are empty, unless they are quoted. */
export function readList(cell: string, separator = listSeparator): string[] {
	const sign = separator.trim()
	const entries: string[] = []
	let at = 0
	while (at < cell.length) {
		while (at < cell.length && /\s/.test(cell.charAt(at))) at += 1
		if (cell.charAt(at) === '"') {
			const end = quoteEnd(cell, at + 1)
			const next = cell.indexOf(sign, end)
			// What stands behind the closing quote was not written by us: then the quotes are the person's own.
			if (cell.slice(end, next < 0 ? undefined : next).trim() === '' && cell.charAt(end - 1) === '"' && end > at + 1) {
				entries.push(cell.slice(at + 1, end - 1).replaceAll('""', '"'))
				at = next < 0 ? cell.length : next + sign.length
				continue
			}
		}
		const next = cell.indexOf(sign, at)
		const entry = cell.slice(at, next < 0 ? undefined : next).trim()
		if (entry !== '') entries.push(entry)
		at = next < 0 ? cell.length : next + sign.length
	}
	return entries
}

/** Where the quote that opened before `from` is over: behind the closing one, or the end of the cell. */
function quoteEnd(cell: string, from: number): number {
	for (let at = from; at < cell.length; at += 1) {
		if (cell.charAt(at) !== '"') continue
		if (cell.charAt(at + 1) === '"') at += 1
		else return at + 1
	}
	return cell.length
}
