import type { Database } from './database.ts'
import { migrations } from './migrations.ts'
import { quotedName } from './sql-text.ts'
import { sqlTables } from './tables.ts'

/** Rows of one INSERT. */
const rowsAtOnce = 500

const tables = ['atlas', ...Object.values(sqlTables).map(({ name }) => name), 'record', 'mention', 'mention_repeat']

/**
 * SQL text that a PostgreSQL server (12 or later) loads: the tables and views in a schema of their own, and their rows, in one transaction.
 * The log of the document is left out: only this program can read it. Words are counted by the trigger as the mentions come in.
 * `atlas`: the id of one atlas; left out, all of them.
 */
export async function sqlDump(database: Database, atlas?: string): Promise<string> {
	return await database.transact(async (transaction) => {
		const parts = [
			'-- Channel Atlas: tables, views and rows. Load with: psql -f this-file your_database',
			`set client_encoding = 'UTF8';`,
			'set standard_conforming_strings = on;',
			'begin;',
			'create schema channel_atlas;',
			'set local search_path = channel_atlas;',
			...migrations.map(({ sql }) => sql)
		]
		for (const table of tables) {
			const found = await transaction.query<{ name: string; generated: boolean }>(
				`select column_name as name from information_schema.columns
				where table_schema = 'public' and table_name = $1 order by ordinal_position`,
				[table]
			)
			const names = found.rows.map(({ name }) => quotedName(name))
			const owner = table === 'atlas' ? 'id' : 'atlas'
			const filter = atlas === undefined ? '' : `where ${owner} = $1`
			// Every value as a quoted text: PostgreSQL reads it as what the column is.
			const rows = await transaction.query<{ line: string }>(
				`select '(' || concat_ws(', ', ${names.map((name) => `quote_nullable(${name}::text)`).join(', ')}) || ')' as line
				from ${quotedName(table)} ${filter} ${table === 'mention' ? 'order by no' : ''}`,
				atlas === undefined ? [] : [atlas]
			)
			for (let start = 0; start < rows.rows.length; start += rowsAtOnce) {
				const lines = rows.rows.slice(start, start + rowsAtOnce).map(({ line }) => line)
				parts.push(`insert into ${quotedName(table)} (${names.join(', ')}) values\n${lines.join(',\n')};`)
			}
		}
		parts.push(
			`select setval(pg_get_serial_sequence('mention', 'no'), (select coalesce(max(no), 0) + 1 from mention));`
		)
		for (const name of ['count_new_words', 'count_old_words'])
			parts.push(`alter function ${name}() set search_path = channel_atlas;`)
		parts.push('commit;', '')
		return parts.join('\n')
	})
}
