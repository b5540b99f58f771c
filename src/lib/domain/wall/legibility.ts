import { fewestWords, mostWords } from '../model/wall.ts'

/** The smallest letter is this high to the eye, in minutes of arc: 16 can be read, 20 with ease. */
const minutesOfArc = 20
/** A capital letter's share of its font size. */
const capital = 0.72
/** 80 words were legible where the font size was this share of the root of the picture's area (65 inches at 4 m: 43 px on 1920 × 1080). */
const knownShare = 43.1 / Math.sqrt(1920 * 1080)
const knownWords = 80
/** Below this no screen shows a letter well; above this share of the shorter side nothing fits beside it. */
const leastPixels = 13
const mostShare = 0.055

/** Where people stand before a screen: its diagonal in inches, their distance in metres, its width and height in pixels of the page. */
export type Standpoint = {
	readonly diagonal: number
	readonly distance: number
	readonly width: number
	readonly height: number
}

/** The font size, in pixels, of the smallest letter that can be read with ease from there. */
export function letterSize({ diagonal, distance, width, height }: Standpoint): number {
	const pixel = (diagonal * 25.4) / Math.hypot(width, height)
	const letter = distance * 1000 * Math.tan((minutesOfArc / 60) * (Math.PI / 180))
	const size = Math.round(letter / pixel / capital)
	return Math.max(leastPixels, Math.min(size, Math.round(Math.min(width, height) * mostShare)))
}

/** How many words of a cloud can be read from there: as many as leave the smallest its size. */
export function legibleWords(standpoint: Standpoint): number {
	const share = letterSize(standpoint) / Math.sqrt(standpoint.width * standpoint.height)
	return Math.max(fewestWords, Math.min(mostWords, Math.round(knownWords * (knownShare / share) ** 2)))
}
