import { expect, test } from 'vitest'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { autoPlace, spacedNear } from './auto-place.ts'
import { overlaps, type Box } from './grid-index.ts'
import { sizeOfType } from './node-shape.ts'
import { project, type MapGraph } from './project.ts'

function boxesIn(graph: MapGraph): Map<string, Box> {
	const places = autoPlace(graph, graph.nodes.keys())
	return new Map(
		[...graph.nodes.values()].map(({ id, type }) => {
			const { x, y } = places.get(id) ?? { x: Number.NaN, y: Number.NaN }
			return [id, { left: x, top: y, right: x + sizeOfType[type].width, bottom: y + sizeOfType[type].height }]
		})
	)
}

test('the worked case stands in five columns, and nothing lies over anything', () => {
	const graph = project(veldhaven())
	const boxes = [...boxesIn(graph)]
	for (const [at, [id, box]] of boxes.entries()) {
		expect(Number.isInteger(box.left) && Number.isInteger(box.top), id).toBe(true)
		for (const [other, otherBox] of boxes.slice(at + 1))
			expect(overlaps(box, otherBox), `${id} and ${other}`).toBe(false)
	}
	const left = (type: string) =>
		new Set(boxes.filter(([id]) => graph.nodes.get(id)?.type === type).map(([, box]) => box.left))
	const columns = ['value', 'persona', 'need', 'product', 'channel'].map((type) => [...left(type)])
	expect(columns.map((column) => column.length)).toEqual([1, 1, 1, 1, 1])
	expect(columns.flat()).toEqual(columns.flat().toSorted((one, other) => one - other))
})

test('the needs of a persona stand together', () => {
	const graph = project(veldhaven())
	const boxes = boxesIn(graph)
	const order = [...veldhaven().needs.keys()].sort(
		(one, other) => (boxes.get(one)?.top ?? 0) - (boxes.get(other)?.top ?? 0)
	)
	const owner = (need: string) => graph.linksOf(need).find(({ table }) => table === 'has')?.from
	const changes = order.filter((need, at) => at > 0 && owner(need) !== owner(order[at - 1] ?? ''))
	expect(changes).toHaveLength(3)
})

test('the same atlas is placed the same', () => {
	const [one, other] = [project(veldhaven()), project(veldhaven())]
	expect(autoPlace(one, one.nodes.keys())).toEqual(autoPlace(other, other.nodes.keys()))
})

test('places keep their order and distance and stay as near to the wish as they can', () => {
	expect(spacedNear([0, 100, 200], 50)).toEqual([0, 100, 200])
	expect(spacedNear([10, 10, 10], 50)).toEqual([-40, 10, 60])
	expect(spacedNear([], 50)).toEqual([])
})
