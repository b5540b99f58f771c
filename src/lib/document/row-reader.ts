import type * as Y from 'yjs'
import { endsOf, linkKey, linkTables, singleTables, tableSchemas } from '#lib/domain/model/atlas.ts'
import type { LinkTable, Rows, SingleTable, TableName } from '#lib/domain/model/atlas.ts'

/** The mark of a removed row. Rows are marked, not taken out: taking one out while another person edits it would lose fields (yjs #472). */
export const goneMark = '~gone'

const safeKey = /^[A-Za-z0-9_:-]{1,129}$/

/** Whether a key read from a document may be used: documents come from other tabs and files. */
export function isSafeKey(key: string): boolean {
	return safeKey.test(key) && key !== '__proto__'
}

export function isLinkTable(table: TableName): table is LinkTable {
	return linkTables.some((link) => link === table)
}

export function isSingleTable(table: TableName): table is SingleTable {
	return singleTables.some((single) => single === table)
}

/** The names of a row's fields, by table. Fields that a newer version wrote stay in the document and are not read. */
export const fieldNames: Readonly<Record<TableName, readonly string[]>> = Object.freeze(
	Object.fromEntries(
		Object.entries(tableSchemas).map(([table, schema]) => [table, Object.keys(schema.shape)])
	) as Record<TableName, string[]>
)

function keyFits(table: TableName, key: string, row: object): boolean {
	if (isLinkTable(table)) return linkKey(...endsOf(table, row as Rows[LinkTable])) === key
	if (isSingleTable(table)) return key === table
	return !('id' in row) || row.id === key
}

/** Reads one row of a document: null where it is removed, does not (yet) parse, or stands under a key that is not its own. */
export function readRow<Name extends TableName>(table: Name, key: string, fields: Y.Map<unknown>): Rows[Name] | null {
	if (fields.get(goneMark) === true) return null
	const found: Record<string, unknown> = {}
	for (const name of fieldNames[table]) {
		const value = fields.get(name)
		if (value !== undefined) found[name] = value
	}
	const parsed = tableSchemas[table].safeParse(found)
	return parsed.success && keyFits(table, key, parsed.data) ? (parsed.data as Rows[Name]) : null
}
