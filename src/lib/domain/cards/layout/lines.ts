/** How letters look, as far as it changes their width. */
export type Face = Readonly<{ weight: 400 | 600 | 700; italic: boolean }>

/** The width of a text in points at a size in points: a canvas tells it in a browser, a table of widths elsewhere. */
export type Measure = (text: string, face: Face, size: number) => number

/** Breaks texts into lines, and remembers how wide words are. */
export type Typesetter = Readonly<{
	width(text: string, face: Face, size: number): number
	/**
	 * The text in lines of at most `width`; a text of nothing has no lines. Put together they are the text again: a line that breaks at a space ends
	 * with it, a line that ends a paragraph before another with a line feed; neither counts in its width.
	 */
	lines(text: string, face: Face, size: number, width: number): string[]
}>

const wide =
	/[\u1100-\u115f\u2e80-\u303f\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
/** What must not begin a line, and what must not end one, as Chinese and Japanese are set. */
const closing = /[、。，．：；！？）」』】〉》〕”’…‥·%％,.:;!?)\]}]/u
const opening = /[（「『【〈《〔“‘([{$￥]/u
const breaksAfter = /[\s\-–—/]/u
/** Words are measured at this size: widths grow in proportion. */
const measured = 100

/** Makes a typesetter of a measure. */
export function typesetter(measure: Measure): Typesetter {
	const known = new Map<string, number>()

	function width(text: string, face: Face, size: number): number {
		if (text === '') return 0
		const key = `${face.weight}${face.italic ? 'i' : ''}${text}`
		let ems = known.get(key)
		if (ems === undefined) {
			ems = measure(text, face, measured) / measured
			known.set(key, ems)
		}
		return ems * size
	}

	function paragraph(text: string, face: Face, size: number, room: number): string[] {
		const lines: string[] = []
		let line = ''
		let used = 0
		for (const word of wordsOf(text)) {
			const bare = word.trimEnd()
			const needed = width(bare, face, size)
			if (line !== '' && used + needed > room) {
				lines.push(line)
				line = ''
				used = 0
			}
			if (needed > room) {
				const pieces = piecesOf(bare, (part) => width(part, face, size) <= room)
				lines.push(...pieces.slice(0, -1))
				line = (pieces.at(-1) ?? '') + word.slice(bare.length)
				used = width(line, face, size)
				continue
			}
			line += word
			used += needed + (word.length > bare.length ? width(' ', face, size) * (word.length - bare.length) : 0)
		}
		lines.push(line)
		return lines
	}

	return {
		width,
		lines: (text, face, size, room) =>
			text
				.split(/\r\n|[\n\r\u2028\u2029]/)
				.map((part) => part.replace(/\s+/gu, ' ').trim())
				.filter((part) => part !== '')
				.flatMap((part, at, all) => {
					const lines = paragraph(part, face, size, room)
					return at === all.length - 1 ? lines : lines.with(-1, `${lines.at(-1) ?? ''}\n`)
				})
	}
}

/** The parts between which a line may break: words with the space after them, and single wide characters with their punctuation. */
export function wordsOf(text: string): string[] {
	const words: string[] = []
	let word = ''
	let before = ''
	for (const character of text) {
		const isWide = wide.test(character)
		const mayBreak =
			word !== '' &&
			!closing.test(character) &&
			!opening.test(before) &&
			((isWide && !/\p{M}/u.test(character)) || wide.test(before) || (breaksAfter.test(before) && character !== ' '))
		if (mayBreak) {
			words.push(word)
			word = ''
		}
		word += character
		before = character
	}
	if (word !== '') words.push(word)
	return words
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A word too long for a line, in pieces that fit, between characters as people see them. */
function piecesOf(word: string, fits: (piece: string) => boolean): string[] {
	const pieces: string[] = []
	let piece = ''
	for (const { segment } of letters.segment(word)) {
		if (piece !== '' && !fits(piece + segment)) {
			pieces.push(piece)
			piece = ''
		}
		piece += segment
	}
	pieces.push(piece)
	return pieces
}
