import { z } from 'zod'
import { id, name, number } from './fields.ts'

/** What can be shown on the map beside its nodes and links. */
export const mapLayers = ['gaps', 'redundancies', 'roles', 'media', 'stages', 'evidence'] as const
export type MapLayer = (typeof mapLayers)[number]

/** A named place to look at on the map; views are presented in order of `order`, then of id, like slides. */
export const view = z.strictObject({
	id,
	name,
	order: number().default(0),
	/** The middle of what is seen, in canvas units, and how many pixels of the window one unit takes. */
	x: number(),
	y: number(),
	zoom: number(),
	/** How much is seen, in canvas units: a window of another size shows all of it. 0: not known, then `zoom` holds. */
	width: number().default(0),
	height: number().default(0),
	/** The layers that are shown; null: those that are shown anyway. */
	layers: z.array(z.enum(mapLayers)).nullable().default(null),
	lens: z.enum(['today', 'plan']).nullable().default(null),
	/** What stands out with its paths; nothing else is shown. */
	focus: z.array(id).default([])
})
export type View = z.output<typeof view>
