import { z } from 'zod'
import { position } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { nodeTableOf, notThere } from './link-kind.ts'
import { nameOf, subjectOf } from './subject.ts'

/** Pins things to where they stand, so that arranging leaves them there; or lets them go. Things that are gone are passed over. */
export const pinThings = defineChange({
	name: 'pinThings',
	input: z.strictObject({ places: z.array(position.extend({ id })).min(1), isPinned: z.boolean() }),
	apply(atlas, { places, isPinned }) {
		const there = places.filter(({ id }) => nodeTableOf(atlas, id) !== null)
		const [first] = places
		if (there.length === 0 && first !== undefined) return notThere(first.id)
		const rows: RowChange[] = []
		for (const { id, x, y } of there) {
			if (!isPinned) {
				if (atlas.pins.has(id)) rows.push(remove('pins', id))
				continue
			}
			if (!atlas.pins.has(id)) rows.push(put('pins', id, { id }))
			// What stood where nobody put it stands there from now on.
			if (!atlas.positions.has(id)) rows.push(put('positions', id, { x, y }))
		}
		return { ok: true, rows, subject: subjectOf(there.map(({ id }) => nameOf(atlas, id))) }
	}
})
