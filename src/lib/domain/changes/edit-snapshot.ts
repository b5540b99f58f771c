import { z } from 'zod'
import { id, name, text } from '../model/fields.ts'
import { put, remove } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'

/** Names a snapshot anew and changes its note; what it holds stays. */
export const editSnapshot = defineChange({
	name: 'editSnapshot',
	input: z.strictObject({ id, name, note: text }),
	apply(atlas, { id, ...fields }) {
		if (!atlas.snapshots.has(id)) return notThere(id)
		return { ok: true, rows: [put('snapshots', id, fields)], subject: fields.name }
	}
})

/** Deletes a snapshot. */
export const removeSnapshot = defineChange({
	name: 'removeSnapshot',
	input: z.strictObject({ id }),
	apply(atlas, { id }) {
		const snapshot = atlas.snapshots.get(id)
		if (snapshot === undefined) return notThere(id)
		return { ok: true, rows: [remove('snapshots', id)], subject: snapshot.name }
	}
})
