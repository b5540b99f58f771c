import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { Database, type WriteTrouble } from './database.ts'
import { startParams } from './start-params.ts'

/** For tests: the data directory that the app loads at a first start. */
export function template(): Blob {
	return new Blob([gunzipSync(readFileSync('static/pg-template.tar.gz'))])
}

/** For tests: a fresh database in memory, as the app opens it. */
export async function testPg(options: PGliteOptions = {}): Promise<PGlite> {
	return await PGlite.create({ loadDataDir: template(), startParams, ...options })
}

export async function testDatabase(onTrouble: (trouble: WriteTrouble | null) => void = () => {}): Promise<Database> {
	return new Database(await testPg(), { syncsAlone: false, onTrouble })
}
