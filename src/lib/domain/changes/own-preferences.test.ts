import { expect, test } from 'vitest'
import { applyRows } from './apply-rows.ts'
import { ownPreferences } from './own-preferences.ts'
import { runChange } from './run-change.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'

test('a need gets the preferences of its persona as its own', () => {
	const atlas = smallAtlas()
	const outcome = runChange(atlas, ownPreferences, { persona: 'P', need: 'N' }, countingIds())
	if (!outcome.ok) throw new Error(outcome.message)
	const after = applyRows(atlas, outcome.rows)
	expect(after.prefers.get('N:C')).toEqual({ from: 'N', channel: 'C', rank: 1, evidence: '' })
	expect(after.prefers.get('P:C')).toEqual(atlas.prefers.get('P:C'))
	const again = runChange(after, ownPreferences, { persona: 'P', need: 'N' }, countingIds())
	expect(again).toMatchObject({ ok: true, rows: [] })
})

test('a persona without preferences has none to give', () => {
	const atlas = { ...smallAtlas(), prefers: new Map() }
	expect(runChange(atlas, ownPreferences, { persona: 'P', need: 'N' }, countingIds())).toMatchObject({
		ok: false,
		rule: 'nothing-chosen'
	})
	expect(runChange(atlas, ownPreferences, { persona: 'P', need: 'X' }, countingIds())).toMatchObject({
		ok: false,
		rule: 'not-there'
	})
})
