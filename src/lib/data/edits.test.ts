import { describe, expect, it } from 'vitest'
import { applyRows } from '#lib/domain/changes/apply-rows.ts'
import { runChange } from '#lib/domain/changes/run-change.ts'
import { countingIds, smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { decision } from '#lib/domain/model/decision.ts'
import { addition, cellEdit, linking, removal, type AtlasTable, type Edit } from './edits.ts'
import { rowsOf } from './rows.ts'

const atlas: Atlas = {
	...smallAtlas(),
	decisions: new Map([
		['Q', decision.parse({ id: 'Q', finding: { kind: 'unmet', persona: 'P', need: 'N' }, remedy: 'deliver' })]
	])
}

function run({ change, input }: Edit) {
	const outcome = runChange(atlas, change, input, countingIds())
	return outcome.ok ? { ...outcome, atlas: applyRows(atlas, outcome.rows) } : outcome
}

function firstRow(table: AtlasTable) {
	const [row] = rowsOf(atlas, table)
	if (!row) throw new Error(`${table} is empty`)
	return row
}

describe('edits', () => {
	it.each([
		['personas', 'name', 'Sanne de Wit'],
		['values', 'synonyms', ['quick']],
		['needs', 'stage', 'buy'],
		['channels', 'twoWay', true],
		['products', 'owner', 'Claims'],
		['has', 'importance', 1],
		['prefers', 'rank', 3],
		['fulfils', 'evidence', 'interview'],
		['delivers', 'status', 'planned'],
		['decisions', 'due', '2026-03-31'],
		['sources', 'channel', 'D']
	] as const)('of a cell of %s write %s in one change and nothing else', (table, field, value) => {
		const row = firstRow(table)
		const result = run(cellEdit(table, row, field, value))
		if (!result.ok) throw new Error(result.message)
		expect(result.rows).toHaveLength(1)
		expect(result.atlas[table].get(row.key)).toEqual({ ...row.fields, [field]: value })
	})

	it.each([
		['personas', 'name', '', 'empty-name'],
		['personas', 'share', 0, 'not-above'],
		['personas', 'color', 'red', 'colour'],
		['channels', 'effort', 'much', 'wrong-type'],
		['has', 'importance', 6, 'whole-number'],
		['decisions', 'due', 'tomorrow', 'date'],
		['sources', 'kind', 'No such', 'source-kind']
	] as const)('of %s.%s to %j are refused by the rule %s', (table, field, value, rule) => {
		expect(run(cellEdit(table, firstRow(table), field, value))).toMatchObject({ ok: false, rule })
	})

	it('take rows away with what hangs on them', () => {
		const result = run(removal('channels', ['C']))
		if (!result.ok) throw new Error(result.message)
		expect([...result.atlas.channels.keys()]).toEqual(['D'])
		expect(result.atlas.delivers.size).toBe(0)
		expect(run(removal('has', ['P:N']))).toMatchObject({ ok: true })
		expect(run(removal('decisions', ['Q']))).toMatchObject({ ok: true })
		expect(run(removal('sources', ['S']))).toMatchObject({ ok: true })
	})

	it('add a row that needs no more than a name', () => {
		for (const table of ['personas', 'values', 'needs', 'channels', 'products', 'sources'] as const) {
			const edit = addition(table, 'New')
			expect(edit && run(edit)).toMatchObject({ ok: true, created: ['X1'] })
		}
		expect(addition('decisions', 'New')).toBeNull()
		expect(addition('has', 'New')).toBeNull()
	})

	it('link two things', () => {
		expect(run(linking('O', 'D'))).toMatchObject({ ok: true })
		expect(run(linking('O', 'C'))).toMatchObject({ ok: false, rule: 'link-exists' })
	})
})
