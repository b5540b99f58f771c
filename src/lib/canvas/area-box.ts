import type { Area } from '#lib/domain/model/area.ts'
import type { Box } from './grid-index.ts'
import type { Point } from './view.ts'

/** Which corner of an area a hand has: 0 left or top, 1 right or bottom. */
export type Corner = Readonly<{ x: 0 | 1; y: 0 | 1 }>

/** The least width and height of an area. */
const least = 80

/** The rectangle of an area. */
export function boxOfArea({ x, y, width, height }: Pick<Area, 'x' | 'y' | 'width' | 'height'>): Box {
	return { left: x, top: y, right: x + width, bottom: y + height }
}

/** A box after one of its corners was moved; it never becomes too small to hold. */
export function resized(box: Box, corner: Corner, by: Point): Box {
	return {
		left: corner.x === 0 ? Math.min(box.left + by.x, box.right - least) : box.left,
		top: corner.y === 0 ? Math.min(box.top + by.y, box.bottom - least) : box.top,
		right: corner.x === 1 ? Math.max(box.right + by.x, box.left + least) : box.right,
		bottom: corner.y === 1 ? Math.max(box.bottom + by.y, box.top + least) : box.bottom
	}
}

/** Whether all of the second box lies in the first. */
export function liesIn(outer: Box, inner: Box): boolean {
	return (
		inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
	)
}
