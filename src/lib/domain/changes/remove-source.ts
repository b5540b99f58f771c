import { z } from 'zod'
import { id } from '../model/fields.ts'
import { remove } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'

/** Removes a source. Its mentions are rows of the store: whoever removes the source decides about them there. */
export const removeSource = defineChange({
	name: 'removeSource',
	input: z.strictObject({ id }),
	apply(atlas, { id }) {
		const row = atlas.sources.get(id)
		return row === undefined ? notThere(id) : { ok: true, rows: [remove('sources', id)], subject: row.name }
	}
})
