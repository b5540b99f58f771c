import { expect, test } from 'vitest'
import { connectedTo } from './connected.ts'
import { project } from './project.ts'
import { smallMap } from './small-map.ts'

const graph = project(smallMap())

function nodesAt(...ids: string[]) {
	return [...(connectedTo(graph, ids)?.nodes ?? [])].sort()
}

test('a need is connected to who has it, what answers it, and where that is delivered or wanted', () => {
	expect(nodesAt('n1')).toEqual(['ann', 'n1', 'phone', 'r1', 'web'])
})

test('two personas are not connected by a channel that they share', () => {
	expect(nodesAt('ann')).toEqual(['ann', 'fast', 'n1', 'phone', 'r1', 'web'])
	expect(nodesAt('web')).toEqual(['ann', 'bo', 'n1', 'n2', 'r1', 'r2', 'web'])
})

test('a value is connected to the personas that hold it', () => {
	expect(nodesAt('fast')).toEqual(['ann', 'fast'])
})

test('a link is connected to the paths through it', () => {
	const connected = connectedTo(graph, ['delivers/r2:web'])
	expect([...(connected?.nodes ?? [])].sort()).toEqual(['bo', 'n2', 'r2', 'web'])
	expect([...(connected?.links ?? [])].sort()).toEqual(['delivers/r2:web', 'fulfils/r2:n2', 'has/bo:n2'])
})

test('nothing is faded while nothing on the map is selected', () => {
	expect(connectedTo(graph, [])).toBeNull()
	expect(connectedTo(graph, ['gone'])).toBeNull()
})
