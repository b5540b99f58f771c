import { z } from 'zod'
import { id } from '../model/fields.ts'
import { remove } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'

/** Removes a view; what it showed stays. */
export const removeView = defineChange({
	name: 'removeView',
	input: z.strictObject({ id }),
	apply(atlas, { id }) {
		const row = atlas.views.get(id)
		return row === undefined ? notThere(id) : { ok: true, rows: [remove('views', id)], subject: row.name }
	}
})
