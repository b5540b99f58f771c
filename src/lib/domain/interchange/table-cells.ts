import type { z } from 'zod'
import { nameOf } from '../changes/subject.ts'
import { byCodeUnit, linkEnds, singleTables, tableSchemas, type Atlas, type TableName } from '../model/atlas.ts'
import { findingReference, type Decision } from '../model/decision.ts'
import { goal } from '../model/workspace.ts'
import type { Cell } from './csv-text.ts'
import { writeList } from './list-cell.ts'

/** The tables that go out as tables, in the order of the workspace file. */
export const outTables = [
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
export type OutTable = (typeof outTables)[number]

/** What the name of a column beside a column of ids ends with: `channel`, `channel_name`. */
export const nameSuffix = '_name'

/** What stands between a goal, its owner and its measure, and between words that are one. */
export const goalSeparator = ' | '
export const mergeSeparator = ' = '

/** A table as cells: the names of its columns, and its rows by key. */
export type TableCells = Readonly<{ columns: readonly string[]; rows: readonly (readonly Cell[])[] }>

/** A table as cells. Beside every id stands the name of what it points to; lists are one cell (`list-cell.ts`); numbers and booleans stay such. */
export function tableCells(atlas: Atlas, table: OutTable): TableCells {
	const columns = columnsOf(atlas, table)
	return {
		columns: columns.map(({ name }) => name),
		rows: rowsOf(atlas, table).map(([, row]) => columns.map((column) => column.cell(row)))
	}
}

/** The columns of a table, without its rows. */
export function columnNames(table: OutTable): string[] {
	return columnsOf(null, table).map(({ name }) => name)
}

export type Column = { name: string; cell: (row: object) => Cell }

/** The fields of each table that hold an id of something with a name. */
export function idFields(table: TableName): readonly string[] {
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

function columnsOf(atlas: Atlas | null, table: TableName): Column[] {
	if (table === 'decisions') return decisionColumns(atlas)
	const columns = fieldColumns(atlas, tableSchemas[table], idFields(table))
	// A place has no id of its own: it is the key of its row.
	return table === 'positions' ? [...idColumns(atlas, 'id'), ...columns] : columns
}

export function fieldColumns(atlas: Atlas | null, schema: z.ZodObject, ids: readonly string[]): Column[] {
	return Object.keys(schema.shape).flatMap((name) =>
		ids.includes(name) ? idColumns(atlas, name) : [plainColumn(name)]
	)
}

function plainColumn(name: string): Column {
	return { name, cell: (row) => cellOf(Reflect.get(row, name)) }
}

function idColumns(atlas: Atlas | null, name: string): Column[] {
	const named = (row: object) => {
		const id: unknown = Reflect.get(row, name)
		return typeof id === 'string' && atlas !== null ? nameOf(atlas, id) : null
	}
	return [plainColumn(name), { name: `${name}${nameSuffix}`, cell: named }]
}

/** A decision with the ids of its finding in columns of their own, and the names of what the finding is about. */
function decisionColumns(atlas: Atlas | null): Column[] {
	return Object.keys(tableSchemas.decisions.shape).flatMap((name) => {
		if (name !== 'finding') return [plainColumn(name)]
		const parts = Object.keys(findingReference.shape).map((part) => ({
			name: `finding_${part}`,
			cell: (row: object) => cellOf(Reflect.get(findingOf(row), part))
		}))
		return [
			...parts,
			{ name: 'finding_names', cell: (row: object) => (atlas === null ? null : namesIn(atlas, findingOf(row))) }
		]
	})
}

function findingOf(row: object): object {
	const finding: unknown = Reflect.get(row, 'finding')
	return typeof finding === 'object' && finding !== null ? finding : {}
}

function namesIn(atlas: Atlas, finding: Partial<Decision['finding']>): string {
	const { persona, need, product, products = [], channel, needs = [] } = finding
	const ids = [persona, need, product, ...products, channel, ...needs].filter((id) => id !== undefined)
	return writeList(ids.map((id) => nameOf(atlas, id)))
}

function cellOf(value: unknown): Cell {
	if (value === undefined || value === null) return null
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
	if (Array.isArray(value)) return value.length === 0 ? null : writeList(value.map(entryText))
	return Object.keys(value).length === 0 ? null : JSON.stringify(value)
}

/** An entry of a list: a list of words to merge, or a goal with its owner and measure. */
function entryText(entry: unknown): string {
	if (Array.isArray(entry)) return writeList(entry.map(String), mergeSeparator)
	const parsed = goal.safeParse(entry)
	if (!parsed.success) return String(entry)
	const parts = [parsed.data.text, parsed.data.owner, parsed.data.measure]
	while (parts.at(-1) === '') parts.pop()
	return parts.length === 0 ? '' : writeList(parts, goalSeparator)
}

/** The rows of a table by key. A place has no id of its own, so it gets the key of its row; a single table is its one row. */
export function rowsOf(atlas: Atlas, table: TableName): [key: string, row: object][] {
	const single = singleTables.find((one) => one === table)
	if (single !== undefined) return [[single, atlas[single]]]
	if (table === 'positions') return byKey(atlas.positions).map(([id, place]) => [id, { id, ...place }])
	const rows = atlas[table]
	return rows instanceof Map ? byKey<object>(rows) : []
}

function byKey<Row>(rows: ReadonlyMap<string, Row>): [string, Row][] {
	return [...rows].sort(([left], [right]) => byCodeUnit(left, right))
}
