import type { z } from 'zod'
import { nameOf } from '../changes/subject.ts'
import { byCodeUnit, linkEnds, singleTables, tableSchemas, type Atlas, type TableName } from '../model/atlas.ts'
import { findingReference, type Decision } from '../model/decision.ts'
import { mention, type Mention } from '../model/mention.ts'
import { byteOrderMark, csvLine, type Cell } from './csv-text.ts'

/** The tables that are exported as CSV, in the order of the workspace file. */
export const csvTableNames = [
	'workspace',
	'frame',
	'personas',
	'values',
	'needs',
	'channels',
	'products',
	'decisions',
	'holds',
	'has',
	'prefers',
	'fulfils',
	'delivers',
	'positions',
	'words',
	'sources'
] as const satisfies readonly TableName[]

/**
 * A table as CSV: UTF-8 with byte order mark, a header row with the names of the fields, rows by key. Beside every id stands the name
 * of what it points to; lists are written with "; " between their entries.
 */
export function csvOfTable(atlas: Atlas, table: TableName): string {
	const columns = columnsOf(atlas, table)
	const lines = [csvLine(columns.map(({ name }) => name))]
	for (const row of rowsOf(atlas, table)) lines.push(csvLine(columns.map((column) => column.cell(row))))
	return byteOrderMark + lines.join('')
}

/** Every table as a CSV file. */
export function csvTables(atlas: Atlas): { name: string; text: string }[] {
	return csvTableNames.map((table) => ({ name: `${table}.csv`, text: csvOfTable(atlas, table) }))
}

/** Mentions as CSV, a line at a time, so that many of them need not be one string; joined they are the file. */
export function* mentionsCsv(atlas: Atlas, mentions: Iterable<Mention>): Generator<string> {
	const columns = fieldColumns(atlas, mention, ['source', 'channel'])
	yield byteOrderMark + csvLine(columns.map(({ name }) => name))
	for (const row of mentions) yield csvLine(columns.map((column) => column.cell(row)))
}

type Column = { name: string; cell: (row: object) => Cell }

/** The fields of each table that hold an id of something with a name. */
function idFields(table: TableName): readonly string[] {
	switch (table) {
		case 'holds':
		case 'has':
		case 'prefers':
		case 'fulfils':
		case 'delivers':
			return [linkEnds[table].from, linkEnds[table].to]
		case 'sources':
			return ['channel']
		case 'positions':
			return ['id']
		default:
			return []
	}
}

function columnsOf(atlas: Atlas, table: TableName): Column[] {
	if (table === 'decisions') return decisionColumns(atlas)
	const columns = fieldColumns(atlas, tableSchemas[table], idFields(table))
	// A place has no id of its own: it is the key of its row.
	return table === 'positions' ? [...idColumns(atlas, 'id'), ...columns] : columns
}

function fieldColumns(atlas: Atlas, schema: z.ZodObject, ids: readonly string[]): Column[] {
	return Object.keys(schema.shape).flatMap((name) =>
		ids.includes(name) ? idColumns(atlas, name) : [plainColumn(name)]
	)
}

function plainColumn(name: string): Column {
	return { name, cell: (row) => cellOf(Reflect.get(row, name)) }
}

function idColumns(atlas: Atlas, name: string): Column[] {
	const named = (row: object) => {
		const id: unknown = Reflect.get(row, name)
		return typeof id === 'string' ? nameOf(atlas, id) : null
	}
	return [plainColumn(name), { name: `${name}_name`, cell: named }]
}

/** A decision with the ids of its finding in columns of their own, and the names of what the finding is about. */
function decisionColumns(atlas: Atlas): Column[] {
	return Object.keys(tableSchemas.decisions.shape).flatMap((name) => {
		if (name !== 'finding') return [plainColumn(name)]
		const parts = Object.keys(findingReference.shape).map((part) => ({
			name: `finding_${part}`,
			cell: (row: object) => cellOf(Reflect.get(findingOf(row), part))
		}))
		return [...parts, { name: 'finding_names', cell: (row: object) => namesIn(atlas, findingOf(row)) }]
	})
}

function findingOf(row: object): object {
	const finding: unknown = Reflect.get(row, 'finding')
	return typeof finding === 'object' && finding !== null ? finding : {}
}

function namesIn(atlas: Atlas, finding: Partial<Decision['finding']>): string {
	const { persona, need, product, products = [], channel, needs = [] } = finding
	const ids = [persona, need, product, ...products, channel, ...needs].filter((id) => id !== undefined)
	return ids.map((id) => nameOf(atlas, id)).join('; ')
}

function cellOf(value: unknown): Cell {
	if (value === undefined || value === null) return null
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
	if (Array.isArray(value)) return value.map(entryText).join('; ')
	return Object.keys(value).length === 0 ? null : JSON.stringify(value)
}

/** An entry of a list: a list of words to merge, or a goal with its owner and measure. */
function entryText(entry: unknown): string {
	if (Array.isArray(entry)) return entry.join(' = ')
	if (typeof entry !== 'object' || entry === null) return String(entry)
	return Object.values(entry)
		.filter((part) => part !== '')
		.join(' | ')
}

function rowsOf(atlas: Atlas, table: TableName): object[] {
	const single = singleTables.find((one) => one === table)
	if (single !== undefined) return [atlas[single]]
	if (table === 'positions') return byKey(atlas.positions).map(([id, place]) => ({ id, ...place }))
	const rows = atlas[table]
	return rows instanceof Map ? byKey<object>(rows).map(([, row]) => row) : []
}

function byKey<Row>(rows: ReadonlyMap<string, Row>): [string, Row][] {
	return [...rows].sort(([left], [right]) => byCodeUnit(left, right))
}
