import { tableSchemas, type Atlas, type TableName } from '../model/atlas.ts'
import type { BaseState } from './incoming/incoming.ts'
import { stableText } from './compare/same-value.ts'
import { outTables, rowsOf, type OutTable, type TableCells } from './table-cells.ts'

/** The name of the table that says what was exported. */
export const stateTable = 'export'
const version = 'channel-atlas/tables 1'

/**
 * What was exported, as a table beside the others: for every row a mark of eight characters per field, in the order of the fields. A later import sees by
 * them what was changed since, without the file holding anything that its tables do not. `at`: when (ISO 8601).
 */
export function exportState(atlas: Atlas, at: string): TableCells {
	const rows = outTables.flatMap((table) => rowsOf(atlas, table).map(([key, row]) => [table, key, marksOf(table, row)]))
	return { columns: ['table', 'key', 'state'], rows: [['atlas', atlas.workspace.id, `${version} ${at}`], ...rows] }
}

function fieldsOf(table: TableName): string[] {
	return Object.keys(tableSchemas[table].shape)
}

function marksOf(table: OutTable, row: object): string {
	return fieldsOf(table)
		.map((field) => markOf(Reflect.get(row, field)))
		.join(' ')
}

/** Eight characters that tell a value from others: cyrb53, in base 36. */
function markOf(value: unknown): string {
	let one = 0xdeadbeef
	let other = 0x41c6ce57
	const text = stableText(value)
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at)
		one = Math.imul(one ^ code, 2654435761)
		other = Math.imul(other ^ code, 1597334677)
	}
	one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
	other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
	return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36).padStart(8, '0').slice(-8)
}

/** What was exported, from the rows of that table below its header; null where they are not ours, or of another atlas. */
export function baseState(rows: readonly (readonly unknown[])[], atlas: string): BaseState | null {
	const [head, ...others] = rows.filter((row) => typeof row[0] === 'string' && row[0] !== '')
	if (head?.[0] !== 'atlas' || String(head[1]) !== atlas || !String(head[2]).startsWith(version)) return null
	const marks = new Map(
		others.map(([table, key, state]) => [`${String(table)} ${String(key)}`, String(state).split(' ')])
	)
	return {
		has: (table, key) => marks.has(`${table} ${key}`),
		held: (table, key, field, value) => {
			const at = fieldsOf(table).indexOf(field)
			return at >= 0 && marks.get(`${table} ${key}`)?.[at] === markOf(value)
		}
	}
}

/** What was exported, from an atlas of then: as both sides had it when they last were one. */
export function baseOfAtlas(then: Atlas): BaseState {
	const rowAt = (table: TableName, key: string): object | undefined => {
		const rows: unknown = Reflect.get(then, table)
		return rows instanceof Map ? (rows as Map<string, object>).get(key) : (rows as object)
	}
	return {
		has: (table, key) => rowAt(table, key) !== undefined,
		held: (table, key, field, value) => {
			const row = rowAt(table, key)
			return row !== undefined && stableText(Reflect.get(row, field)) === stableText(value)
		}
	}
}
