import { expect, test } from 'vitest'
import { overlaps } from './grid-index.ts'
import { boxOfPlaces, pastePlaces } from './paste-places.ts'

function line(ref: string, table: 'personas' | 'needs' | 'channels', depth: number) {
	return { ref, table, depth, parent: null }
}

test('an outline stands in columns, the first of a line beside it and nothing over another', () => {
	const tree = [
		line('a', 'personas', 0),
		line('b', 'needs', 1),
		line('c', 'channels', 2),
		line('d', 'channels', 2),
		line('e', 'needs', 1),
		line('f', 'personas', 0)
	]
	const places = pastePlaces(tree)
	expect([places.get('a'), places.get('b'), places.get('c')].map((place) => place?.y)).toEqual([0, 0, 0])
	const boxes = tree.map((one) => boxOfPlaces([one], places))
	for (const [at, one] of boxes.entries())
		for (const other of boxes.slice(at + 1)) expect(overlaps(one, other)).toBe(false)
	expect(places.get('e')?.x).toBe(places.get('b')?.x)
})

test('a long list stands in several columns', () => {
	const tree = Array.from({ length: 100 }, (_, at) => line(String(at), 'needs', 0))
	const { right, bottom } = boxOfPlaces(tree, pastePlaces(tree))
	expect(right).toBeGreaterThan(1000)
	expect(bottom).toBeLessThan(2000)
	expect(boxOfPlaces([], new Map())).toEqual({ left: 0, top: 0, right: 0, bottom: 0 })
})
