import type { PGliteInterface } from '@electric-sql/pglite'

/** A step of the schema: never edited once it is released. Files are named `0001-what.sql`, numbered without gaps. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }

/** Reads version and name from a file name such as `0001-atlas.sql`; throws where it has another form. */
export function migrationOf(file: string, sql: string): Migration {
	const parts = /(?:^|\/)(\d{4})-([a-z-]+)\.sql$/.exec(file)
	if (parts?.[1] === undefined || parts[2] === undefined) throw new Error(`Not the name of a migration: ${file}`)
	return { version: Number(parts[1]), name: parts[2], sql }
}

/** In order of version; throws where a number is missing or used twice. */
export function inOrder(migrations: readonly Migration[]): Migration[] {
	const sorted = migrations.toSorted((left, right) => left.version - right.version)
	for (const [index, { version }] of sorted.entries()) {
		if (version !== index + 1) throw new Error(`Migration ${index + 1} is missing or there twice`)
	}
	return sorted
}

/**
 * Brings the schema up to date, each step in a transaction of its own with its line in the ledger `schema_migration`.
 * Returns the version of the database: larger than that of the last migration where a newer program wrote it, and then nothing is touched.
 */
export async function migrate(pg: PGliteInterface, migrations: readonly Migration[]): Promise<number> {
	const ledger = await pg.query<{ found: string | null }>(`select to_regclass('public.schema_migration') as found`)
	if (ledger.rows[0]?.found == null) {
		await pg.exec(
			'create table schema_migration (version integer primary key, name text not null, applied_at timestamptz not null default now())'
		)
	}
	const applied = await pg.query<{ version: number }>('select max(version) as version from schema_migration')
	let version = applied.rows[0]?.version ?? 0
	for (const migration of migrations) {
		if (migration.version <= version) continue
		await pg.transaction(async (transaction) => {
			await transaction.exec(migration.sql)
			await transaction.query('insert into schema_migration (version, name) values ($1, $2)', [
				migration.version,
				migration.name
			])
		})
		// PGlite does not write to storage at the end of `transaction` (its issue 1065).
		await pg.syncToFs()
		version = migration.version
	}
	return version
}
