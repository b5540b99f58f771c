import { expect, test } from 'vitest'
import { nodeTables } from '../model/atlas.ts'
import { applyRows } from './apply-rows.ts'
import { editLink } from './edit-link.ts'
import { linkKindBetween, linkTableFor, possibleLinks } from './link-kind.ts'
import { linkMany } from './link-many.ts'
import { linkThings } from './link-things.ts'
import { runChange } from './run-change.ts'
import { setDeliveryStatus } from './set-delivery-status.ts'
import { setRank } from './set-rank.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'

const atlas = smallAtlas()
const context = countingIds()

test('linkThings does find the kind from the ends, drawn from either side', () => {
	const row = { table: 'delivers', key: 'O:D', fields: { product: 'O', channel: 'D', status: 'planned', evidence: '' } }
	for (const ends of [
		{ from: 'O', to: 'D' },
		{ from: 'D', to: 'O' }
	]) {
		const outcome = runChange(atlas, linkThings, { ...ends, fields: { status: 'planned' } }, context)
		expect(outcome).toEqual({ ok: true, rows: [row], subject: 'Claim form → Phone' })
	}
})

test('linkThings does rank a preference after those of the same source, up to 9', () => {
	const second = runChange(atlas, linkThings, { from: 'P', to: 'D' }, context)
	expect(second).toMatchObject({ rows: [{ fields: { rank: 2 } }] })
	const nine = applyRows(atlas, [{ table: 'prefers', key: 'P:C', fields: { rank: 9 } }])
	expect(runChange(nine, linkThings, { from: 'P', to: 'D' }, context)).toMatchObject({
		rows: [{ fields: { rank: 9 } }]
	})
})

test('linkThings does say of a pair that makes no sense what would be possible', () => {
	const outcome = runChange(atlas, linkThings, { from: 'V', to: 'C' }, context)
	expect(outcome).toMatchObject({
		ok: false,
		rule: 'link-makes-no-sense',
		params: { from: 'values', to: 'channels', possible: 'personas' }
	})
})

test('linkThings does refuse self links, doubles, what is gone and fields of another kind', () => {
	const rule = (input: object) => {
		const outcome = runChange(atlas, linkThings, input, context)
		return outcome.ok ? null : outcome.rule
	}
	expect(rule({ from: 'P', to: 'P' })).toBe('link-to-itself')
	expect(rule({ from: 'C', to: 'O' })).toBe('link-exists')
	expect(rule({ from: 'P', to: 'gone' })).toBe('not-there')
	expect(rule({ from: 'P', to: 'S' })).toBe('not-there')
	expect(rule({ from: 'O', to: 'D', fields: { rank: 1 } })).toBe('link-field')
})

test('every pair of tables has at most one kind of link, six have one', () => {
	const pairs = nodeTables.flatMap((from) => nodeTables.map((to) => linkTableFor(from, to))).filter(Boolean)
	expect(pairs.sort()).toEqual(['delivers', 'fulfils', 'has', 'holds', 'prefers', 'prefers'])
	expect(possibleLinks('channels')).toEqual([
		{ link: 'prefers', with: 'personas' },
		{ link: 'prefers', with: 'needs' },
		{ link: 'delivers', with: 'products' }
	])
	expect(linkKindBetween(atlas, 'N', 'P')).toEqual({ table: 'has', from: 'P', to: 'N' })
	expect(linkKindBetween(atlas, 'N', 'V')).toBe(null)
})

test('linkMany does pass over what is linked already', () => {
	const outcome = runChange(atlas, linkMany, { from: ['O', 'P', 'N'], to: 'C' }, context)
	expect(outcome).toMatchObject({ ok: true, subject: 'Report a theft → App', rows: [{ table: 'prefers', key: 'N:C' }] })
	expect(runChange(atlas, linkMany, { from: ['O', 'P'], to: 'C' }, context)).toMatchObject({ rule: 'link-exists' })
	expect(runChange(atlas, linkMany, { from: ['N', 'V'], to: 'C' }, context)).toMatchObject({ ok: false })
})

test('editLink does set what the link says, never its ends', () => {
	const outcome = runChange(atlas, editLink, { table: 'has', key: 'P:N', fields: { importance: 1 } }, context)
	expect(outcome).toMatchObject({ subject: 'Sanne → Report a theft', rows: [{ fields: { importance: 1 } }] })
	expect(runChange(atlas, editLink, { table: 'has', key: 'P:N', fields: { need: 'N' } }, context).ok).toBe(false)
	expect(runChange(atlas, editLink, { table: 'has', key: 'P:X', fields: {} }, context)).toMatchObject({
		rule: 'link-not-there'
	})
})

test('setRank does make the preference where there is none', () => {
	const made = runChange(atlas, setRank, { from: 'N', channel: 'D', rank: 3 }, context)
	expect(made).toMatchObject({ rows: [{ key: 'N:D', fields: { from: 'N', channel: 'D', rank: 3 } }] })
	const changed = runChange(atlas, setRank, { from: 'P', channel: 'C', rank: 2 }, context)
	expect(changed).toMatchObject({ rows: [{ key: 'P:C', fields: { rank: 2 } }] })
	expect(runChange(atlas, setRank, { from: 'O', channel: 'C', rank: 2 }, context).ok).toBe(false)
	expect(runChange(atlas, setRank, { from: 'P', channel: 'C', rank: 10 }, context).ok).toBe(false)
})

test('setDeliveryStatus does make the delivery where there is none', () => {
	const made = runChange(atlas, setDeliveryStatus, { product: 'O', channel: 'D', status: 'planned' }, context)
	expect(made).toMatchObject({ subject: 'Claim form → Phone', rows: [{ key: 'O:D', fields: { status: 'planned' } }] })
	const changed = runChange(atlas, setDeliveryStatus, { product: 'O', channel: 'C', status: 'retiring' }, context)
	expect(changed).toMatchObject({ rows: [{ key: 'O:C', fields: { status: 'retiring' } }] })
	const same = runChange(atlas, setDeliveryStatus, { product: 'O', channel: 'C', status: 'live' }, context)
	expect(same).toMatchObject({ ok: true, rows: [] })
	expect(runChange(atlas, setDeliveryStatus, { product: 'C', channel: 'O', status: 'live' }, context).ok).toBe(false)
})
