import { expect, test } from 'vitest'
import { cardChoiceOf, plainChoice } from '../model/card-choice.ts'
import { houseStyleOf, plainStyle } from '../model/house-style.ts'
import { applyRows } from './apply-rows.ts'
import type { Outcome } from './change.ts'
import { chooseCards } from './choose-cards.ts'
import { editHouseStyle } from './edit-house-style.ts'
import { runChange } from './run-change.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'
import { writeCardNote } from './write-card-note.ts'

const atlas = smallAtlas()
const context = countingIds()

function after(outcome: Outcome, before = atlas) {
	return applyRows(before, outcome.ok ? outcome.rows : [])
}

test('editHouseStyle does set some fields, keep the others and write nothing twice', () => {
	expect(houseStyleOf(atlas)).toBe(plainStyle)
	const first = after(runChange(atlas, editHouseStyle, { primary: '#123456', footer: 'Us' }, context))
	expect(houseStyleOf(first)).toEqual({ ...plainStyle, primary: '#123456', footer: 'Us' })
	const second = after(runChange(first, editHouseStyle, { font: 'system' }, context), first)
	expect(houseStyleOf(second)).toEqual({ ...plainStyle, primary: '#123456', footer: 'Us', font: 'system' })
	expect(runChange(second, editHouseStyle, { font: 'system' }, context)).toMatchObject({ ok: true, rows: [] })
})

test('a logo is a small raster picture, a font a font file, a colour a colour: nothing that runs or loads', () => {
	const refused = [
		{ logo: { href: 'https://example.com/logo.png', width: 1, height: 1 } },
		{ logo: { href: 'data:image/svg+xml;base64,PHN2Zz4=', width: 1, height: 1 } },
		{ logo: { href: `data:image/png;base64,${'A'.repeat(400_000)}`, width: 1, height: 1 } },
		{ ownFont: { name: 'Evil', href: 'data:text/css;base64,AAAA' } },
		{ primary: 'red' }
	]
	for (const input of refused) expect(runChange(atlas, editHouseStyle, input, context).ok).toBe(false)
	const logo = { href: 'data:image/png;base64,AAAA', width: 20, height: 10 }
	expect(houseStyleOf(after(runChange(atlas, editHouseStyle, { logo }, context))).logo).toEqual(logo)
})

test('chooseCards does keep what is left out, in which order, and the size of page', () => {
	const first = after(runChange(atlas, chooseCards, { leftOut: ['_board'] }, context))
	const second = after(runChange(first, chooseCards, { format: 'slide', order: ['_ledger'] }, context), first)
	expect(cardChoiceOf(second)).toEqual({ ...plainChoice, format: 'slide', order: ['_ledger'], leftOut: ['_board'] })
	expect(runChange(second, chooseCards, { format: 'a5' as 'slide' }, context).ok).toBe(false)
})

test('writeCardNote does write a note, and an empty one takes it away', () => {
	const first = after(runChange(atlas, writeCardNote, { id: 'P1', text: 'Ask again in May' }, context))
	expect(first.cardNotes.get('P1')).toEqual({ id: 'P1', text: 'Ask again in May' })
	expect(runChange(first, writeCardNote, { id: 'P1', text: 'Ask again in May' }, context)).toMatchObject({ rows: [] })
	expect(after(runChange(first, writeCardNote, { id: 'P1', text: '  ' }, context), first).cardNotes.size).toBe(0)
	expect(runChange(atlas, writeCardNote, { id: 'P1', text: '' }, context)).toMatchObject({ ok: true, rows: [] })
})
