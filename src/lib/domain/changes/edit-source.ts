import { z } from 'zod'
import { id } from '../model/fields.ts'
import { put } from '../model/row-change.ts'
import { source } from '../model/source.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'
import { changedFields, patchOf } from './patch.ts'

/** Sets a source's name, kind, channel or settings. */
export const editSource = defineChange({
	name: 'editSource',
	input: z.strictObject({ id, fields: patchOf(source.omit({ id: true })) }),
	apply(atlas, { id, fields }) {
		const row = atlas.sources.get(id)
		if (row === undefined) return notThere(id)
		if (typeof fields.channel === 'string' && !atlas.channels.has(fields.channel)) return notThere(fields.channel)
		const changed = changedFields<typeof row>(row, fields)
		const rows = Object.keys(changed).length === 0 ? [] : [put('sources', id, changed)]
		return { ok: true, rows, subject: row.name }
	}
})
