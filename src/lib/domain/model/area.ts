import { z } from 'zod'
import { id, name, number } from './fields.ts'

/** The colours of areas: those of the theme, so that they are right in light and dark. */
export const areaTones = ['plain', 'persona', 'value', 'need', 'product', 'channel'] as const
export type AreaTone = (typeof areaTones)[number]

/** A named rectangle on the map, in canvas units. What lies wholly in it goes where it goes. */
export const area = z.strictObject({
	id,
	name,
	x: number(),
	y: number(),
	width: number(),
	height: number(),
	tone: z.enum(areaTones).default('plain'),
	/** Whether arranging made it: then the next arranging takes it away. */
	isLane: z.boolean().default(false)
})
export type Area = z.output<typeof area>
