import type { Atlas } from '../model/atlas.ts'
import { mention, type Mention } from '../model/mention.ts'
import { byteOrderMark, csvLine } from './csv-text.ts'
import { fieldColumns, outTables, tableCells, type OutTable, type TableCells } from './table-cells.ts'

/**
 * A table as CSV: UTF-8 with byte order mark, a header row with the names of the fields, rows by key (see `table-cells.ts`).
 */
export function csvOfTable(atlas: Atlas, table: OutTable): string {
	return csvOfCells(tableCells(atlas, table))
}

/** Cells as CSV. */
export function csvOfCells({ columns, rows }: TableCells): string {
	return byteOrderMark + [columns, ...rows].map(csvLine).join('')
}

/** Every table as a CSV file. */
export function csvTables(atlas: Atlas): { name: string; text: string }[] {
	return outTables.map((table) => ({ name: `${table}.csv`, text: csvOfTable(atlas, table) }))
}

/** Mentions as CSV, a line at a time, so that many of them need not be one string; joined they are the file. */
export function* mentionsCsv(atlas: Atlas, mentions: Iterable<Mention>): Generator<string> {
	const columns = fieldColumns(atlas, mention, ['source', 'channel'])
	yield byteOrderMark + csvLine(columns.map(({ name }) => name))
	for (const row of mentions) yield csvLine(columns.map((column) => column.cell(row)))
}
