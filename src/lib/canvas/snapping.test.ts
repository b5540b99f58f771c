import { expect, test } from 'vitest'
import type { Box } from './grid-index.ts'
import { noSnap, snap } from './snapping.ts'

function box(left: number, top: number, width = 100, height = 40): Box {
	return { left, top, right: left + width, bottom: top + height }
}

test('an edge within reach draws the box to it, and a guide joins the two', () => {
	const { by, guides } = snap(box(203, 300), [box(200, 0)], 6)
	expect(by).toEqual({ x: -3, y: 0 })
	expect(guides).toContainEqual({ axis: 'x', at: 200, from: 0, to: 340 })
})

test('middles and opposite edges agree as well, the nearest first', () => {
	expect(snap(box(0, 18, 100, 20), [box(300, 0, 100, 60)], 6).by).toEqual({ x: 0, y: 2 })
	expect(snap(box(304, 200), [box(200, 0)], 6).by.x).toBe(-4)
	expect(snap(box(4, 200), [box(0, 0), box(5, 100)], 6).by.x).toBe(1)
})

test('between two neighbours the gaps become alike', () => {
	const { by } = snap(box(197, 3), [box(0, 20, 100, 77), box(300, 20, 100, 91)], 6)
	expect(by.x).toBe(3)
})

test('beyond reach nothing is drawn anywhere', () => {
	expect(snap(box(500, 500), [box(0, 0)], 6)).toBe(noSnap)
	expect(snap(box(0, 0), [], 6)).toBe(noSnap)
})
