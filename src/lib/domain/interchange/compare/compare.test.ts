import { expect, test } from 'vitest'
import { importRows } from '../../changes/import-rows.ts'
import { runChange } from '../../changes/run-change.ts'
import { applyRows } from '../../changes/apply-rows.ts'
import { smallAtlas } from '../../changes/small-atlas.ts'
import type { Atlas } from '../../model/atlas.ts'
import { baseState, exportState } from '../export-state.ts'
import type { PasteWords } from '../paste-columns.ts'
import { readTables } from '../incoming/read-tables.ts'
import { planSheet, type ImportWords, type Sheet } from '../incoming/table-plan.ts'
import { outTables, tableCells, type OutTable } from '../table-cells.ts'
import { compare } from './compare.ts'
import { chosenRows, usualChoices, type Difference } from './difference.ts'

const nothing: PasteWords = {
	tables: {
		personas: ['persona'],
		values: ['value'],
		needs: ['need', '需求'],
		channels: ['channel', 'kanaal'],
		products: ['product']
	},
	fields: { name: ['name', 'naam', '名称'], description: ['description'], rank: ['rank'] },
	members: { information: ['informatie'], buy: ['kopen'] }
}
const words: ImportWords = { ...nothing, links: { holds: [], has: [], prefers: [], fulfils: [], delivers: [] } }

function sheet(name: string, ...rows: (string | number | null)[][]): Sheet {
	return { name, rows }
}

type How = { complete?: OutTable[]; base?: Atlas }
function difference(atlas: Atlas, sheets: Sheet[], { complete = [], base }: How = {}): Difference {
	const plans = sheets.map((one) => planSheet(one, words))
	const incoming = readTables(sheets, plans, { words, emptyCells: 'empty' })
	let made = 0
	const state = base === undefined ? null : baseState(exportState(base, '').rows, atlas.workspace.id)
	return compare(atlas, incoming, { newId: () => `new${(made += 1)}`, complete: new Set(complete), base: state })
}

/** Sheets of an atlas as they would be exported. */
function sheetsOf(atlas: Atlas, ...tables: OutTable[]): Sheet[] {
	return tables.map((name) => {
		const { columns, rows } = tableCells(atlas, name)
		return { name, rows: [columns, ...rows] }
	})
}

function told({ entries }: Difference) {
	return entries.map(({ kind, table, title, reason }) =>
		[kind, table, title, reason].filter((part) => part !== null).join(' ')
	)
}

function after(atlas: Atlas, found: Difference, choices = usualChoices(found)): Atlas {
	const rows = chosenRows(found, choices).map((row) => ({ ...row }))
	const outcome = runChange(atlas, importRows, { rows, name: 'file.xlsx' }, { newId: () => 'x' })
	if (!outcome.ok) throw new Error(outcome.message)
	return applyRows(atlas, outcome.rows)
}

function withNeed(atlas: Atlas, id: string, name: string, description = ''): Atlas {
	const row = { id, name, kind: 'information' as const, stage: 'buy' as const, description, evidence: '' }
	return { ...atlas, needs: new Map([...atlas.needs, [id, row]]) }
}

test('things are found by id, then by name whatever its case and width; what is new is added with its links', () => {
	const atlas = smallAtlas()
	const need = atlas.needs.get('N')?.name ?? ''
	const found = difference(atlas, [
		sheet(
			'Needs',
			['Naam', 'Description'],
			[` ${need.toUpperCase().replace('A', 'Ａ')} `, 'said'],
			['Fresh one', null]
		),
		sheet('has', ['Persona', 'Need', 'importance'], ['SANNE', 'fresh ONE', 5]),
		sheet('prefers', ['need', 'channel'], ['Fresh one', 'C'])
	])
	expect(found.problems).toEqual([])
	expect(told(found)).toEqual([
		`changed needs ${need}`,
		'added needs Fresh one',
		'added has Sanne → Fresh one',
		'added prefers Fresh one → App'
	])
	const taken = after(atlas, found)
	expect(taken.needs.get('N')?.description).toBe('said')
	expect(taken.has.get('P:new1')).toEqual({ persona: 'P', need: 'new1', importance: 5, evidence: '' })
	expect(taken.prefers.get('new1:C')?.rank).toBe(1)
	expect(taken.needs.get('new1')?.stage).toBe('explore')
})

test('a link of something that is not taken stays out', () => {
	const atlas = smallAtlas()
	const found = difference(atlas, [
		sheet('needs', ['name'], ['Fresh']),
		sheet('has', ['persona', 'need'], ['P', 'Fresh'])
	])
	const choices = usualChoices(found)
	for (const entry of found.entries) if (entry.table === 'needs') choices.delete(entry.key)
	const rows = chosenRows(found, choices)
	expect(rows).toHaveLength(1)
	const outcome = runChange(atlas, importRows, { rows, name: '' }, { newId: () => 'x' })
	expect(outcome).toMatchObject({ ok: false, rule: 'nothing-chosen' })
})

test('only a file that is said to be complete removes, and what is new here since the export stays', () => {
	const then = withNeed(smallAtlas(), 'N2', 'Second')
	const now = withNeed(then, 'N3', 'Third')
	const sheets = sheetsOf(smallAtlas(), 'needs')
	expect(told(difference(now, sheets))).toEqual([])
	expect(told(difference(now, sheets, { complete: ['needs'] }))).toEqual([
		'removed needs Second',
		'removed needs Third'
	])
	const found = difference(now, sheets, { complete: ['needs'], base: then })
	expect(told(found)).toEqual(['removed needs Second'])
	expect([...after(now, found).needs.keys()]).toEqual(['N', 'N3'])
	const changed = withNeed(then, 'N2', 'Second', 'more')
	expect(told(difference(changed, sheets, { complete: ['needs'], base: then }))).toEqual([
		'conflict needs Second removed-there'
	])
})

test('rows that are one thing and disagree are a conflict; rows that agree are one', () => {
	const atlas = smallAtlas()
	const found = difference(atlas, [
		sheet('channels', ['id', 'name', 'description'], ['C', 'App', 'one'], [null, 'app', 'two']),
		sheet('values', ['name', 'description'], ['New', 'a'], ['NEW', 'b'], ['Same', 'c'], ['Same', 'c'])
	])
	expect(told(found)).toEqual([
		'conflict channels App same-thing',
		'conflict values New same-name',
		'added values Same'
	])
	expect(found.same).toBe(1)
	const conflict = found.entries[0]
	expect(conflict?.choices.map(({ kind, place }) => [kind, place?.row])).toEqual([
		['row', 2],
		['row', 3]
	])
	const all = found.entries[1]
	expect(all?.choices.map(({ kind }) => kind)).toEqual(['row', 'row', 'all'])
	const both = after(atlas, found, new Map([[all?.key ?? '', 2]]))
	expect([...both.values.values()].map(({ description }) => description).slice(-2)).toEqual(['a', 'b'])
	expect(usualChoices(found).size).toBe(1)
})

test('a name of several things, and a name that is taken, are conflicts', () => {
	const twice = withNeed(withNeed(smallAtlas(), 'A', 'Same'), 'B', 'same')
	const found = difference(twice, [sheet('needs', ['name', 'description'], ['SAME', 'x'])])
	expect(told(found)).toEqual(['conflict needs SAME ambiguous'])
	expect(found.entries[0]?.choices.map(({ kind, id }) => [kind, id])).toEqual([
		['thing', 'A'],
		['thing', 'B'],
		['apart', 'new1']
	])
	const renamed = difference(withNeed(smallAtlas(), 'A', 'Taken'), [
		sheet('needs', ['id', 'name', 'description'], ['N', 'taken', 'x'])
	])
	expect(renamed.entries.map(({ kind, reason }) => [kind, reason])).toEqual([['conflict', 'name-taken']])
	expect(renamed.entries[0]?.choices.map(({ kind }) => kind)).toEqual(['take', 'unnamed'])
	// Two things that change their names with each other do not stand in each other's way.
	const swap = difference(withNeed(withNeed(smallAtlas(), 'A', 'One'), 'B', 'Two'), [
		sheet('needs', ['id', 'name'], ['A', 'Two'], ['B', 'One'])
	])
	expect(told(swap)).toEqual(['changed needs One', 'changed needs Two'])
})

test('what was changed here since the export is left alone, and on both sides is a conflict', () => {
	const then = withNeed(smallAtlas(), 'A', 'A need', 'old')
	const here = withNeed(then, 'A', 'A need', 'here')
	const there = withNeed(then, 'A', 'Another name', 'old')
	expect(told(difference(here, sheetsOf(then, 'needs'), { base: then }))).toEqual([])
	const one = difference(here, sheetsOf(there, 'needs'), { base: then })
	expect(told(one)).toEqual(['changed needs A need'])
	expect(one.entries[0]?.choices[0]?.fields).toEqual([{ field: 'name', before: 'A need', after: 'Another name' }])
	const both = difference(here, sheetsOf(withNeed(there, 'A', 'Another name', 'there'), 'needs'), { base: then })
	expect(told(both)).toEqual(['changed needs A need', 'conflict needs A need changed-here'])
	// What was removed here does not come back with an old file, nor do its links.
	const links = {
		...then,
		has: new Map([...then.has, ['P:A', { persona: 'P', need: 'A', importance: 3, evidence: '' }]])
	}
	const gone = difference(smallAtlas(), sheetsOf(links, 'needs', 'has'), { base: links })
	expect([told(gone), gone.problems]).toEqual([[], []])
	const back = difference(smallAtlas(), sheetsOf(withNeed(links, 'A', 'Wanted again'), 'needs'), { base: links })
	expect(told(back)).toEqual(['conflict needs Wanted again removed-here'])
})

test('what is wrong is told by its row with what can be done, and the rest can be used', () => {
	const found = difference(smallAtlas(), [
		sheet(
			'needs',
			['id', 'name', 'stage', 'kind'],
			['C', 'x', null, null],
			[null, null, 'buy', null],
			['a b', 'y', null, null],
			[null, 'Good', 'never', 'INFORMATIE']
		),
		sheet('has', ['persona', 'need', 'importance'], ['P', 'Nobody', 3], [null, 'N', 3], ['P', 'Good', 7]),
		sheet('Whatever', ['one', 'two'], ['a', 'b'])
	])
	expect(found.problems.map(({ place, rule, field }) => [place.part, place.row, rule, field])).toEqual([
		['needs', 4, 'id-form', null],
		['needs', 5, 'not-one-of', 'stage'],
		['has', 4, 'whole-number', 'importance'],
		['Whatever', null, 'part-not-read', null],
		['needs', 2, 'id-of-another', null],
		['needs', 3, 'row-without-name', null],
		['has', 2, 'end-unknown', 'need'],
		['has', 3, 'row-without-end', 'persona']
	])
	expect(told(found)).toEqual(['added needs Good', 'added has Sanne → Good'])
})

test('ids and columns that are names of things every object has stay names', () => {
	const found = difference(smallAtlas(), [
		sheet(
			'needs',
			['id', 'name', '__proto__', 'constructor'],
			['__proto__', 'x', 'y', 'z'],
			['constructor', '=1+1', null, null]
		)
	])
	expect(found.problems.map(({ rule }) => rule)).toEqual(['id-reserved'])
	const taken = after(smallAtlas(), found)
	expect(taken.needs.get('constructor')?.name).toBe('=1+1')
	expect(Reflect.get({}, 'x')).toBeUndefined()
	expect(Object.getPrototypeOf(taken.needs.get('constructor'))).toBe(Object.prototype)
})

test('the same export with every table taken for complete changes nothing', () => {
	const atlas = smallAtlas()
	const found = difference(atlas, sheetsOf(atlas, ...outTables), { complete: [...outTables], base: atlas })
	expect([found.entries, found.problems]).toEqual([[], []])
})

test('a header that names the type names the things', () => {
	const found = difference(smallAtlas(), [sheet('Sheet1', ['需求', 'description'], ['Fresh', 'x'])])
	expect(told(found)).toEqual(['added needs Fresh'])
})

test('a sheet of 100,000 rows is compared in seconds', () => {
	const rows = Array.from({ length: 100_000 }, (_, at) => [`n${at}`, `Need ${at}`, 'buy', 'advice'])
	const started = performance.now()
	const found = difference(smallAtlas(), [sheet('needs', ['id', 'name', 'stage', 'kind'], ...rows)])
	expect(found.entries).toHaveLength(100_000)
	expect(performance.now() - started).toBeLessThan(30_000)
})
