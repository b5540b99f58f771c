import { sideScenes, type SideScene, type WallScene } from '../model/wall.ts'

/** Where a playlist is: the scene on show, and the last one that was not the cloud (null: none was). */
export type Place = { readonly scene: WallScene; readonly side: SideScene | null }

/** Where a wall begins. */
export const beginning: Place = { scene: 'cloud', side: null }

/** All places in the order in which they come, over and over: the cloud after every other scene. */
const ring: readonly Place[] = sideScenes.flatMap((side) => [
	{ scene: side, side },
	{ scene: 'cloud', side }
])

/**
 * The place after this one, or before it with a step of −1. What is not available (left out, empty, broken) is passed over; where there is nothing else, the
 * cloud stays.
 */
export function steppedFrom(place: Place, step: 1 | -1, available: ReadonlySet<WallScene>): Place {
	const side = place.side ?? sideScenes.at(-1)
	const at = ring.findIndex((other) => other.scene === place.scene && other.side === side)
	for (let turn = 1; turn <= ring.length; turn += 1) {
		const found = ring[(at + step * turn + ring.length * 2) % ring.length]
		// A cloud belongs to the scene before it: without that one it would follow another cloud.
		if (found?.side && available.has(found.side) && available.has(found.scene)) return found
	}
	return { scene: 'cloud', side: place.side }
}

/** The place of a scene that was asked for. */
export function placeOf(scene: WallScene, { side }: Place): Place {
	return scene === 'cloud' ? { scene, side } : { scene, side: scene }
}
