import { expect, test } from 'vitest'
import { keepPinned } from './keep-pinned.ts'

const sizeOf = () => ({ width: 100, height: 50 })

test('the arrangement comes to what is pinned, and nothing is put on it', () => {
	const places = new Map([
		['pinned', { x: 0, y: 0 }],
		['beside', { x: 200, y: 0 }],
		['below', { x: 0, y: 100 }]
	])
	const pinned = new Map([['pinned', { left: 1000, top: 500, right: 1100, bottom: 550 }]])
	const { places: kept, by } = keepPinned(places, pinned, sizeOf)
	expect(by).toEqual({ x: 1000, y: 500 })
	expect([...kept]).toEqual([
		['beside', { x: 1200, y: 500 }],
		['below', { x: 1000, y: 600 }]
	])
})

test('what would lie on a pinned thing gives way', () => {
	const places = new Map([
		['one', { x: 0, y: 0 }],
		['two', { x: 0, y: 60 }],
		['other', { x: 0, y: 120 }]
	])
	const pinned = new Map([
		['one', { left: 0, top: 0, right: 100, bottom: 50 }],
		['two', { left: 0, top: 180, right: 100, bottom: 230 }]
	])
	const { places: kept } = keepPinned(places, pinned, sizeOf)
	expect(kept.size).toBe(1)
	expect(kept.get('other')?.y).toBeGreaterThanOrEqual(230)
})

test('without anything pinned an arrangement is as it was', () => {
	const places = new Map([['one', { x: 3, y: 4 }]])
	expect(keepPinned(places, new Map(), sizeOf)).toEqual({ places, by: { x: 0, y: 0 } })
})
