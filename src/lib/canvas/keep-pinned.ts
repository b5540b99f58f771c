import type { Position } from '#lib/domain/model/atlas.ts'
import { freeSpot } from './free-spot.ts'
import { overlaps, type Box } from './grid-index.ts'

/**
 * An arrangement around what is pinned: it comes to where the pinned things stand, and what would lie on one of them gives way.
 * `by`: how far the whole arrangement was moved for it.
 */
export function keepPinned(
	places: ReadonlyMap<string, Position>,
	pinned: ReadonlyMap<string, Box>,
	sizeOf: (id: string) => { width: number; height: number }
): { places: Map<string, Position>; by: Position } {
	const by = meanShift(places, pinned)
	const kept = new Map<string, Position>()
	const boxes = new Map<string, Box>(pinned)
	const boxAt = (id: string, { x, y }: Position): Box => {
		const { width, height } = sizeOf(id)
		return { left: x, top: y, right: x + width, bottom: y + height }
	}
	const waiting: string[] = []
	for (const [id, place] of places) {
		if (pinned.has(id)) continue
		const at = { x: place.x + by.x, y: place.y + by.y }
		kept.set(id, at)
		const box = boxAt(id, at)
		if ([...pinned.values()].some((other) => overlaps(box, other))) waiting.push(id)
		else boxes.set(id, box)
	}
	for (const id of waiting) {
		const wished = kept.get(id) ?? { x: 0, y: 0 }
		const crowd = (area: Box) => [...boxes.values()].filter((box) => overlaps(box, area))
		const at = freeSpot(wished, sizeOf(id), crowd)
		kept.set(id, at)
		boxes.set(id, boxAt(id, at))
	}
	return { places: kept, by }
}

function meanShift(places: ReadonlyMap<string, Position>, pinned: ReadonlyMap<string, Box>): Position {
	let [x, y, count] = [0, 0, 0]
	for (const [id, box] of pinned) {
		const place = places.get(id)
		if (place === undefined) continue
		x += box.left - place.x
		y += box.top - place.y
		count += 1
	}
	return count === 0 ? { x: 0, y: 0 } : { x: Math.round(x / count), y: Math.round(y / count) }
}
