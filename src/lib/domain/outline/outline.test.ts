import { expect, test } from 'vitest'
import { smallAtlas } from '../changes/small-atlas.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { branchesOf } from './branches.ts'
import { linkChoices } from './link-choices.ts'
import { inOrderMade } from './order-made.ts'
import { outlineRows, parentThing, selectionId, type OutlineView } from './outline-rows.ts'

const everything: OutlineView = { isOpen: () => true, matches: null }

function keys(view: OutlineView): string[] {
	const atlas = smallAtlas()
	return outlineRows(atlas, branchesOf(atlas), view).map(({ key }) => key)
}

test('a thing stands in its section and under everything that it is linked with', () => {
	expect(keys(everything)).toEqual([
		'personas',
		'personas/P',
		'personas/P/has/N',
		'personas/P/has/N/fulfils/O',
		'personas/P/prefers/C',
		'values',
		'values/V',
		'needs',
		'needs/N',
		'needs/N/fulfils/O',
		'needs/N/has/P',
		'channels',
		'channels/C',
		'channels/C/delivers/O',
		'channels/C/prefers/P',
		'channels/D',
		'products',
		'products/O',
		'products/O/fulfils/N',
		'products/O/delivers/C'
	])
})

test('what is closed hides what hangs on it, and nothing is open where nothing hangs', () => {
	expect(keys({ isOpen: (_key, level) => level === 1, matches: null })).toContain('needs/N')
	expect(keys({ isOpen: (_key, level) => level === 1, matches: null })).not.toContain('needs/N/has/P')
	const atlas = smallAtlas()
	const rows = outlineRows(atlas, branchesOf(atlas), everything)
	expect(rows.find(({ key }) => key === 'values/V')?.isOpen).toBeNull()
	expect(rows.find(({ key }) => key === 'personas')?.isOpen).toBe(true)
})

test('what is looked for is shown with the way to it', () => {
	expect(keys({ isOpen: () => false, matches: (id) => id === 'N' })).toEqual([
		'personas',
		'personas/P',
		'personas/P/has/N',
		'values',
		'needs',
		'needs/N',
		'channels',
		'products',
		'products/O',
		'products/O/fulfils/N'
	])
})

test('rows know their place, their parent and what they are in a selection', () => {
	const atlas = veldhaven()
	const rows = outlineRows(atlas, branchesOf(atlas), everything)
	const row = rows.find(({ key }) => key === 'personas/P1/has/N1/prefers/C1')
	expect(row).toMatchObject({ level: 4, place: 2, parent: 'personas/P1/has/N1' })
	expect(row && selectionId(row)).toBe('prefers/N1:C1')
	expect(row && parentThing(rows, row)).toBe('N1')
})

test('needs stand by stage, preferred channels by rank', () => {
	const atlas = veldhaven()
	const branches = branchesOf(atlas)
	const ranks = (branches.get('N1') ?? [])
		.filter(({ link }) => link === 'prefers')
		.map(({ key }) => atlas.prefers.get(key)?.rank)
	expect(ranks).toEqual(ranks.toSorted())
	expect((branches.get('P1') ?? []).filter(({ link }) => link === 'has').map(({ id }) => id)[0]).toBe('N2')
})

test('ids sort by when things were made, numbers in them by value', () => {
	const [first, second] = ['0mww98yu6axadqt7dl2', '0mww98yu7000000000a']
	expect(['C10', second, 'C2', first, 'C1', 'B-x'].toSorted(inOrderMade)).toEqual([
		'B-x',
		'C1',
		'C2',
		'C10',
		first,
		second
	])
})

test('what can be linked comes first, the rest with the reason', () => {
	const { choices, left } = linkChoices(smallAtlas(), 'N')
	expect(choices.map(({ id, kind, refusal }) => [id, kind?.table ?? refusal?.rule])).toEqual([
		['C', 'prefers'],
		['D', 'prefers'],
		['O', 'link-exists'],
		['P', 'link-exists'],
		['V', 'link-makes-no-sense']
	])
	expect(left).toBe(0)
	expect(linkChoices(smallAtlas(), 'N', { wanted: 'pho' }).choices.map(({ id }) => id)).toEqual(['D'])
	expect(linkChoices(smallAtlas(), 'N', { most: 2 })).toMatchObject({ left: 3 })
})
