import { expect, test } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { CardMaker } from './cards.ts'
import type { MapSession } from './map-session.ts'
import { MapScene } from './scene.svelte.ts'

function sceneWith(selected: readonly string[]): MapScene {
	const atlas = smallAtlas()
	const covered = coverage(atlas, 'today')
	const ids = new Set(selected)
	const refused = () => {
		throw new Error('nothing is changed here')
	}
	const session: MapSession = {
		atlas,
		coverage: covered,
		findings: findings(atlas, covered),
		selection: { ids, select: refused, toggle: refused, clear: refused, has: (id) => ids.has(id) },
		lens: 'today',
		setLens: refused,
		run: refused,
		runNamed: refused
	}
	return new MapScene(session)
}

function draggedAlong(scene: MapScene): string[] {
	const cards = new CardMaker().cards(scene, [...scene.graph.nodes.values()], null, { x: 0, y: 0 })
	return cards.filter(({ selected }) => selected).map(({ id }) => id)
}

test('what is selected goes along with a card of the selection, and with no other', () => {
	const [first = '', second = '', third = ''] = sceneWith([]).graph.nodes.keys()
	const scene = sceneWith([first, second])
	expect(draggedAlong(scene)).toEqual([first, second])
	scene.pressed = second
	expect(draggedAlong(scene)).toEqual([first, second])
	scene.pressed = third
	expect(draggedAlong(scene)).toEqual([])
})
