import type { Rows, TableName } from './atlas.ts'

/** Sets fields of one row; a row that is not there is made, and then needs all its fields. Removing takes the whole row. */
export type RowChange =
	{ [Name in TableName]: { table: Name; key: string; fields: Partial<Rows[Name]> } }[TableName] | RowRemoval
export type RowRemoval = { table: TableName; key: string; gone: true }

/** A row change that writes these fields. */
export function put<Name extends TableName>(table: Name, key: string, fields: Partial<Rows[Name]>): RowChange {
	return { table, key, fields } as RowChange
}

/** A row change that removes the row. */
export function remove(table: TableName, key: string): RowRemoval {
	return { table, key, gone: true }
}
