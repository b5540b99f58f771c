/**
 * How wide text is, without a browser: the widths of a common sans serif, a little on the wide side, so that what fits here fits where it
 * is shown. Characters of Chinese, Japanese and Korean, and emoji, take a whole em.
 */
const wide =
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const narrow = new Set(" .,:;'|!iIjltfr()[]/-·’‘“”")
const broad = new Set('mwMWQOGCDNHUAV%@—…')
const marks = /\p{M}/u

function widthOf(character: string): number {
	if (wide.test(character)) return 1
	if (marks.test(character)) return 0
	if (narrow.has(character)) return 0.34
	if (broad.has(character)) return 0.84
	return 0.58
}

/** The width of a text in pixels at a size in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
	let width = 0
	for (const character of text) width += widthOf(character)
	return width * size * (bold ? 1.06 : 1)
}

/** The text as far as it fits into a width, with an ellipsis where it is cut. */
export function cutToFit(text: string, width: number, size: number, bold = false): string {
	if (textWidth(text, size, bold) <= width) return text
	const room = width - textWidth('…', size, bold)
	let kept = ''
	let used = 0
	for (const character of text) {
		used += textWidth(character, size, bold)
		if (used > room) break
		kept += character
	}
	return kept === '' ? '' : `${kept.trimEnd()}…`
}

/** The places where a line may break: after spaces and hyphens, and on either side of a wide character. */
function wordsOf(text: string): string[] {
	const words: string[] = []
	let word = ''
	for (const character of text) {
		if (wide.test(character)) {
			if (word !== '') words.push(word)
			word = ''
			words.push(character)
			continue
		}
		word += character
		if (character === ' ' || character === '-') {
			words.push(word)
			word = ''
		}
	}
	if (word !== '') words.push(word)
	return words
}

/** The text in lines of at most a width, at most `most` of them; the last is cut with an ellipsis where more would be needed. */
export function linesToFit(text: string, width: number, size: number, most: number, bold = false): string[] {
	const lines: string[] = []
	let line = ''
	const words = wordsOf(text.trim())
	for (const [at, word] of words.entries()) {
		if (line === '' || textWidth((line + word).trimEnd(), size, bold) <= width) {
			line += word
			continue
		}
		if (lines.length === most - 1) {
			line = line + words.slice(at).join('')
			break
		}
		lines.push(line.trimEnd())
		line = word
	}
	lines.push(line.trimEnd())
	return lines.map((one) => cutToFit(one, width, size, bold))
}
