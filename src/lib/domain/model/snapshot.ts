import { z } from 'zod'
import { broken, id, limited, name, text } from './fields.ts'

/** Characters that one snapshot may hold, and all snapshots of an atlas together: more would make every opening of the atlas slow. */
export const mostOfSnapshot = 8_000_000
export const mostOfSnapshots = 24_000_000

/**
 * A named state of the atlas. `at`: when it was taken; `contents`: the workspace file of then as JSON without spaces, without mentions and without
 * snapshots, so that snapshots never hold each other. Only `interchange/snapshot-contents.ts` reads and writes it.
 */
export const snapshot = z.strictObject({
	id,
	name,
	at: z.iso.datetime({ offset: true }),
	note: text,
	contents: limited(mostOfSnapshot).refine((contents) => contents.startsWith('{'), broken('invalid', 'Not a snapshot'))
})
export type Snapshot = z.output<typeof snapshot>

/** How much of the room for snapshots those of an atlas take, in characters. */
export function roomTaken(snapshots: ReadonlyMap<string, Snapshot>): number {
	return [...snapshots.values()].reduce((sum, { contents }) => sum + contents.length, 0)
}
