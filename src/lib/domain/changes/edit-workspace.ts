import { put } from '../model/row-change.ts'
import { workspace } from '../model/workspace.ts'
import { defineChange } from './change.ts'
import { changedFields, patchOf } from './patch.ts'

/** Sets the atlas's own name and description. */
export const editWorkspace = defineChange({
	name: 'editWorkspace',
	input: patchOf(workspace.omit({ id: true })),
	apply(atlas, input) {
		const changed = changedFields(atlas.workspace, input)
		const rows = Object.keys(changed).length === 0 ? [] : [put('workspace', 'workspace', changed)]
		return { ok: true, rows, subject: atlas.workspace.name }
	}
})
