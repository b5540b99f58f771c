import { printColours } from '../pictures/print-colours.ts'
import { contrast, darkened, mixed } from './contrast.ts'
import type { Ink } from './layout/page.ts'

/** Every colour of a page. */
export type PageColours = Readonly<Record<Ink, string>>

/** The two colours of a house that has chosen none. */
export const plainHouse = { primary: '#27409b', secondary: '#0f766e' } as const

/** What white text, and text on white, must reach (WCAG 2.2 AA), and what bars and frames must. */
const leastOf = { primary: 4.5, secondary: 3 } as const

/** A colour of the house as it is used: what was chosen, and what it was darkened to so that it is read on white. */
export type HouseColour = Readonly<{ chosen: string; used: string; contrast: number }>

/** Whether a colour of the house can be used as it is, and what is used instead where not. */
export function houseColour(part: 'primary' | 'secondary', chosen: string): HouseColour {
	return { chosen, used: darkened(chosen, '#ffffff', leastOf[part]), contrast: contrast(chosen, '#ffffff') }
}

/** The colours of pages in the colours of the house. What means something keeps its colour: how a need is served is told alike everywhere. */
export function pageColours(primary: string, secondary: string): PageColours {
	const accent = houseColour('primary', primary).used
	const soft = mixed(accent, '#ffffff', 0.07)
	const second = houseColour('secondary', secondary).used
	return {
		...printColours,
		accent,
		'accent-soft': soft,
		'accent-strong': darkened(accent, soft, 5.5),
		secondary: second,
		'secondary-soft': mixed(second, '#ffffff', 0.07)
	}
}
