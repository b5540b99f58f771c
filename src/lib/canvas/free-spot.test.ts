import { expect, test } from 'vitest'
import { freeSpot } from './free-spot.ts'
import { GridIndex, type Box } from './grid-index.ts'

function crowdOf(...boxes: Box[]) {
	const index = new GridIndex(new Map(boxes.map((box, at) => [String(at), box])))
	return (area: Box) => index.within(area).map((id) => index.boxOf(id) ?? area)
}
const size = { width: 100, height: 40 }

test('a free place is taken as wished, in whole units', () => {
	expect(freeSpot({ x: 10.4, y: 20.6 }, size, crowdOf())).toEqual({ x: 10, y: 21 })
})

test('what is in the way is passed, below or above', () => {
	const crowd = crowdOf({ left: 0, top: 0, right: 100, bottom: 40 }, { left: 0, top: 54, right: 100, bottom: 94 })
	expect(freeSpot({ x: 0, y: 10 }, size, crowd)).toEqual({ x: 0, y: 108 })
	expect(freeSpot({ x: 0, y: 10 }, size, crowd, 'up')).toEqual({ x: 0, y: -54 })
	expect(freeSpot({ x: 200, y: 10 }, size, crowd)).toEqual({ x: 200, y: 10 })
})
