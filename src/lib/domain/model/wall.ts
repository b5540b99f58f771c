import { z } from 'zod'
import { broken, id, limited, number, setOf, texts, wholeNumber } from './fields.ts'

/** The id of the one row: all walls of an atlas show by the same rules; what steers one wall alone is not kept. */
export const wallId = 'wall'

/** What a wall can show, in the order in which it does. The cloud comes between the others and is always among them. */
export const wallScenes = ['cloud', 'echo', 'channels', 'tasks', 'done'] as const
export type WallScene = (typeof wallScenes)[number]
/** The scenes that can be left out. */
export const sideScenes = ['echo', 'channels', 'tasks', 'done'] as const satisfies readonly WallScene[]
export type SideScene = (typeof sideScenes)[number]

/** How many words a cloud shows at the least and at the most. */
export const fewestWords = 10
export const mostWords = 120
/** How many words can be kept off the walls by hand. */
const mostBlocked = 2000

const timeOfDay = z
	.string()
	.refine((text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text), broken('time', 'A time of day is written hh:mm'))
	.nullable()
	.default(null)

function between(least: number, most: number) {
	return number(
		z
			.number()
			.min(least, broken('too-small', `At least ${least}`, { least: String(least) }))
			.max(most, broken('too-big', `At most ${most}`, { most: String(most) }))
	)
}

/** How the walls of an atlas show what customers say. A file leaves out null, empty texts and empty lists, so these are the defaults of such fields. */
export const wall = z.strictObject({
	id,
	/** The scenes that do not take turns with the cloud. */
	without: setOf(sideScenes),
	/** How long a scene stays, in seconds. */
	seconds: wholeNumber(10, 600).default(90),
	/** The screen's diagonal in inches, and how far from it people stand, in metres: what the smallest letter follows from. */
	diagonal: between(10, 400).default(65),
	distance: between(0.5, 50).default(4),
	/** How many words are wanted; the distance may allow fewer. */
	words: wholeNumber(fewestWords, mostWords).default(60),
	/** The hours before the newest mention that count; 0: everything that was ever said. */
	hours: wholeNumber(0, 8760).default(168),
	/** Nothing moves: words and scenes change without a movement. */
	isStill: z.boolean().default(false),
	/** Between these times of day the wall is dark; null: never. */
	quietFrom: timeOfDay,
	quietTo: timeOfDay,
	/** Words that are never shown, in whatever form. */
	blocked: z
		.array(texts.unwrap().element)
		.max(mostBlocked, broken('too-big', `At most ${mostBlocked}`, { most: String(mostBlocked) }))
		.default([]),
	/** A new word waits for so many minutes after it was first said; there is time to hide it. */
	hold: wholeNumber(0, 10_080).default(0),
	/** A word is shown once so many different authors have said it. */
	authors: wholeNumber(1, 50).default(1),
	/** Stands on every wall until it is taken away; empty: none. */
	message: limited(200).default('')
})
export type Wall = z.output<typeof wall>

/** The wall of an atlas for which nothing was set. */
export const plainWall: Wall = wall.parse({ id: wallId })

/** How the walls of an atlas are set. */
export function wallOf(atlas: Readonly<{ walls: ReadonlyMap<string, Wall> }>): Wall {
	return atlas.walls.get(wallId) ?? plainWall
}
