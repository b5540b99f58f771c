// Makes static/pg-template.tar.gz: a data directory of PGlite with the schema in it, so that a first start loads it instead of making one.
// Lean: 1 MB segments of the write-ahead log, without the template databases. Made again only when PGlite, the schema or this file changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { inOrder, migrate, migrationOf } from '../src/lib/store/migrate.ts'

const root = new URL('..', import.meta.url)
const output = new URL('static/pg-template.tar.gz', root)
const stamp = new URL('.cache/pg-template.hash', root)
const folder = new URL('src/lib/store/migrations/', root)

const migrations = inOrder(
	readdirSync(folder).map((file) => migrationOf(file, readFileSync(new URL(file, folder), 'utf8')))
)
const pglite = readFileSync(new URL('node_modules/@electric-sql/pglite/package.json', root), 'utf8')
const own = readFileSync(new URL(import.meta.url), 'utf8')
const hash = createHash('sha256')
	.update(JSON.stringify([JSON.parse(pglite).version, migrations, own]))
	.digest('hex')

const isFresh = existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
if (!isFresh) {
	// Old segments are dropped, not kept for later.
	const startParams = [...PGlite.defaultStartParams, '-c', 'wal_recycle=off', '-c', 'min_wal_size=2MB']
	const pg = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'], startParams })
	await migrate(pg, migrations)
	await pg.exec(`update pg_database set datistemplate = false where datname in ('template0', 'template1')`)
	await pg.exec('drop database template0')
	await pg.exec('drop database template1')
	await pg.exec('analyze')
	await pg.exec('vacuum')
	await pg.exec('checkpoint')
	const directory = await pg.dumpDataDir('none')
	for (const made of ['.cache/', 'static/']) mkdirSync(new URL(made, root), { recursive: true })
	writeFileSync(output, gzipSync(new Uint8Array(await directory.arrayBuffer()), { level: 9 }))
	writeFileSync(stamp, hash)
	await pg.close()
}
