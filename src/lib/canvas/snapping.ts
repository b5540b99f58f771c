import type { Box } from './grid-index.ts'
import type { Point } from './view.ts'

/** A line on which edges or middles agree, from one end to the other, in canvas units. */
export type Guide = Readonly<{ axis: 'x' | 'y'; at: number; from: number; to: number }>
/** How far to move so that something agrees, and the lines that show what. */
export type Snap = Readonly<{ by: Point; guides: readonly Guide[] }>

export const noSnap: Snap = { by: { x: 0, y: 0 }, guides: [] }

type Axis = 'x' | 'y'

/** Start, middle and end of a box along an axis. */
function linesOf(box: Box, axis: Axis): readonly [number, number, number] {
	const [start, end] = axis === 'x' ? [box.left, box.right] : [box.top, box.bottom]
	return [start, (start + end) / 2, end]
}

function across(box: Box, axis: Axis): readonly [number, number] {
	return axis === 'x' ? [box.top, box.bottom] : [box.left, box.right]
}

/** The least step by which a start, middle or end of the box comes to that of another; null beyond reach. */
function nearest(box: Box, others: readonly Box[], axis: Axis, reach: number): number | null {
	let best: number | null = null
	const own = linesOf(box, axis)
	for (const other of others) {
		for (const line of linesOf(other, axis)) {
			for (const mine of own) {
				const step = line - mine
				if (Math.abs(step) <= reach && (best === null || Math.abs(step) < Math.abs(best))) best = step
			}
		}
	}
	return best
}

/** The step that makes the gaps to the two neighbours along an axis alike; null where there are not two, or beyond reach. */
function evenGap(box: Box, others: readonly Box[], axis: Axis, reach: number): number | null {
	const [from, to] = across(box, axis)
	const [start, , end] = linesOf(box, axis)
	let before = -Infinity
	let after = Infinity
	for (const other of others) {
		const [low, high] = across(other, axis)
		if (high < from || low > to) continue
		const [left, , right] = linesOf(other, axis)
		if (right <= start + reach) before = Math.max(before, right)
		if (left >= end - reach) after = Math.min(after, left)
	}
	const step = (before + after) / 2 - (start + end) / 2
	return Number.isFinite(step) && Math.abs(step) <= reach ? step : null
}

/** The lines on which the box, where it stands now, agrees with others: each as long as what it joins. */
function guidesOf(box: Box, others: readonly Box[], axis: Axis): Guide[] {
	const guides = new Map<number, Guide>()
	const own = linesOf(box, axis)
	for (const other of others) {
		for (const at of linesOf(other, axis)) {
			if (!own.some((mine) => Math.abs(mine - at) < 0.01)) continue
			const known = guides.get(at)
			const ends = [...across(box, axis), ...across(other, axis), ...(known ? [known.from, known.to] : [])]
			guides.set(at, { axis, at, from: Math.min(...ends), to: Math.max(...ends) })
		}
	}
	return [...guides.values()]
}

/**
 * Where a box that is moved wants to stand: in line with what is near, by edges or middles, else midway between two neighbours.
 * `reach`: how far it may be drawn. The two axes agree each by itself.
 */
export function snap(box: Box, others: readonly Box[], reach: number): Snap {
	const x = nearest(box, others, 'x', reach) ?? evenGap(box, others, 'x', reach)
	const y = nearest(box, others, 'y', reach) ?? evenGap(box, others, 'y', reach)
	if (x === null && y === null) return noSnap
	const by = { x: x ?? 0, y: y ?? 0 }
	const moved = { left: box.left + by.x, top: box.top + by.y, right: box.right + by.x, bottom: box.bottom + by.y }
	const guides = [
		...(x === null ? [] : guidesOf(moved, others, 'x')),
		...(y === null ? [] : guidesOf(moved, others, 'y'))
	]
	return { by, guides }
}
