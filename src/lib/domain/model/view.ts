import { z } from 'zod'
import { id, name, number } from './fields.ts'

/** A named place to look at on the map; views are presented in order of `order`, then of id, like slides. */
export const view = z.strictObject({
	id,
	name,
	order: number().default(0),
	/** The middle of what is seen, in canvas units, and how many pixels of the window one unit takes. */
	x: number(),
	y: number(),
	zoom: number()
})
export type View = z.output<typeof view>
