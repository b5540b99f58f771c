import type { Transaction } from '@electric-sql/pglite'
import { singleTables, tableSchemas } from '#lib/domain/model/atlas.ts'
import type { Atlas, SingleTable, TableName } from '#lib/domain/model/atlas.ts'
import { isRecordTable } from '#lib/domain/model/records.ts'
import { recordRows, removeRecords, writeRecords } from './record-rows.ts'
import { quotedName, storable, storableJson } from './sql-text.ts'
import { sqlTables, type Column, type SqlTable } from './tables.ts'

const tableNames = Object.keys(tableSchemas) as TableName[]

/** The rows of one table that differ between two atlas values, by key. */
type TableChange = { readonly table: TableName; readonly written: Map<string, object>; readonly removed: string[] }

function isSingle(table: TableName): table is SingleTable {
	return singleTables.some((single) => single === table)
}

function rowsOf(atlas: Atlas, table: TableName): ReadonlyMap<string, object> {
	return isSingle(table) ? new Map([[table, atlas[table]]]) : atlas[table]
}

/** What to write and what to remove so that tables which follow `before` follow `after`. Equal objects are taken as equal rows. */
export function changesBetween(before: Atlas | null, after: Atlas): TableChange[] {
	const changes: TableChange[] = []
	for (const table of tableNames) {
		if (before !== null && before[table] === after[table]) continue
		const rowsBefore: ReadonlyMap<string, object> = before === null ? new Map() : rowsOf(before, table)
		const rowsAfter = rowsOf(after, table)
		const written = new Map([...rowsAfter].filter(([key, row]) => rowsBefore.get(key) !== row))
		const removed = [...rowsBefore.keys()].filter((key) => !rowsAfter.has(key))
		if (written.size > 0 || removed.length > 0) changes.push({ table, written, removed })
	}
	return changes
}

/** Writes what changed between two atlas values to the tables. Repeating it does no harm: rows are written as they are now. */
export async function project(transaction: Transaction, id: string, before: Atlas | null, after: Atlas): Promise<void> {
	for (const { table, written, removed } of changesBetween(before, after)) {
		if (isRecordTable(table)) {
			if (removed.length > 0) await removeRecords(transaction, id, table, removed)
			if (written.size > 0) await writeRecords(transaction, id, table, written)
			continue
		}
		const sql = sqlTables[table]
		if (removed.length > 0) await removeRows(transaction, sql, id, removed)
		if (written.size > 0) await writeRows(transaction, sql, id, written)
	}
}

/** Writes all tables of an atlas anew. */
export async function projectAnew(transaction: Transaction, id: string, atlas: Atlas): Promise<void> {
	await clear(transaction, id)
	await project(transaction, id, null, atlas)
}

/** Removes the rows of an atlas from all its tables. */
export async function clear(transaction: Transaction, id: string): Promise<void> {
	for (const name of ['record', ...Object.values(sqlTables).map((table) => table.name)]) {
		await transaction.query(`delete from ${quotedName(name)} where atlas = $1`, [id])
	}
}

/** The columns with a field; positions have none for their key. */
function columnsOf(sql: SqlTable): readonly Column[] {
	const hasKey = !sql.key.includes('id') || sql.columns.some(({ name }) => name === 'id')
	return hasKey ? sql.columns : [{ name: 'id', type: 'text', field: 'id' }, ...sql.columns]
}

async function removeRows(transaction: Transaction, sql: SqlTable, id: string, keys: string[]): Promise<void> {
	const names = sql.key.map(quotedName)
	// The key of a link is that of its two ends with a colon between, and ids hold no colon.
	const parts = names.map((_, index) => `split_part(gone.key, ':', ${index + 1})`)
	const conditions = names.map((name, index) => `kept.${name} = ${parts[index]}`)
	await transaction.query(
		`delete from ${quotedName(sql.name)} kept using unnest($2::text[]) gone (key)
		where ${['kept.atlas = $1', ...conditions].join(' and ')}`,
		[id, keys]
	)
}

async function writeRows(
	transaction: Transaction,
	sql: SqlTable,
	id: string,
	rows: ReadonlyMap<string, object>
): Promise<void> {
	const columns = columnsOf(sql)
	const names = columns.map(({ name }) => quotedName(name))
	const updates = names
		.filter((name) => !sql.key.map(quotedName).includes(name))
		.map((name) => `${name} = excluded.${name}`)
	const found = columns.map(({ field, type }) => `${quotedName(field)} ${type}`)
	await transaction.query(
		`insert into ${quotedName(sql.name)} (atlas, ${names.join(', ')})
		select $1, ${columns.map(({ field }) => quotedName(field)).join(', ')}
		from json_to_recordset($2::json) as fresh (${found.join(', ')})
		on conflict (${['atlas', ...sql.key.map(quotedName)].join(', ')}) do update set ${updates.join(', ')}`,
		[storable(id), storableJson([...rows].map(([key, row]) => ({ id: key, ...row })))]
	)
}

/** The names of the tables that do not hold exactly the rows of this atlas. */
export async function differences(transaction: Transaction, id: string, atlas: Atlas): Promise<string[]> {
	const names: string[] = []
	for (const table of tableNames) {
		if (isRecordTable(table)) {
			if (!sameRows(await recordRows(transaction, id, table), [...atlas[table].values()])) names.push(table)
			continue
		}
		const sql = sqlTables[table]
		const columns = columnsOf(sql)
		const fields = columns.map(({ name, field }) => `'${field}', kept.${quotedName(name)}`)
		const kept = await transaction.query<{ row: object }>(
			`select json_build_object(${fields.join(', ')}) as row from ${quotedName(sql.name)} kept where atlas = $1`,
			[id]
		)
		const keys = columns.map(({ field }) => field)
		const expected = [...rowsOf(atlas, table)].map(([key, row]) =>
			Object.fromEntries(Object.entries({ id: key, ...row }).filter(([field]) => keys.includes(field)))
		)
		if (
			!sameRows(
				kept.rows.map(({ row }) => row),
				expected
			)
		)
			names.push(sql.name)
	}
	return names
}

function sameRows(left: readonly object[], right: readonly object[]): boolean {
	const texts = (rows: readonly object[]) => rows.map((row) => storableJson(inOrder(row))).sort()
	return texts(left).join('\n') === texts(right).join('\n')
}

/** The same value with the keys of its objects in order: jsonb has an order of its own. */
function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder)
	if (typeof value !== 'object' || value === null) return value
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
	return Object.fromEntries(entries.map(([key, field]) => [key, inOrder(field)]))
}
