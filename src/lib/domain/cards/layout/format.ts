import type { Format } from '../../model/card-choice.ts'

/** How a page is set, in points. */
export type PageSetting = Readonly<{
	width: number
	height: number
	/** From the edge to what is printed. */
	margin: number
	/** Between two columns. */
	gutter: number
	/** The part of the width that the narrow column takes. */
	aside: number
	/** The size of plain text, and the smallest that it is set before it goes on to another page. */
	text: number
	least: number
}>

/**
 * Paper is read in the hand: 9.5 points, never under 7.5, about the smallest print of a newspaper. A slide of 13⅓ inches is read from a seat:
 * 11 points, never under 9.
 */
export const pageSettings: Readonly<Record<Format, PageSetting>> = {
	'a4-portrait': { width: 595.28, height: 841.89, margin: 36, gutter: 20, aside: 0.31, text: 9.5, least: 7.5 },
	'a4-landscape': { width: 841.89, height: 595.28, margin: 34, gutter: 24, aside: 0.26, text: 9.5, least: 7.5 },
	slide: { width: 960, height: 540, margin: 36, gutter: 26, aside: 0.26, text: 11, least: 9 }
}
