type Measure = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>

const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/**
 * A text as lines that fit a width in the context's font, at most `most` of them; the last ends in an ellipsis where not all fits.
 * Breaks between words, and within those that are wider than a line (Chinese has no blanks). Remembered: measuring is the cost.
 */
export function wrapped(context: Measure, text: string, width: number, most: number): readonly string[] {
	const key = `${context.font}|${width}|${most}|${text}`
	const before = known.get(key)
	if (before !== undefined) return before
	const lines = breakText((part) => context.measureText(part).width, text, width, most)
	if (known.size >= mostKnown) known.clear()
	known.set(key, lines)
	return lines
}

/** The same, with any way of measuring. */
export function breakText(measure: (part: string) => number, text: string, width: number, most: number): string[] {
	const lines: string[] = []
	let line = ''
	for (const piece of piecesOf(text)) {
		if (measure(line + piece.trimEnd()) <= width || (line === '' && [...piece].length === 1)) {
			line += piece
			continue
		}
		if (line !== '') lines.push(line.trimEnd())
		line = ''
		if (lines.length === most) break
		for (const character of piece) {
			if (line !== '' && measure(line + character) > width) {
				lines.push(line)
				line = ''
			}
			line += character
		}
	}
	if (line.trim() !== '') lines.push(line.trimEnd())
	if (lines.length <= most && lines.join('').replace(/\s/g, '') === text.replace(/\s/g, '')) return lines
	return [...lines.slice(0, most - 1), shortened(measure, lines[most - 1] ?? '', width)]
}

/** Words with the blank after them; each ideograph is a piece of its own. */
function piecesOf(text: string): string[] {
	return (
		text.match(/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+\s*|\s+/gu) ?? []
	)
}

function shortened(measure: (part: string) => number, line: string, width: number): string {
	const characters = [...line]
	while (characters.length > 1 && measure(`${characters.join('').trimEnd()}…`) > width) characters.pop()
	return `${characters.join('').trimEnd()}…`
}
