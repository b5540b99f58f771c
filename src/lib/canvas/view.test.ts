import { expect, test } from 'vitest'
import { boxInView, keptWindow, toCanvas, viewportOn, zoomedAbout } from './view.ts'

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

const reach = { margin: 0.5, most: 3 }
const bounds = { left: 0, top: 0, right: 100_000, bottom: 100_000 }
const viewed = (x: number, zoom = 1) => boxInView({ x, y: -5000, zoom }, size)

test('a window is kept while it holds the view, however the view moves in it', () => {
	const first = keptWindow(null, viewed(-5000), bounds, reach)
	expect(first).toEqual({ left: 4500, top: 4600, right: 6500, bottom: 6200 })
	expect(keptWindow(first, viewed(-5400), bounds, reach)).toBe(first)
	expect(keptWindow(first, viewed(-5600), bounds, reach)).not.toBe(first)
})

test('a window is given up when it has become too large for the view', () => {
	const first = keptWindow(null, viewed(-5000), bounds, reach)
	expect(keptWindow(first, boxInView({ x: -7500, y: -7500, zoom: 1.4 }, size), bounds, reach)).toBe(first)
	expect(keptWindow(first, boxInView({ x: -11_000, y: -11_000, zoom: 2 }, size), bounds, reach)).not.toBe(first)
})

test('a window with the whole map in it is kept wherever beyond the map the view goes', () => {
	const whole = keptWindow(null, boxInView({ x: 0, y: 0, zoom: 0.005 }, size), bounds, reach)
	expect(keptWindow(whole, boxInView({ x: 0, y: 0, zoom: 0.001 }, size), bounds, reach)).toBe(whole)
	expect(keptWindow(whole, boxInView({ x: 2000, y: 2000, zoom: 0.005 }, size), bounds, reach)).toBe(whole)
})
