import { expect, test } from 'vitest'
import { boxInView, stepped, toCanvas, viewportOn, zoomedAbout } from './view.ts'

const size = { width: 1000, height: 800 }
const none = { left: 0, top: 0, right: 0, bottom: 0 }

test('looking at a rectangle has all of it in view, in the middle of what nothing lies over', () => {
	const box = { left: 100, top: 100, right: 4100, bottom: 1100 }
	const view = boxInView(viewportOn(box, size, none), size)
	expect(view.left).toBeCloseTo(100)
	expect(view.right).toBeCloseTo(4100)
	expect(view.top).toBeLessThan(100)
	const beside = viewportOn(box, size, { ...none, right: 400 })
	expect(toCanvas(beside, { x: 300, y: 400 })).toMatchObject({ x: 2100, y: 600 })
})

test('zooming keeps the point under the pointer', () => {
	const before = { x: 40, y: -20, zoom: 0.8 }
	const point = { x: 333, y: 222 }
	const after = zoomedAbout(before, point, 1.5)
	expect(toCanvas(after, point).x).toBeCloseTo(toCanvas(before, point).x)
	expect(toCanvas(after, point).y).toBeCloseTo(toCanvas(before, point).y)
	expect(zoomedAbout(before, point, 1000).zoom).toBe(2.5)
})

test('the stepped window holds the view and stays the same while it moves a little', () => {
	const at = (x: number) => stepped(boxInView({ x, y: 0, zoom: 1 }, size), 1)
	expect(at(-200)).toEqual(at(-210))
	const window = at(-200)
	expect(window.left).toBeLessThanOrEqual(200)
	expect(window.right).toBeGreaterThanOrEqual(1200)
})
