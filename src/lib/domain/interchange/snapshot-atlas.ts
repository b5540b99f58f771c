import type { Atlas } from '../model/atlas.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { readWorkspaceFile } from './workspace-file.ts'

const known = new WeakMap<Snapshot, Atlas | null>()

/** The atlas as it was when a snapshot was taken; null where its contents cannot be read. The same snapshot gives the same value. */
export function atlasOfSnapshot(snapshot: Snapshot): Atlas | null {
	let atlas = known.get(snapshot)
	if (atlas === undefined) {
		const read = readWorkspaceFile(snapshot.contents)
		atlas = read.ok ? read.atlas : null
		known.set(snapshot, atlas)
	}
	return atlas
}
