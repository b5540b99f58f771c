import { expect, test } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { channel } from '#lib/domain/model/channel.ts'
import { need } from '#lib/domain/model/need.ts'
import { randomAtlas } from '#lib/domain/model/random-atlas.ts'
import { arrangeBy } from './arrange-by.ts'
import { overlaps } from './grid-index.ts'
import { sizeOfType } from './node-shape.ts'
import { project, type MapGraph } from './project.ts'
import { boxOfArea, liesIn } from './area-box.ts'

function boxOf(graph: MapGraph, places: ReadonlyMap<string, { x: number; y: number }>, id: string) {
	const node = graph.nodes.get(id)
	const place = places.get(id)
	if (node === undefined || place === undefined) throw new Error(`${id} has no place`)
	return boxOfArea({ ...place, ...sizeOfType[node.type] })
}

test('needs, what answers them and where it is offered stand in the lane of their stage', () => {
	const graph = project(smallAtlas())
	const { places, lanes } = arrangeBy(graph, 'stage')
	expect(lanes.map(({ of }) => of)).toEqual(['discover', 'explore', 'buy', 'use', 'share'])
	const use = lanes.find(({ of }) => of === 'use')
	for (const id of ['N', 'O', 'C']) expect(use && liesIn(use.box, boxOf(graph, places, id)), id).toBe(true)
	for (const id of ['P', 'V', 'D'])
		for (const lane of lanes) expect(overlaps(lane.box, boxOf(graph, places, id)), id).toBe(false)
})

test('a channel stands in a lane of a role that it has', () => {
	const atlas = smallAtlas()
	const channels = new Map([...atlas.channels, ['C', channel.parse({ id: 'C', name: 'App', roles: ['reach'] })]])
	const needs = new Map([...atlas.needs, ['M', need.parse({ id: 'M', name: 'Know', kind: 'advice', stage: 'buy' })]])
	const graph = project({ ...atlas, channels, needs })
	const { places, lanes } = arrangeBy(graph, 'role')
	expect(lanes.map(({ of }) => of)).toEqual(['reach', 'depth', 'relationship'])
	const [reach, depth, relationship] = lanes
	expect(reach && liesIn(reach.box, boxOf(graph, places, 'C'))).toBe(true)
	expect(depth && liesIn(depth.box, boxOf(graph, places, 'M'))).toBe(true)
	expect(relationship && liesIn(relationship.box, boxOf(graph, places, 'N'))).toBe(true)
})

test('everything gets a place and nothing covers anything else', () => {
	const graph = project(randomAtlas(7))
	for (const by of ['stage', 'role'] as const) {
		const { places } = arrangeBy(graph, by)
		expect(places.size).toBe(graph.nodes.size)
		const boxes = [...places.keys()].map((id) => boxOf(graph, places, id))
		boxes.forEach((box, index) => {
			for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false)
		})
	}
})
