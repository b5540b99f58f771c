import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { compare } from '#lib/domain/interchange/compare/compare.ts'
import type { Difference } from '#lib/domain/interchange/compare/difference.ts'
import { csvOfCells } from '#lib/domain/interchange/csv-tables.ts'
import { baseState, exportState, stateTable } from '#lib/domain/interchange/export-state.ts'
import { readTables } from '#lib/domain/interchange/incoming/read-tables.ts'
import { planSheet, type Sheet } from '#lib/domain/interchange/incoming/table-plan.ts'
import { outTables, tableCells } from '#lib/domain/interchange/table-cells.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { anyAtlas } from '#lib/domain/model/atlas.arbitrary.ts'
import { importWords } from '#lib/wording/import-words.ts'
import { sheetsOfWorkbook, sheetsOfZip } from '../import/open-tables.ts'
import { workbook, type NamedTable } from './workbook.ts'

const words = importWords()

function tablesOf(atlas: Atlas): NamedTable[] {
	const tables = outTables.map((name) => ({ name, cells: tableCells(atlas, name) }))
	return [...tables, { name: stateTable, cells: exportState(atlas, '2026-03-02T10:00:00Z') }]
}

/** What taking these sheets would do; every table is taken for complete. */
function differenceOf(atlas: Atlas, sheets: readonly Sheet[]): Difference {
	const plans = sheets.map((sheet) => planSheet(sheet, words))
	const base = baseState(sheets.find(({ name }) => name === stateTable)?.rows.slice(1) ?? [], atlas.workspace.id)
	expect(base).not.toBeNull()
	const incoming = readTables(sheets, plans, { words, emptyCells: 'empty' })
	let made = 0
	return compare(atlas, incoming, { newId: () => `new${(made += 1)}`, complete: new Set(outTables), base })
}

function expectNothing({ entries, problems }: Difference): void {
	expect(problems).toEqual([])
	expect(entries).toEqual([])
}

const seed = Number(process.env.SEED ?? 20_260_302)

test('any atlas that goes out as a workbook and comes in again makes no difference', { timeout: 300_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(anyAtlas, async (atlas) => {
			const bytes = workbook(tablesOf(atlas))
			expectNothing(differenceOf(atlas, await sheetsOfWorkbook(new Blob([bytes]))))
		}),
		{ seed, numRuns: Number(process.env.RUNS ?? 40) }
	)
})

test('any atlas that goes out as CSV and comes in again makes no difference', { timeout: 300_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(anyAtlas, async (atlas) => {
			const files = tablesOf(atlas).map(({ name, cells }) => [`${name}.csv`, strToU8(csvOfCells(cells))] as const)
			const zip = zipSync(Object.fromEntries(files))
			expectNothing(differenceOf(atlas, await sheetsOfZip(new Blob([zip]))))
		}),
		{ seed, numRuns: Number(process.env.RUNS ?? 60) }
	)
})
