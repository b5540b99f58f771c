import { put } from '../model/row-change.ts'
import { words } from '../model/workspace.ts'
import { defineChange } from './change.ts'
import { changedFields, patchOf } from './patch.ts'

/** Sets the lists of words to merge, to keep together and to hide; a list given replaces the one there was. */
export const editWords = defineChange({
	name: 'editWords',
	input: patchOf(words),
	apply(atlas, input) {
		const changed = changedFields(atlas.words, input)
		const rows = Object.keys(changed).length === 0 ? [] : [put('words', 'words', changed)]
		return { ok: true, rows, subject: atlas.workspace.name }
	}
})
