import { z } from 'zod'
import { contentsOf } from '../interchange/snapshot-contents.ts'
import { name, text } from '../model/fields.ts'
import { put } from '../model/row-change.ts'
import { mostOfSnapshot, mostOfSnapshots, roomTaken } from '../model/snapshot.ts'
import { defineChange, refuse } from './change.ts'

/** Keeps the atlas as it is now under a name. `at`: now. */
export const takeSnapshot = defineChange({
	name: 'takeSnapshot',
	input: z.strictObject({ name, at: z.iso.datetime({ offset: true }), note: text }),
	apply(atlas, input, context) {
		const contents = contentsOf(atlas)
		if (contents.length > mostOfSnapshot) {
			return refuse('snapshot-too-large', 'The atlas is too large for a snapshot: save it to a file instead.')
		}
		if (roomTaken(atlas.snapshots) + contents.length > mostOfSnapshots) {
			return refuse('snapshots-full', 'There is no room for another snapshot: delete one, or save the atlas to a file.')
		}
		const id = context.newId()
		if (atlas.snapshots.has(id)) return refuse('id-taken', `The id ${id} is taken.`, { id })
		const row = { id, ...input, contents }
		return { ok: true, rows: [put('snapshots', id, row)], subject: input.name, created: [id] }
	}
})
