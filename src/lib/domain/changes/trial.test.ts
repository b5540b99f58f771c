import { expect, test } from 'vitest'
import { randomAtlas } from '../model/random-atlas.ts'
import { put } from '../model/row-change.ts'
import { addEntity } from './add-entity.ts'
import { applyRows } from './apply-rows.ts'
import type { Change } from './change.ts'
import { linkThings } from './link-things.ts'
import { removeThings } from './remove-things.ts'
import { renameEntity } from './rename-entity.ts'
import { runChange } from './run-change.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'
import {
	doneBeside,
	emptyTrial,
	isBesideTheMap,
	keptRows,
	rowsBetween,
	trialAtlas,
	tried,
	triedAgain,
	triedBack,
	triedWithout
} from './trial.ts'
import type { Atlas } from '../model/atlas.ts'

function trying(atlas: Atlas, changes: readonly [Change, unknown][]) {
	const context = countingIds()
	return changes.reduce((trial, [change, input]) => {
		const outcome = runChange(trialAtlas(atlas, trial), change, input, context)
		if (!outcome.ok) throw new Error(outcome.message)
		return tried(trial, { change: change.name, subject: outcome.subject, rows: outcome.rows })
	}, emptyTrial)
}

const threeSteps: [Change, unknown][] = [
	[addEntity, { table: 'products', fields: { name: 'Kiosk guide' } }],
	[linkThings, { from: 'X1', to: 'C', fields: { status: 'planned' } }],
	[renameEntity, { id: 'C', name: 'Shop' }]
]

test('what is tried shows, is taken back and tried again, and the atlas itself stays as it is', () => {
	const atlas = smallAtlas()
	const before = structuredClone(atlas)
	const trial = trying(atlas, threeSteps)
	const shown = trialAtlas(atlas, trial)
	expect(shown.delivers.get('X1:C')?.status).toBe('planned')
	expect(shown.channels.get('C')?.name).toBe('Shop')
	expect(trialAtlas(atlas, triedBack(trial)).channels.get('C')?.name).toBe(atlas.channels.get('C')?.name)
	expect(trialAtlas(atlas, triedAgain(triedBack(trial)))).toEqual(shown)
	expect(triedBack(emptyTrial)).toEqual(emptyTrial)
	expect(triedAgain(emptyTrial)).toEqual(emptyTrial)
	expect(atlas).toEqual(before)
})

test('a change that is taken out takes with it what cannot be without it', () => {
	const atlas = smallAtlas()
	const shown = trialAtlas(atlas, triedWithout(trying(atlas, threeSteps), 0))
	expect(shown.delivers.has('X1:C')).toBe(false)
	expect(shown.channels.get('C')?.name).toBe('Shop')
})

test('what others do meanwhile flows in, and keeping writes nothing about what is gone', () => {
	const atlas = smallAtlas()
	const trial = trying(atlas, threeSteps)
	const removal = runChange(atlas, removeThings, { ids: ['C'] }, countingIds())
	const now = applyRows(atlas, [
		...(removal.ok ? removal.rows : []),
		put('workspace', 'workspace', { name: 'Renamed by another' })
	])
	const shown = trialAtlas(now, trial)
	expect(shown.workspace.name).toBe('Renamed by another')
	expect(shown.channels.has('C')).toBe(false)
	const { rows } = keptRows(now, trial)
	expect(rows.map(({ table, key }) => `${table}/${key}`)).toEqual(['products/X1'])
})

test('keeping writes the difference alone, under the names of what was tried', () => {
	const atlas = smallAtlas()
	const { rows, subject } = keptRows(atlas, trying(atlas, threeSteps))
	expect(subject).toMatch(/^Kiosk guide \+2$/)
	expect(rows).toContainEqual(put('channels', 'C', { name: 'Shop' }))
	expect(rows).toHaveLength(3)
})

test('the rows between two atlases make one of the other', () => {
	for (let seed = 1; seed <= 100; seed += 1) {
		const [one, other] = [randomAtlas(seed), randomAtlas(seed + 1000)]
		const made = applyRows(one, rowsBetween(one, other))
		for (const table of [
			'personas',
			'channels',
			'has',
			'prefers',
			'fulfils',
			'delivers',
			'decisions',
			'views'
		] as const) {
			expect(made[table], `seed ${seed} ${table}`).toEqual(other[table])
		}
		expect(rowsBetween(one, structuredClone(one))).toEqual([])
	}
})

test('what stands beside the map is no part of a trial, and undo goes back through both in the order in which they were done', () => {
	expect(isBesideTheMap([put('houseStyles', 'house', {}), put('cardNotes', 'A', {})])).toBe(true)
	expect(isBesideTheMap([put('houseStyles', 'house', {}), put('channels', 'C', {})])).toBe(false)
	const step = (name: string) => ({ change: name, subject: name, rows: [] })
	const trial = tried(doneBeside(tried(emptyTrial, step('one'))), step('two'))
	const one = triedBack(trial)
	expect([one.steps.map(({ change }) => change), one.done.at(-1)]).toEqual([['one'], 'beside'])
	const two = triedBack(one)
	expect([two.steps.map(({ change }) => change), two.done.at(-1), two.redone.at(-1)]).toEqual([
		['one'],
		'tried',
		'beside'
	])
	expect(triedBack(triedBack(two)).steps).toEqual([])
	expect(triedAgain(triedAgain(two))).toEqual(trial)
	expect(triedWithout(trial, 1)).toMatchObject({ steps: [step('one')], done: ['tried', 'beside'] })
	expect(triedAgain(doneBeside(two))).toEqual(doneBeside(two))
})
