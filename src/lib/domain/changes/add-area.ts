import { area } from '../model/area.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'

/** Draws a named area on the map. */
export const addArea = defineChange({
	name: 'addArea',
	input: area.omit({ id: true }),
	apply(_atlas, fields, context) {
		const id = context.newId()
		return { ok: true, rows: [put('areas', id, { id, ...fields })], subject: fields.name, created: [id] }
	}
})
