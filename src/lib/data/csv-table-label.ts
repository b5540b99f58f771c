import { outTables, type OutTable } from '#lib/domain/interchange/table-cells.ts'
import { m } from '#lib/paraglide/messages.js'
import { isGridTable } from './columns.ts'
import { tableLabel } from './labels.ts'

/** Every table that can be made a CSV file of, in the order of the workspace file. */
export const csvTables: readonly OutTable[] = outTables

/** What a table is called where files are made; some of them are edited on other pages and have no grid. */
export function csvTableLabel(table: OutTable): string {
	if (isGridTable(table)) return tableLabel(table)
	switch (table) {
		case 'workspace':
			return m.data_workspace()
		case 'frame':
			return m.data_frame()
		case 'positions':
			return m.data_positions()
		default:
			return m.data_words()
	}
}
