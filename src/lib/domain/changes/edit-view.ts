import { z } from 'zod'
import { viewsInOrder } from '../model/views-in-order.ts'
import { id, name } from '../model/fields.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'

/** Renames a view, or moves it to another place among the views (from 0). */
export const editView = defineChange({
	name: 'editView',
	input: z.strictObject({ id, name: name.optional(), place: z.int().min(0).optional() }),
	apply(atlas, { id, name, place }) {
		const row = atlas.views.get(id)
		if (row === undefined) return notThere(id)
		const rows = name === undefined || name === row.name ? [] : [put('views', id, { name })]
		if (place !== undefined) {
			const others = viewsInOrder(atlas).filter((other) => other.id !== id)
			others.splice(place, 0, row)
			others.forEach((other, order) => {
				if (other.order !== order) rows.push(put('views', other.id, { order }))
			})
		}
		return { ok: true, rows, subject: name ?? row.name }
	}
})
