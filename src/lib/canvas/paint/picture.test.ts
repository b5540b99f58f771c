import { expect, test } from 'vitest'
import { movedTo } from './picture.ts'

const drawn = { viewport: { x: 100, y: 50, zoom: 0.5 }, scale: 1 }

test('a picture that is looked at nearer is sized about the place of the map that stays', () => {
	const { x, y, factor } = movedTo(drawn, { x: 300, y: 200, zoom: 1 })
	expect(factor).toBe(2)
	// The point (400, 200) of the map: in the picture at (300, 150), on the screen at (700, 400).
	expect([300 * factor + x, 150 * factor + y]).toEqual([700, 400])
})

test('a picture that is only moved stays on whole pixels of the screen', () => {
	expect(movedTo(drawn, { x: 110.4, y: 20.6, zoom: 0.5 })).toEqual({ x: 10, y: -29, factor: 1 })
	expect(movedTo({ ...drawn, scale: 2 }, { x: 110.4, y: 20.6, zoom: 0.5 })).toEqual({ x: 10.5, y: -29.5, factor: 1 })
})
