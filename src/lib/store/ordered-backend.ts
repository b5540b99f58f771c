import type { MemfsFrontendFS } from '@electric-sql/pglite/memfs-frontend'

type StorageBackend = MemfsFrontendFS['backend']
type ChangeSet = Parameters<StorageBackend['apply']>[0]
type Structural = ChangeSet['ops'][number]

const nothing = { wal: [], data: [], control: [] }

/**
 * A backend that removes files last. PGlite hands over what to remove together with what to write, and its own backend removes first:
 * a browser that dies in between, during a checkpoint, loses the write-ahead log that the control file still points to, and the database
 * does not open again. Files that are left over because it dies before the removal do no harm.
 */
export function removingLast(backend: StorageBackend): StorageBackend {
	return {
		init: () => backend.init(),
		load: () => backend.load(),
		close: () => backend.close(),
		async apply(changes, options) {
			const { files } = changes
			const written = [...files.wal, ...files.data, ...files.control].map(({ path }) => path)
			const { first, last } = split(changes.ops, written)
			await backend.apply({ ops: first, files }, options)
			if (last.length > 0) await backend.apply({ ops: last, files: nothing }, options)
		}
	}
}

/** Removals can wait where nothing is made anew at or below the same place. */
function split(ops: readonly Structural[], written: readonly string[]): { first: Structural[]; last: Structural[] } {
	const made = new Set(written)
	for (const { op, path } of ops) if (op === 'mkdir') made.add(path)
	const isMadeAnew = (path: string) => made.has(path) || [...made].some((other) => other.startsWith(`${path}/`))
	const first: Structural[] = []
	const last: Structural[] = []
	for (const change of ops) {
		if (change.op === 'mkdir') first.push(change)
		// A file that is written in full does not have to be removed before.
		else if (isMadeAnew(change.path)) first.push(change)
		else last.push(change)
	}
	return { first, last }
}
