import { z } from 'zod'
import { linkTables, tableSchemas, type Atlas, type LinkTable, type TableName } from '../../model/atlas.ts'
import { put } from '../../model/row-change.ts'
import type { FieldDifference } from './difference.ts'
import { stableText } from './same-value.ts'

/** Whether a table is one of links. */
export function isLink(table: TableName): table is LinkTable {
	return linkTables.some((one) => one === table)
}

/** The rows of a table by key; none of a single table. */
export function rowsOf(atlas: Atlas, table: TableName): ReadonlyMap<string, object> {
	const rows: unknown = Reflect.get(atlas, table)
	return rows instanceof Map ? rows : new Map<string, object>()
}

/** The row change that writes these differences, if there are any. */
export function putOf(table: TableName, key: string, fields: readonly FieldDifference[]) {
	if (fields.length === 0) return []
	return [put(table, key, Object.fromEntries(fields.map(({ field, after }) => [field, after])) as object)]
}

/** Two lists of a field as one: what is here, then what is only there. Anything else is as it is there. */
export function united(table: TableName, field: string, here: unknown, there: unknown): unknown {
	if (!Array.isArray(here) || !Array.isArray(there)) return there
	const known = new Set(here.map(stableText))
	const both = [...(here as unknown[]), ...(there as unknown[]).filter((entry) => !known.has(stableText(entry)))]
	// Sets have an order of their own.
	const schema: unknown = Reflect.get(tableSchemas[table].shape, field)
	const parsed = schema instanceof z.ZodType ? schema.safeParse(both) : null
	return parsed?.success === true ? parsed.data : both
}

/** Whether a value says nothing. */
export function isEmpty(value: unknown): boolean {
	return value === null || value === '' || value === undefined || (Array.isArray(value) && value.length === 0)
}
