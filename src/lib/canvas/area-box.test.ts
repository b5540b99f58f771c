import { expect, test } from 'vitest'
import { boxOfArea, liesIn, resized } from './area-box.ts'

const box = boxOfArea({ x: 100, y: 200, width: 400, height: 300 })

test('what lies wholly in an area belongs to it, what only touches it does not', () => {
	expect(liesIn(box, { left: 110, top: 210, right: 200, bottom: 250 })).toBe(true)
	expect(liesIn(box, { left: 90, top: 210, right: 200, bottom: 250 })).toBe(false)
	expect(liesIn(box, box)).toBe(true)
})

test('a corner moves its two edges and leaves the others', () => {
	expect(resized(box, { x: 0, y: 1 }, { x: -50, y: 20 })).toEqual({ left: 50, top: 200, right: 500, bottom: 520 })
	expect(resized(box, { x: 1, y: 0 }, { x: -50, y: 20 })).toEqual({ left: 100, top: 220, right: 450, bottom: 500 })
})

test('an area never becomes too small to be taken in hand', () => {
	expect(resized(box, { x: 1, y: 1 }, { x: -5000, y: -5000 })).toEqual({ left: 100, top: 200, right: 180, bottom: 280 })
	expect(resized(box, { x: 0, y: 0 }, { x: 5000, y: 5000 })).toEqual({ left: 420, top: 420, right: 500, bottom: 500 })
})
