import { findingCells, ledgerCells, type Analysis } from '#lib/domain/interchange/analysis-tables.ts'
import { exportState, stateTable } from '#lib/domain/interchange/export-state.ts'
import { outTables, tableCells } from '#lib/domain/interchange/table-cells.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { NamedTable } from './workbook.ts'

/** Every table of an atlas with its name; findings and ledger of the analyses, if there are any; last, what was exported. `at`: when (ISO 8601). */
export function tablesOut(atlas: Atlas, analyses: readonly Analysis[], at: string): NamedTable[] {
	const tables: NamedTable[] = outTables.map((name) => ({ name, cells: tableCells(atlas, name) }))
	if (analyses.length > 0) {
		tables.push({ name: 'findings', cells: findingCells(atlas, analyses) })
		tables.push({ name: 'ledger', cells: ledgerCells(atlas, analyses) })
	}
	return [...tables, { name: stateTable, cells: exportState(atlas, at) }]
}
