import { expect, test } from 'vitest'
import { wallScenes, type WallScene } from '../model/wall.ts'
import { beginning, placeOf, steppedFrom, type Place } from './playlist.ts'

function walk(count: number, available: readonly WallScene[], step: 1 | -1 = 1, start: Place = beginning): WallScene[] {
	let place = start
	return Array.from({ length: count }, () => (place = steppedFrom(place, step, new Set(available))).scene)
}

test('the cloud is every second scene, and the others take turns', () => {
	const round = ['echo', 'cloud', 'channels', 'cloud', 'tasks', 'cloud', 'done', 'cloud']
	expect(walk(16, wallScenes)).toEqual([...round, ...round])
})

test('back is the way that was come', () => {
	const there: Place[] = [beginning]
	for (let step = 0; step < 20; step += 1) there.push(steppedFrom(there.at(-1) ?? beginning, 1, new Set(wallScenes)))
	const back: WallScene[] = []
	let place = there.at(-1) ?? beginning
	for (let step = 0; step < 20; step += 1) back.push((place = steppedFrom(place, -1, new Set(wallScenes))).scene)
	expect(back).toEqual(
		there
			.slice(0, -1)
			.reverse()
			.map(({ scene }) => scene)
	)
})

test('what is empty or broken is passed over', () => {
	expect(walk(4, ['cloud', 'channels', 'done'])).toEqual(['channels', 'cloud', 'done', 'cloud'])
	expect(walk(3, ['echo', 'tasks'])).toEqual(['echo', 'tasks', 'echo'])
	expect(walk(3, ['cloud', 'tasks'])).toEqual(['tasks', 'cloud', 'tasks'])
})

test('where there is nothing else the cloud stays', () => {
	expect(walk(2, ['cloud'])).toEqual(['cloud', 'cloud'])
	expect(walk(2, [], -1)).toEqual(['cloud', 'cloud'])
})

test('from a scene that was asked for the round goes on', () => {
	const place = placeOf('tasks', beginning)
	expect(walk(3, wallScenes, 1, place)).toEqual(['cloud', 'done', 'cloud'])
	expect(walk(2, wallScenes, 1, placeOf('cloud', place))).toEqual(['done', 'cloud'])
})
