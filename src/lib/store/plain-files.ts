/** A folder of small files beside the database. Writing replaces a file whole or not at all. Names are plain: no folders. */
export type PlainFiles = {
	list(): Promise<{ name: string; bytes: number }[]>
	/** The bytes of a file, from the start up to `most`; null where there is none. */
	read(name: string, most?: number): Promise<Uint8Array | null>
	write(name: string, data: Uint8Array): Promise<void>
	remove(name: string): Promise<void>
}

function isNotFound(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'NotFoundError'
}

/** A folder in the origin's private file system. Rejects where the browser has none. */
export async function opfsFiles(folder: string): Promise<PlainFiles> {
	const root = await navigator.storage.getDirectory()
	// Opened anew each time: when the user clears the site's data, a handle that was kept would point to nothing for ever.
	const open = async () => await root.getDirectoryHandle(folder, { create: true })
	await open()
	return {
		async list() {
			const files: { name: string; bytes: number }[] = []
			for await (const handle of (await open()).values()) {
				if (handle.kind === 'file') files.push({ name: handle.name, bytes: (await handle.getFile()).size })
			}
			return files
		},
		async read(name, most) {
			try {
				const file = await (await (await open()).getFileHandle(name)).getFile()
				return new Uint8Array(await (most === undefined ? file : file.slice(0, most)).arrayBuffer())
			} catch (error) {
				if (isNotFound(error)) return null
				throw error
			}
		},
		async write(name, data) {
			const writable = await (await (await open()).getFileHandle(name, { create: true })).createWritable()
			try {
				await writable.write(new Uint8Array(data))
				await writable.close()
			} catch (error) {
				await writable.abort().catch(() => {})
				throw error
			}
		},
		async remove(name) {
			try {
				await (await open()).removeEntry(name)
			} catch (error) {
				if (!isNotFound(error)) throw error
			}
		}
	}
}

/** The same in IndexedDB, for browsers without OPFS. Rejects where there is no IndexedDB either. */
export async function idbFiles(database: string): Promise<PlainFiles> {
	const opened = indexedDB.open(database, 1)
	opened.addEventListener('upgradeneeded', () => opened.result.createObjectStore('files'))
	const db = await answer(opened)
	const files = (mode: IDBTransactionMode) =>
		db.transaction('files', mode, { durability: 'strict' }).objectStore('files')
	const write = async (work: (store: IDBObjectStore) => void) => {
		const store = files('readwrite')
		work(store)
		await new Promise<void>((resolve, reject) => {
			store.transaction.addEventListener('complete', () => resolve())
			store.transaction.addEventListener('abort', () => reject(store.transaction.error))
		})
	}
	const read = async (name: string) => {
		const value: unknown = await answer(files('readonly').get(name))
		return value instanceof Uint8Array ? value : null
	}
	return {
		async list() {
			const names = (await answer(files('readonly').getAllKeys())).map(String)
			return await Promise.all(names.map(async (name) => ({ name, bytes: (await read(name))?.byteLength ?? 0 })))
		},
		async read(name, most) {
			const data = await read(name)
			return most === undefined ? data : (data?.slice(0, most) ?? null)
		},
		write: (name, data) => write((store) => store.put(data, name)),
		remove: (name) => write((store) => store.delete(name))
	}
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		request.addEventListener('success', () => resolve(request.result))
		request.addEventListener('error', () => reject(request.error))
	})
}

/** The same in memory: for tests, and where nothing else is left. */
export function memoryFiles(): PlainFiles {
	const files = new Map<string, Uint8Array>()
	return {
		list: async () => [...files].map(([name, data]) => ({ name, bytes: data.byteLength })),
		read: async (name, most) => files.get(name)?.slice(0, most) ?? null,
		write: async (name, data) => void files.set(name, data.slice()),
		remove: async (name) => void files.delete(name)
	}
}
