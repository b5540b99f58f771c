import { FeedFailure } from './connection.ts'
import type { WatchedFile } from './watched-files.ts'

/** The parts of the File System Access API that not every browser has, and types do not know. */
type Permission = {
	queryPermission(options: { mode: 'read' }): Promise<PermissionState>
	requestPermission(options: { mode: 'read' }): Promise<PermissionState>
}
export type Handle = (FileSystemFileHandle | FileSystemDirectoryHandle) & Permission
type Picker = { showOpenFilePicker?: () => Promise<Handle[]>; showDirectoryPicker?: () => Promise<Handle> }

/** Whether this browser can watch files at all. */
export function canWatchFiles(): boolean {
	return typeof globalThis !== 'undefined' && 'showOpenFilePicker' in globalThis
}

/** Lets a person choose what to watch; null where they think better of it. */
export async function pickHandle(kind: 'watched-file' | 'watched-folder'): Promise<Handle | null> {
	const picker = globalThis as Picker
	try {
		if (kind === 'watched-folder') return (await picker.showDirectoryPicker?.()) ?? null
		return (await picker.showOpenFilePicker?.())?.[0] ?? null
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return null
		throw error
	}
}

/** Handles cannot be written to a file or a document: they stay in the browser, beside the database. */
function openHandles(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open('channel-atlas-handles', 1)
		request.onupgradeneeded = () => request.result.createObjectStore('handle')
		request.onsuccess = () => resolve(request.result)
		request.onerror = () => reject(request.error ?? new Error('No storage for file handles'))
	})
}

async function withHandles<Result>(
	mode: IDBTransactionMode,
	work: (store: IDBObjectStore) => IDBRequest<Result>
): Promise<Result> {
	const database = await openHandles()
	try {
		return await new Promise<Result>((resolve, reject) => {
			const request = work(database.transaction('handle', mode).objectStore('handle'))
			request.onsuccess = () => resolve(request.result)
			request.onerror = () => reject(request.error ?? new Error('The file handle could not be kept'))
		})
	} finally {
		database.close()
	}
}

function keyOf(atlas: string, source: string): string {
	return `${atlas} ${source}`
}

export async function keepHandle(atlas: string, source: string, handle: Handle): Promise<void> {
	await withHandles('readwrite', (store) => store.put(handle, keyOf(atlas, source)))
}

export async function forgetHandle(atlas: string, source: string): Promise<void> {
	await withHandles('readwrite', (store) => store.delete(keyOf(atlas, source)))
}

export async function keptHandle(atlas: string, source: string): Promise<Handle | null> {
	const kept: unknown = await withHandles('readonly', (store) => store.get(keyOf(atlas, source)))
	return isHandle(kept) ? kept : null
}

function isHandle(value: unknown): value is Handle {
	return typeof value === 'object' && value !== null && 'kind' in value && 'queryPermission' in value
}

/** Asks the person to allow reading again, which browsers want after a restart. Only in answer to a click. */
export async function allowAgain(atlas: string, source: string): Promise<boolean> {
	const handle = await keptHandle(atlas, source)
	return handle !== null && (await handle.requestPermission({ mode: 'read' })) === 'granted'
}

const readable = /\.(?:csv|tsv|txt|log|json|jsonl|ndjson|xlsx)$/i
/** Files of a folder that are followed at the most. */
const mostFiles = 200

/** The files that a source watches, now. Throws where they cannot be had. */
export async function filesOf(handle: Handle | null): Promise<WatchedFile[]> {
	if (handle === null) throw new FeedFailure('no-file-access', '', 3_600_000)
	if ((await handle.queryPermission({ mode: 'read' })) !== 'granted')
		throw new FeedFailure('no-permission', '', 3_600_000)
	if (handle.kind === 'file') return [{ name: handle.name, getFile: () => handle.getFile() }]
	const files: WatchedFile[] = []
	// The types of this TypeScript lack the iterator of a directory.
	const entries = handle as unknown as { values(): AsyncIterable<FileSystemFileHandle | FileSystemDirectoryHandle> }
	try {
		for await (const entry of entries.values()) {
			if (entry.kind === 'file' && readable.test(entry.name) && files.length < mostFiles)
				files.push({ name: entry.name, getFile: () => entry.getFile() })
		}
	} catch {
		throw new FeedFailure('no-file', '', 5000)
	}
	return files
}
