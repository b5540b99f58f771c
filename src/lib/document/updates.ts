import * as Y from 'yjs'

/** One V2 update that says what all of these say, without reading them into a document. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
	const [only] = updates
	return updates.length === 1 && only !== undefined ? only : Y.mergeUpdatesV2([...updates])
}
