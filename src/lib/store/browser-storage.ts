import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { MemfsFrontendFS } from '@electric-sql/pglite/memfs-frontend'
import { OpfsBackend } from '@electric-sql/pglite/memfs2opfs'
import { z } from 'zod'
import { migrate } from './migrate.ts'
import { migrations, schemaVersion } from './migrations.ts'
import type { OpenStorage, OpenedStorage } from './open-storage.ts'
import { survivable } from './survivable-backend.ts'
import { idbFiles, memoryFiles, opfsFiles, type PlainFiles } from './plain-files.ts'
import { startParams } from './start-params.ts'
import { StoreError } from './store.ts'

/** Which storage to use: for tests, and left out in the app. */
export type StoragePreference = 'opfs' | 'idb' | 'memory'

/** Says which database is in use, and that it was made completely: a first start that was cut short leaves none. */
const marker = z.object({ number: z.int(), isMade: z.boolean() })
type Marker = z.output<typeof marker>
const markerName = 'database.json'

const opening = 90_000

type Place = { readonly storage: 'opfs' | 'idb' | 'memory'; readonly files: PlainFiles; readonly detail: string }

/** The storage of a browser: OPFS, else IndexedDB, else memory. `templateUrl`: the prebuilt data directory of a first start. */
export function browserStorage(options: { templateUrl: string; prefer?: StoragePreference | undefined }): OpenStorage {
	const place = findPlace(options.prefer)
	return {
		async files() {
			return (await place).files
		},
		async setAside() {
			const { files } = await place
			const { number } = await readMarker(files)
			await writeMarker(files, { number: number + 1, isMade: false })
		},
		async open() {
			const found = await place
			const mark = await readMarker(found.files)
			if (found.storage !== 'memory' && mark.isMade) {
				return await opened(found, await within(create(found, mark.number, {}), opening))
			}
			const template = await fetchTemplate(options.templateUrl)
			await clear(found, mark.number)
			const pg = await create(found, mark.number, { loadDataDir: template })
			await pg.syncToFs()
			await writeMarker(found.files, { ...mark, isMade: true })
			return await opened(found, pg)
		}
	}
}

async function opened({ storage, detail }: Place, pg: PGlite): Promise<OpenedStorage> {
	const version = await migrate(pg, migrations)
	return { pg, storage, detail, isNewer: version > schemaVersion }
}

/** The best place that works. One that holds a database already comes before one that does not. */
async function findPlace(prefer: StoragePreference | undefined): Promise<Place> {
	const problems: string[] = []
	const attempts = {
		opfs: () => opfsFiles('channel-atlas'),
		idb: () => idbFiles('channel-atlas-files')
	}
	for (const storage of ['opfs', 'idb'] as const) {
		if (prefer !== undefined && prefer !== storage) continue
		try {
			const files = await attempts[storage]()
			// Some private windows have the functions and refuse to write.
			await files.write('probe', new Uint8Array([1]))
			await files.remove('probe')
			return { storage, files, detail: '' }
		} catch (error) {
			problems.push(`${storage}: ${error instanceof Error ? error.message : String(error)}`)
		}
	}
	return { storage: 'memory', files: memoryFiles(), detail: problems.join('; ') }
}

function nameOf(number: number): string {
	return `channel-atlas-db-${number}`
}

async function create({ storage }: Place, number: number, more: PGliteOptions): Promise<PGlite> {
	const base: PGliteOptions = { relaxedDurability: false, startParams, ...more }
	if (storage === 'opfs')
		return await PGlite.create({ ...base, fs: new MemfsFrontendFS(survivable(new OpfsBackend(nameOf(number)))) })
	if (storage === 'idb') return await PGlite.create({ ...base, dataDir: `idb://${nameOf(number)}` })
	return await PGlite.create({ ...base, dataDir: 'memory://' })
}

/** Removes what a first start that was cut short left behind. */
async function clear({ storage }: Place, number: number): Promise<void> {
	if (storage === 'opfs') {
		const root = await navigator.storage.getDirectory()
		await root.removeEntry(nameOf(number), { recursive: true }).catch((error: unknown) => {
			if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
		})
	} else if (storage === 'idb') {
		await new Promise<void>((resolve, reject) => {
			const request = indexedDB.deleteDatabase(`/pglite/${nameOf(number)}`)
			request.addEventListener('success', () => resolve())
			request.addEventListener('error', () => reject(request.error))
			request.addEventListener('blocked', () => reject(new StoreError('locked', 'The database is in use')))
		})
	}
}

async function readMarker(files: PlainFiles): Promise<Marker> {
	const data = await files.read(markerName)
	if (data === null) return { number: 1, isMade: false }
	return marker.parse(JSON.parse(new TextDecoder().decode(data)))
}

async function writeMarker(files: PlainFiles, mark: Marker): Promise<void> {
	await files.write(markerName, new TextEncoder().encode(JSON.stringify(mark)))
}

/** The prebuilt data directory; some servers unpack it on the way. */
async function fetchTemplate(url: string): Promise<Blob> {
	const response = await fetch(url)
	if (!response.ok || response.body === null)
		throw new Error(`The empty database could not be loaded (${response.status})`)
	const bytes = new Uint8Array(await response.arrayBuffer())
	const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
	if (!isPacked) return new Blob([bytes])
	return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).blob()
}

function within<Result>(promise: Promise<Result>, milliseconds: number): Promise<Result> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new StoreError('corrupt', 'The database does not open')), milliseconds)
		promise.then(resolve, reject).finally(() => clearTimeout(timer))
	})
}
