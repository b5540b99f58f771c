import { overlaps, type Box } from './grid-index.ts'
import type { Size } from './node-shape.ts'
import type { Point } from './view.ts'

/** What lies in a rectangle, as boxes. */
export type Crowd = (area: Box) => readonly Box[]

const gap = 14

/** The wished place for something of this size, or the next one below it (or above) where it covers nothing. In whole canvas units. */
export function freeSpot(wished: Point, size: Size, crowd: Crowd, towards: 'down' | 'up' = 'down'): Point {
	const x = Math.round(wished.x)
	let y = Math.round(wished.y)
	for (let tries = 0; tries < 2000; tries += 1) {
		const area = { left: x - 8, top: y - 8, right: x + size.width + 8, bottom: y + size.height + 8 }
		const inTheWay = crowd(area).filter((box) => overlaps(box, area))
		if (inTheWay.length === 0) break
		y = Math.round(
			towards === 'down'
				? Math.max(...inTheWay.map(({ bottom }) => bottom)) + gap
				: Math.min(...inTheWay.map(({ top }) => top)) - gap - size.height
		)
	}
	return { x, y }
}
