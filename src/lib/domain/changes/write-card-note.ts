import { cardNote } from '../model/card-note.ts'
import { put, remove } from '../model/row-change.ts'
import { defineChange } from './change.ts'

/** Writes what the consultant has to say on a deliverable; an empty text takes the note away. */
export const writeCardNote = defineChange({
	name: 'writeCardNote',
	input: cardNote,
	apply(atlas, { id, text }) {
		const before = atlas.cardNotes.get(id)?.text ?? ''
		const isEmpty = text.trim() === ''
		const subject = atlas.workspace.name
		if (before === text || (isEmpty && before === '')) return { ok: true, rows: [], subject }
		return { ok: true, rows: [isEmpty ? remove('cardNotes', id) : put('cardNotes', id, { id, text })], subject }
	}
})
