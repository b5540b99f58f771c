import type { MemfsFrontendFS } from '@electric-sql/pglite/memfs-frontend'

type StorageBackend = MemfsFrontendFS['backend']
type ChangeSet = Parameters<StorageBackend['apply']>[0]
type Structural = ChangeSet['ops'][number]

const nothing = { wal: [], data: [], control: [] }

/** What a server writes about its own run. The next one does not need it, and does not start where it is there and empty. */
const ofOneRun = new Set(['/postmaster.pid', '/postmaster.opts'])
/** A checkpoint replaces this file; the server starts without it, and does not start where it is empty. */
const replacedByCheckpoints = '/pg_logical/replorigin_checkpoint'

/**
 * A backend under which a browser may die at any moment, also while a database opens, and the database opens again. The browser makes
 * a file empty before it fills it, and PGlite's own backend removes files before it writes others, so:
 * - files are removed last: a removal between the writes of a checkpoint loses the write-ahead log that the control file still points
 *   to. Files that are left over because the browser dies before the removal do no harm;
 * - a file that takes the place of another is written over it, never removed before;
 * - what belongs to one run of the server (its lock file) is neither kept nor read.
 */
export function survivable(backend: StorageBackend): StorageBackend {
	return {
		init: () => backend.init(),
		async *load() {
			for await (const entry of backend.load()) {
				if (ofOneRun.has(entry.path)) continue
				if (entry.path === replacedByCheckpoints && entry.kind === 'file' && entry.data.length === 0) continue
				yield entry
			}
		},
		close: () => backend.close(),
		async apply(changes, options) {
			const { wal, control } = changes.files
			const data = changes.files.data.filter(({ path }) => !ofOneRun.has(path))
			const { first, last } = split(changes.ops, [...wal, ...data, ...control])
			await backend.apply({ ops: first, files: { wal, data, control } }, options)
			if (last.length > 0) await backend.apply({ ops: last, files: nothing }, options)
		}
	}
}

/** Removals can wait where nothing is made anew at or below the same place, and are left out where a whole file takes the place. */
function split(
	ops: readonly Structural[],
	written: ChangeSet['files']['data']
): { first: Structural[]; last: Structural[] } {
	const whole = new Set(written.flatMap(({ path, full }) => (full ? [path] : [])))
	const made = new Set(written.map(({ path }) => path))
	for (const { op, path } of ops) if (op === 'mkdir') made.add(path)
	const isMadeAnew = (path: string) => made.has(path) || [...made].some((other) => other.startsWith(`${path}/`))
	const first: Structural[] = []
	const last: Structural[] = []
	for (const change of ops) {
		if (change.op === 'mkdir' || (isMadeAnew(change.path) && !whole.has(change.path))) first.push(change)
		else if (!whole.has(change.path)) last.push(change)
	}
	return { first, last }
}
