import { expect, test } from 'vitest'
import { applyRows } from './apply-rows.ts'
import { editLinks } from './edit-links.ts'
import { pasteThings } from './paste-things.ts'
import { runChange } from './run-change.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'

const atlas = smallAtlas()

test('pasting adds things, the links among them and with what is there, in one step', () => {
	const outcome = runChange(
		atlas,
		pasteThings,
		{
			things: [
				{ ref: 'a', table: 'needs', fields: { name: 'Follow my claim' }, position: { x: 1, y: 2 } },
				{ ref: 'b', table: 'channels', fields: { name: 'Kiosk' } }
			],
			links: [
				{ from: 'P', to: 'a', fields: { importance: 4 } },
				{ from: 'a', to: 'b' },
				{ from: 'a', to: 'C' },
				{ from: 'P', to: 'N' }
			]
		},
		countingIds()
	)
	expect(outcome).toMatchObject({ ok: true, created: ['X1', 'X2'], subject: 'Follow my claim +1' })
	const after = applyRows(atlas, outcome.ok ? outcome.rows : [])
	expect(after.has.get('P:X1')).toMatchObject({ importance: 4 })
	expect([...after.prefers.values()].filter(({ from }) => from === 'X1').map(({ rank }) => rank)).toEqual([1, 2])
	expect(after.positions.get('X1')).toEqual({ x: 1, y: 2 })
})

test('a paste of links only is named after them; one that brings nothing is refused', () => {
	const links = [{ from: 'P', to: 'D' }]
	expect(runChange(atlas, pasteThings, { links }, countingIds())).toMatchObject({ ok: true, subject: 'Sanne → Phone' })
	expect(runChange(atlas, pasteThings, { links: [{ from: 'P', to: 'N' }] }, countingIds())).toMatchObject({
		ok: false,
		rule: 'nothing-chosen'
	})
	expect(runChange(atlas, pasteThings, { links: [{ from: 'V', to: 'C' }] }, countingIds())).toMatchObject({
		ok: false,
		rule: 'link-makes-no-sense'
	})
})

test('several links are changed in one step; those that are gone are passed over', () => {
	const two = applyRows(atlas, [
		{ table: 'prefers', key: 'P:D', fields: { from: 'P', channel: 'D', rank: 2, evidence: '' } }
	])
	const links = ['P:C', 'P:D', 'P:gone'].map((key) => ({ table: 'prefers' as const, key, fields: { rank: 3 } }))
	const outcome = runChange(two, editLinks, { links }, countingIds())
	expect(outcome).toMatchObject({ ok: true, subject: 'Sanne → App +1' })
	expect(outcome.ok ? outcome.rows.length : 0).toBe(2)
	const gone = { links: [{ table: 'prefers' as const, key: 'P:gone', fields: { rank: 3 } }] }
	expect(runChange(two, editLinks, gone, countingIds())).toMatchObject({ ok: false, rule: 'link-not-there' })
})
