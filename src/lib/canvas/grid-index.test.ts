import { expect, test } from 'vitest'
import { GridIndex, overlaps, type Box } from './grid-index.ts'

const seed = 20260101

function randomBoxes(count: number): Map<string, Box> {
	let state = seed
	const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
	return new Map(
		Array.from({ length: count }, (_, at) => {
			const left = next() * 9000 - 4500
			const top = next() * 9000 - 4500
			return [`n${at}`, { left, top, right: left + next() * 900, bottom: top + next() * 200 }]
		})
	)
}

test(`what lies in a rectangle is found as by looking at everything (seed ${seed})`, () => {
	const boxes = randomBoxes(400)
	const index = new GridIndex(boxes)
	for (const area of randomBoxes(60).values()) {
		const wide = { ...area, right: area.right + 1500, bottom: area.bottom + 1500 }
		const expected = [...boxes].filter(([, box]) => overlaps(box, wide)).map(([id]) => id)
		expect(index.within(wide).sort()).toEqual(expected.sort())
	}
})

test('a point finds the node that lies on top', () => {
	const index = new GridIndex(
		new Map([
			['under', { left: 0, top: 0, right: 100, bottom: 100 }],
			['over', { left: 50, top: 50, right: 150, bottom: 150 }]
		])
	)
	expect(index.at(60, 60)).toBe('over')
	expect(index.at(10, 10)).toBe('under')
	expect(index.at(500, 500)).toBeNull()
})

test('an empty index finds nothing and has no bounds', () => {
	const index = new GridIndex(new Map())
	expect(index.within({ left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 })).toEqual([])
	expect(index.bounds).toBeNull()
})
