import type { Atlas } from '#lib/domain/model/atlas.ts'

/** Told to subscribers after every transaction that brought something new. */
export type DocumentEvent = {
	/** The atlas as it is now. */
	readonly atlas: Atlas
	/** True for what was done through this document (run, undo, redo, load), false for updates that were applied to it. */
	readonly local: boolean
	/** What the transaction brought, as a V2 update. */
	readonly update: Uint8Array
	/** Local: the name of the step (null for `load`). Otherwise the origin that was handed to `applyUpdate`. */
	readonly origin: unknown
}
