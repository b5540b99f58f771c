import { expect, test } from 'vitest'
import type { Atlas } from '../model/atlas.ts'
import { viewsInOrder } from '../model/views-in-order.ts'
import { addArea } from './add-area.ts'
import { applyRows } from './apply-rows.ts'
import { arrangeMap } from './arrange-map.ts'
import type { Outcome } from './change.ts'
import { editArea } from './edit-area.ts'
import { editView } from './edit-view.ts'
import { keepView } from './keep-view.ts'
import { moveNodes } from './move-nodes.ts'
import { pinThings } from './pin-things.ts'
import { removeArea } from './remove-area.ts'
import { removeView } from './remove-view.ts'
import { runChange } from './run-change.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'

function after(atlas: Atlas, outcome: Outcome): Atlas {
	expect(outcome).toMatchObject({ ok: true })
	return outcome.ok ? applyRows(atlas, outcome.rows) : atlas
}

const seen = { x: 10, y: 20, zoom: 1, width: 900, height: 600 }

test('views are kept in the order in which they were made, and can be moved, renamed and removed', () => {
	const context = countingIds()
	let atlas = smallAtlas()
	for (const name of ['Who', 'What', 'Where'])
		atlas = after(atlas, runChange(atlas, keepView, { name, ...seen }, context))
	const names = () => viewsInOrder(atlas).map(({ name }) => name)
	expect(names()).toEqual(['Who', 'What', 'Where'])
	atlas = after(atlas, runChange(atlas, editView, { id: 'X3', place: 0 }, context))
	expect(names()).toEqual(['Where', 'Who', 'What'])
	atlas = after(atlas, runChange(atlas, editView, { id: 'X1', name: 'For whom' }, context))
	expect(names()).toEqual(['Where', 'For whom', 'What'])
	atlas = after(atlas, runChange(atlas, removeView, { id: 'X3' }, context))
	expect(names()).toEqual(['For whom', 'What'])
	atlas = after(atlas, runChange(atlas, keepView, { name: 'Last', ...seen }, context))
	expect(names()).toEqual(['For whom', 'What', 'Last'])
})

test('a view that is kept again shows what is seen now, in its old place', () => {
	const context = countingIds()
	let atlas = smallAtlas()
	for (const name of ['Who', 'What']) atlas = after(atlas, runChange(atlas, keepView, { name, ...seen }, context))
	const again = { id: 'X1', name: 'Who', ...seen, x: 500, layers: ['gaps' as const], focus: ['P'] }
	atlas = after(atlas, runChange(atlas, keepView, again, context))
	expect(viewsInOrder(atlas)[0]).toMatchObject({ id: 'X1', order: 0, x: 500, layers: ['gaps'], focus: ['P'] })
	expect(runChange(atlas, keepView, { ...again, id: 'nobody' }, context)).toMatchObject({ rule: 'not-there' })
})

const rect = { name: 'Service', x: 0, y: 0, width: 400, height: 300 }

test('an area moves with what lies in it, in one step', () => {
	const context = countingIds()
	let atlas = after(smallAtlas(), runChange(smallAtlas(), addArea, rect, context))
	const move = { areas: [{ id: 'X1', x: 50, y: 60 }], positions: [{ id: 'P', x: 70, y: 80 }] }
	const outcome = runChange(atlas, moveNodes, move, context)
	expect(outcome).toMatchObject({ subject: 'Service +1' })
	atlas = after(atlas, outcome)
	expect(atlas.areas.get('X1')).toMatchObject({ x: 50, y: 60, width: 400 })
	expect(atlas.positions.get('P')).toEqual({ x: 70, y: 80 })
	expect(runChange(atlas, moveNodes, {}, context)).toMatchObject({ rule: 'nothing-chosen' })
	expect(runChange(atlas, moveNodes, { areas: [{ id: 'gone', x: 0, y: 0 }] }, context)).toMatchObject({
		rule: 'not-there'
	})
})

test('arranging leaves what is pinned where it is, and takes away the lanes of the last one but no area of anybody else', () => {
	const context = countingIds()
	let atlas = after(smallAtlas(), runChange(smallAtlas(), addArea, rect, context))
	atlas = after(atlas, runChange(atlas, pinThings, { places: [{ id: 'N', x: 5, y: 6 }], isPinned: true }, context))
	const positions = ['P', 'N', 'C'].map((id, at) => ({ id, x: at * 100, y: 0 }))
	atlas = after(atlas, runChange(atlas, arrangeMap, { positions, lanes: [{ ...rect, name: 'Discover' }] }, context))
	expect(atlas.positions.get('N')).toEqual({ x: 5, y: 6 })
	expect(atlas.positions.get('C')).toEqual({ x: 200, y: 0 })
	expect([...atlas.areas.values()].map(({ name }) => name)).toEqual(['Service', 'Discover'])
	atlas = after(atlas, runChange(atlas, arrangeMap, { positions }, context))
	expect([...atlas.areas.values()].map(({ name }) => name)).toEqual(['Service'])
	atlas = after(atlas, runChange(atlas, pinThings, { places: [{ id: 'N', x: 5, y: 6 }], isPinned: false }, context))
	expect(atlas.pins.size).toBe(0)
})

test('a lane that somebody edits stays when the map is arranged again', () => {
	const context = countingIds()
	const positions = [{ id: 'P', x: 0, y: 0 }]
	let atlas = after(smallAtlas(), runChange(smallAtlas(), arrangeMap, { positions, lanes: [rect] }, context))
	atlas = after(atlas, runChange(atlas, editArea, { id: 'X1', fields: { tone: 'need' } }, context))
	atlas = after(atlas, runChange(atlas, arrangeMap, { positions }, context))
	expect(atlas.areas.get('X1')).toMatchObject({ tone: 'need', name: 'Service' })
	atlas = after(atlas, runChange(atlas, removeArea, { id: 'X1' }, context))
	expect(atlas.areas.size).toBe(0)
})
