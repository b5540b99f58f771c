import { expect, test } from 'vitest'
import { aligned, alignments, distributed } from './aligning.ts'

const boxes = new Map([
	['a', { left: 0, top: 0, right: 100, bottom: 40 }],
	['b', { left: 30, top: 100, right: 90, bottom: 180 }],
	['c', { left: 200, top: 300, right: 400, bottom: 340 }]
])

test('edges and middles come in line', () => {
	const at = (how: (typeof alignments)[number]) => [...aligned(boxes, how).values()]
	expect(at('left').map(({ x }) => x)).toEqual([0, 0, 0])
	expect(at('right').map(({ x }) => x)).toEqual([300, 340, 200])
	expect(at('center').map(({ x }) => x)).toEqual([150, 170, 100])
	expect(at('top').map(({ y }) => y)).toEqual([0, 0, 0])
	expect(at('bottom').map(({ y }) => y)).toEqual([300, 260, 300])
	expect(at('middle').map(({ y }) => y)).toEqual([150, 130, 150])
	expect(at('left').map(({ y }) => y)).toEqual([0, 100, 300])
	expect(aligned(new Map(), 'left').size).toBe(0)
})

test('gaps become alike between the outermost, which stay', () => {
	const places = distributed(boxes, 'y')
	expect([...places].map(([id, { y }]) => [id, y])).toEqual([
		['a', 0],
		['b', 130],
		['c', 300]
	])
	expect(places.get('b')?.x).toBe(30)
})

test('what does not fit between the outermost stands a little apart', () => {
	const tight = new Map([...boxes].map(([id, box]) => [id, { ...box, top: 0, bottom: 40 }]))
	expect([...distributed(tight, 'y').values()].map(({ y }) => y)).toEqual([0, 54, 108])
	expect(distributed(new Map([...boxes].slice(0, 2)), 'x').size).toBe(0)
})
