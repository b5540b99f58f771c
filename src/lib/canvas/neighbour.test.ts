import { expect, test } from 'vitest'
import type { Box } from './grid-index.ts'
import { neighbour } from './neighbour.ts'

function at(left: number, top: number): Box {
	return { left, top, right: left + 100, bottom: top + 40 }
}

const boxes = new Map([
	['here', at(0, 0)],
	['right', at(200, 10)],
	['far right', at(500, 0)],
	['below', at(20, 100)],
	['right below', at(160, 160)]
])

test('the next thing is the one straight on, not the one that is nearest aside', () => {
	expect(neighbour(boxes, at(0, 0), { x: 1, y: 0 }, 'here')).toBe('right')
	expect(neighbour(boxes, at(0, 0), { x: 0, y: 1 }, 'here')).toBe('below')
	expect(neighbour(boxes, at(200, 10), { x: -1, y: 0 }, 'right')).toBe('here')
})

test('where nothing stands in a direction there is no next thing', () => {
	expect(neighbour(boxes, at(0, 0), { x: -1, y: 0 }, 'here')).toBeNull()
	expect(neighbour(boxes, at(0, 0), { x: 0, y: -1 }, 'here')).toBeNull()
})
