import type { PGlite } from '@electric-sql/pglite'
import type { PlainFiles } from './plain-files.ts'

/** A database that is open, and on what it is kept. */
export type OpenedStorage = {
	readonly pg: PGlite
	readonly storage: 'opfs' | 'idb' | 'memory'
	/** Whether a newer version of the product wrote it: then it must not be written. */
	readonly isNewer: boolean
	/** Why nothing better could be had, where it is kept in memory only. */
	readonly detail: string
}

/** How a host comes by its database. */
export type OpenStorage = {
	/** Opens the database; makes it where there is none. Rejects where there is one that does not open. */
	open(): Promise<OpenedStorage>
	/** The next `open` begins a fresh database. */
	setAside(): Promise<void>
	/** The folder of the safety copies. */
	files(): Promise<PlainFiles>
}
