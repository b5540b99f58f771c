import type { Transaction } from '@electric-sql/pglite'
import type { RecordTable } from '#lib/domain/model/records.ts'
import { storable, storableJson } from './sql-text.ts'

/** Writes rows of a table of records as they are now. */
export async function writeRecords(
	transaction: Transaction,
	atlas: string,
	kind: RecordTable,
	rows: ReadonlyMap<string, object>
): Promise<void> {
	const fresh = [...rows].map(([id, fields]) => ({ id, fields }))
	await transaction.query(
		`insert into record (atlas, kind, id, fields)
		select $1, $2, id, fields from json_to_recordset($3::json) as fresh (id text, fields jsonb)
		on conflict (atlas, kind, id) do update set fields = excluded.fields`,
		[storable(atlas), kind, storableJson(fresh)]
	)
}

/** Removes rows of a table of records by their ids. */
export async function removeRecords(transaction: Transaction, atlas: string, kind: RecordTable, ids: string[]) {
	await transaction.query('delete from record where atlas = $1 and kind = $2 and id = any($3::text[])', [
		atlas,
		kind,
		ids
	])
}

/** All rows of a table of records. */
export async function recordRows(transaction: Transaction, atlas: string, kind: RecordTable): Promise<object[]> {
	const found = await transaction.query<{ fields: object }>(
		'select fields from record where atlas = $1 and kind = $2',
		[atlas, kind]
	)
	return found.rows.map(({ fields }) => fields)
}
