import { id, name } from '../model/fields.ts'
import { put } from '../model/row-change.ts'
import { view } from '../model/view.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'

const look = view.omit({ id: true, name: true, order: true })

/** Keeps what is seen of the map under a name: as a new view after the others, or, with an id, in place of what that view showed. */
export const keepView = defineChange({
	name: 'keepView',
	input: look.extend({ name, id: id.nullable().default(null) }),
	apply(atlas, { id, ...fields }, context) {
		if (id !== null) {
			return atlas.views.has(id) ? { ok: true, rows: [put('views', id, fields)], subject: fields.name } : notThere(id)
		}
		const fresh = context.newId()
		const order = Math.max(-1, ...[...atlas.views.values()].map((row) => row.order)) + 1
		const row = put('views', fresh, { id: fresh, order, ...fields })
		return { ok: true, rows: [row], subject: fields.name, created: [fresh] }
	}
})
