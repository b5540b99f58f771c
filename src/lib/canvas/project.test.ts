import { expect, test } from 'vitest'
import { hasSameGraph, project } from './project.ts'
import { smallMap } from './small-map.ts'

test('every thing is a node and every link a link, with what it says', () => {
	const graph = project(smallMap())
	expect([...graph.nodes.keys()].sort()).toEqual(['ann', 'bo', 'fast', 'n1', 'n2', 'phone', 'r1', 'r2', 'web'])
	expect(graph.links.get('has/ann:n1')).toMatchObject({ from: 'ann', to: 'n1', strength: 5, rank: null, status: null })
	expect(graph.links.get('prefers/n1:phone')).toMatchObject({ rank: 1 })
	expect(graph.links.get('delivers/r2:web')).toMatchObject({ status: 'planned' })
	expect(graph.linksOf('n1').map(({ id }) => id)).toEqual(['has/ann:n1', 'prefers/n1:phone', 'fulfils/r1:n1'])
})

test('what did not change is the same object after a change elsewhere', () => {
	const before = smallMap()
	const bo = before.personas.get('bo')
	if (bo === undefined) throw new Error('no Bo')
	const after = { ...before, personas: new Map(before.personas).set('bo', { ...bo, name: 'Bob' }) }
	const [one, other] = [project(before), project(after)]
	expect(other.nodes.get('ann')).toBe(one.nodes.get('ann'))
	expect(other.links.get('has/bo:n2')).toBe(one.links.get('has/bo:n2'))
	expect(other.nodes.get('bo')).not.toBe(one.nodes.get('bo'))
	expect(hasSameGraph(before, after)).toBe(false)
})

test('moving a node is no change of the graph', () => {
	const before = smallMap()
	expect(hasSameGraph(before, { ...before, positions: new Map([['ann', { x: 1, y: 2 }]]) })).toBe(true)
})

test('a link without one of its ends is not drawn', () => {
	const atlas = smallMap()
	const graph = project({ ...atlas, channels: new Map() })
	expect([...graph.links.values()].some(({ table }) => table === 'delivers' || table === 'prefers')).toBe(false)
})
