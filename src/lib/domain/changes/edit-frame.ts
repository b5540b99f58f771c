import { put } from '../model/row-change.ts'
import { frame } from '../model/workspace.ts'
import { defineChange } from './change.ts'
import { changedFields, patchOf } from './patch.ts'

/** Sets fields of the frame of reference. */
export const editFrame = defineChange({
	name: 'editFrame',
	input: patchOf(frame),
	apply(atlas, input) {
		const changed = changedFields(atlas.frame, input)
		const rows = Object.keys(changed).length === 0 ? [] : [put('frame', 'frame', changed)]
		return { ok: true, rows, subject: atlas.workspace.name }
	}
})
