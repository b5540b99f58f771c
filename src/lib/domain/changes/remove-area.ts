import { z } from 'zod'
import { id } from '../model/fields.ts'
import { remove } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'

/** Removes an area; what lies in it stays where it is. */
export const removeArea = defineChange({
	name: 'removeArea',
	input: z.strictObject({ id }),
	apply(atlas, { id }) {
		const row = atlas.areas.get(id)
		return row === undefined ? notThere(id) : { ok: true, rows: [remove('areas', id)], subject: row.name }
	}
})
