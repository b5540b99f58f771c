import type { Position } from '#lib/domain/model/atlas.ts'
import { boxAround, type Box } from './grid-index.ts'

export const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof alignments)[number]

/** Things with their boxes. */
type Boxes = ReadonlyMap<string, Box>

/** Where things stand in line by an edge or by their middles: at the outermost of them, middles at the middle of all. */
export function aligned(boxes: Boxes, how: Alignment): Map<string, Position> {
	const around = boxAround(boxes.values())
	if (around === null) return new Map()
	const place = ({ left, top, right, bottom }: Box): Position => {
		switch (how) {
			case 'left':
				return { x: around.left, y: top }
			case 'right':
				return { x: around.right - (right - left), y: top }
			case 'center':
				return { x: (around.left + around.right - (right - left)) / 2, y: top }
			case 'top':
				return { x: left, y: around.top }
			case 'bottom':
				return { x: left, y: around.bottom - (bottom - top) }
			case 'middle':
				return { x: left, y: (around.top + around.bottom - (bottom - top)) / 2 }
		}
	}
	return new Map([...boxes].map(([id, box]) => [id, place(box)]))
}

/**
 * Where things stand with the same gap from one to the next, left to right or top to bottom: the outermost stay. Where they do not fit
 * between these, they stand a little apart and the last one moves on.
 */
export function distributed(boxes: Boxes, axis: 'x' | 'y'): Map<string, Position> {
	const start = (box: Box) => (axis === 'x' ? box.left : box.top)
	const end = (box: Box) => (axis === 'x' ? box.right : box.bottom)
	const ordered = [...boxes].toSorted(([, one], [, other]) => start(one) - start(other) || end(one) - end(other))
	const first = ordered[0]?.[1]
	const last = ordered.at(-1)?.[1]
	if (first === undefined || last === undefined || ordered.length < 3) return new Map()
	const filled = ordered.reduce((sum, [, box]) => sum + end(box) - start(box), 0)
	const furthest = ordered.reduce((most, [, box]) => Math.max(most, end(box)), -Infinity)
	const gap = Math.max(leastGap, (furthest - start(first) - filled) / (ordered.length - 1))
	let at = start(first)
	return new Map(
		ordered.map(([id, box]) => {
			const place = axis === 'x' ? { x: at, y: box.top } : { x: box.left, y: at }
			at += end(box) - start(box) + gap
			return [id, place]
		})
	)
}

const leastGap = 14
