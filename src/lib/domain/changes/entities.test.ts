import { expect, test } from 'vitest'
import { addEntities } from './add-entities.ts'
import { addEntity } from './add-entity.ts'
import { applyRows } from './apply-rows.ts'
import { editEntity } from './edit-entity.ts'
import { moveNodes } from './move-nodes.ts'
import { removeThings } from './remove-things.ts'
import { renameEntity } from './rename-entity.ts'
import { runChange } from './run-change.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'

const atlas = smallAtlas()
const context = countingIds()

test('addEntity does make a need that is information in the explore stage, where it was put', () => {
	const input = { table: 'needs', fields: { name: ' Compare prices ' }, position: { x: 10, y: 20 } }
	const outcome = runChange(atlas, addEntity, input, countingIds())
	expect(outcome).toMatchObject({ ok: true, subject: 'Compare prices', created: ['X1'] })
	const after = applyRows(atlas, outcome.ok ? outcome.rows : [])
	expect(after.needs.get('X1')).toMatchObject({ name: 'Compare prices', kind: 'information', stage: 'explore' })
	expect(after.positions.get('X1')).toEqual({ x: 10, y: 20 })
})

test('addEntity does link what it adds, in the direction that fits', () => {
	const fromPersona = runChange(
		atlas,
		addEntity,
		{ table: 'needs', fields: { name: 'A' }, linkFrom: 'P' },
		countingIds()
	)
	expect(applyRows(atlas, fromPersona.ok ? fromPersona.rows : []).has.get('P:X1')).toMatchObject({ importance: 3 })
	const fromChannel = runChange(
		atlas,
		addEntity,
		{ table: 'products', fields: { name: 'A' }, linkFrom: 'C' },
		countingIds()
	)
	expect(applyRows(atlas, fromChannel.ok ? fromChannel.rows : []).delivers.has('X1:C')).toBe(true)
})

test('addEntity does nothing where the link makes no sense', () => {
	const outcome = runChange(atlas, addEntity, { table: 'channels', fields: { name: 'A' }, linkFrom: 'V' }, context)
	expect(outcome).toMatchObject({ ok: false, rule: 'link-makes-no-sense' })
})

test('addEntities does add a pasted list in one step and links each to what was selected', () => {
	const entities = ['App', 'Web', 'Shop'].map((name) => ({ table: 'channels', fields: { name } }))
	const outcome = runChange(atlas, addEntities, { entities, linkWith: ['P', 'N'] }, countingIds())
	expect(outcome).toMatchObject({ ok: true, subject: 'App +2', created: ['X1', 'X2', 'X3'] })
	const after = applyRows(atlas, outcome.ok ? outcome.rows : [])
	const ranks = [...after.prefers.values()].map(({ from, channel, rank }) => `${from} ${channel} ${rank}`)
	expect(ranks).toEqual(['P C 1', 'P X1 2', 'P X2 3', 'P X3 4', 'N X1 1', 'N X2 2', 'N X3 3'])
})

test('renameEntity does bear the old name as its step', () => {
	const outcome = runChange(atlas, renameEntity, { id: 'C', name: 'Mobile app' }, context)
	expect(outcome).toEqual({
		ok: true,
		subject: 'App',
		rows: [{ table: 'channels', key: 'C', fields: { name: 'Mobile app' } }]
	})
	expect(runChange(atlas, renameEntity, { id: 'C', name: ' ' }, context)).toMatchObject({ ok: false })
	expect(runChange(atlas, renameEntity, { id: 'S', name: 'A' }, context)).toMatchObject({ rule: 'not-there' })
})

test('editEntity does write the fields that differ and no default of the others', () => {
	const input = { table: 'channels', id: 'C', fields: { name: 'App', effort: 4, roles: ['depth', 'reach'] } }
	const outcome = runChange(atlas, editEntity, input, context)
	expect(outcome).toEqual({
		ok: true,
		subject: 'App',
		rows: [{ table: 'channels', key: 'C', fields: { effort: 4, roles: ['reach', 'depth'] } }]
	})
	const same = runChange(atlas, editEntity, { table: 'channels', id: 'C', fields: { effort: 1 } }, context)
	expect(same).toMatchObject({ ok: true, rows: [] })
})

test('editEntity does refuse a field out of range, a field of another table and a thing that is gone', () => {
	const refusedFields = [
		{ table: 'channels', id: 'C', fields: { effort: -1 } },
		{ table: 'channels', id: 'C', fields: { share: 1 } },
		{ table: 'channels', id: 'C', fields: { id: 'C2' } },
		{ table: 'channels', id: 'P', fields: { name: 'A' } }
	]
	for (const input of refusedFields) expect(runChange(atlas, editEntity, input, context).ok).toBe(false)
	expect(runChange(atlas, editEntity, refusedFields[0], context)).toEqual({
		ok: false,
		rule: 'too-small',
		params: { least: '0', path: 'fields.effort' },
		message: 'At least 0'
	})
})

test('moveNodes does put things at their places and pass over what is gone', () => {
	const positions = [
		{ id: 'P', x: 1, y: -0 },
		{ id: 'gone', x: 1, y: 2 }
	]
	const outcome = runChange(atlas, moveNodes, { positions }, context)
	expect(outcome).toEqual({
		ok: true,
		subject: 'Sanne',
		rows: [{ table: 'positions', key: 'P', fields: { x: 1, y: 0 } }]
	})
	expect(runChange(atlas, moveNodes, { positions: [{ id: 'gone', x: 1, y: 2 }] }, context).ok).toBe(false)
	expect(runChange(atlas, moveNodes, { positions: [{ id: 'P', x: Infinity, y: 2 }] }, context).ok).toBe(false)
})

test('removeThings does take links, place and a source’s channel along, and leaves decisions', () => {
	const decided = {
		...atlas,
		decisions: new Map([
			[
				'K',
				{
					id: 'K',
					finding: { kind: 'idle-channel' as const, channel: 'C' },
					remedy: 'accept' as const,
					owner: '',
					due: null,
					note: '',
					done: false,
					evidence: ''
				}
			]
		])
	}
	const outcome = runChange(decided, removeThings, { ids: ['C', 'P'] }, context)
	expect(outcome).toMatchObject({ ok: true, subject: 'App +1' })
	const after = applyRows(decided, outcome.ok ? outcome.rows : [])
	expect([after.has.size, after.prefers.size, after.delivers.size, after.fulfils.size]).toEqual([0, 0, 0, 1])
	expect(after.positions.size).toBe(0)
	expect(after.sources.get('S')?.channel).toBe(null)
	expect(after.decisions.has('K')).toBe(true)
	// Nothing is left to the sweep that applyRows does for others' changes: the rows say it all.
	expect(outcome.ok && outcome.rows.length).toBe(7)
})

test('removeThings does remove single links, each once', () => {
	const links = [
		{ table: 'delivers', key: 'O:C' },
		{ table: 'delivers', key: 'O:C' }
	]
	const outcome = runChange(atlas, removeThings, { links }, context)
	expect(outcome).toEqual({
		ok: true,
		subject: 'Claim form → App',
		rows: [{ table: 'delivers', key: 'O:C', gone: true }]
	})
	expect(runChange(atlas, removeThings, { ids: ['gone'] }, context)).toMatchObject({ rule: 'nothing-chosen' })
})
