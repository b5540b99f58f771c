import { markOf, type FeelingStep } from '../words/feeling.ts'
import type { Picture, Shape, Tone } from './picture.ts'

/** A word with its place on a board: `x` its middle, `y` its baseline, `width` that of the word with room for its mark, in pixels of the board. */
export type WordPlace = Readonly<{ word: string; x: number; y: number; size: number; width: number }>

/** Round the words, in pixels. */
const margin = 6

const toneOf: Readonly<Record<FeelingStep, Tone>> = { 1: 'sent-1', 2: 'sent-2', 3: 'sent-3', 4: 'sent-4', 5: 'sent-5' }

/**
 * A word cloud as a picture, from the places that its words were laid out on. `stepOf` says how people feel about a word: its colour, and a mark beside it for
 * whoever sees no colours. `markShare`: the part of a word's size that its mark takes. `widthOf`: the width of a word in the font in which it will be
 * drawn, at a size; where that is wider than its place, the word is drawn smaller. The picture is as large as its words.
 */
export function cloudPicture(
	placed: readonly WordPlace[],
	texts: Readonly<{ title: string; description: string }>,
	{
		stepOf,
		markShare,
		widthOf
	}: Readonly<{
		stepOf: (word: string) => FeelingStep | null
		markShare: number
		widthOf: (word: string, size: number) => number
	}>
): Picture {
	const leftmost = Math.min(...placed.map(({ x, width }) => x - width / 2)) - margin
	const top = Math.min(...placed.map(({ y, size }) => y - size * 0.95)) - margin
	const width = Math.max(...placed.map(({ x, width }) => x + width / 2)) - leftmost + margin
	const height = Math.max(...placed.map(({ y, size }) => y + size * 0.28)) - top + margin
	const shapes = placed.flatMap(({ word, x, y: baseline, size, width: room }): Shape[] => {
		const step = stepOf(word)
		const tone = step === null ? 'sent-3' : toneOf[step]
		const free = room - markShare * size
		const wanted = widthOf(word, size)
		const drawn = wanted > free ? Math.floor((size * free * 10) / wanted) / 10 : size
		const left = x - room / 2 - leftmost
		const y = baseline - top
		const text: Shape = { type: 'text', x: left, y, text: word, size: drawn, tone, bold: true, part: word }
		const mark = markOf(step)
		if (mark === '') return [text]
		const at = left + Math.min(wanted, free)
		return [text, { type: 'text', x: at, y: y - size * 0.36, text: mark, size: drawn * markShare, tone, part: word }]
	})
	return { width, height, ...texts, shapes }
}
