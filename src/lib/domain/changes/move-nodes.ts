import { z } from 'zod'
import { position } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { put, type RowChange } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { nodeTableOf, notThere } from './link-kind.ts'
import { nameOf, subjectOf } from './subject.ts'

/** Puts things at these places on the map, in canvas units. Things that are gone are passed over; refused where all are. */
export const moveNodes = defineChange({
	name: 'moveNodes',
	input: z.strictObject({ positions: z.array(position.extend({ id })).min(1) }),
	apply(atlas, { positions }) {
		const rows: RowChange[] = []
		const names: string[] = []
		const there = positions.filter(({ id }) => nodeTableOf(atlas, id) !== null)
		const [first] = positions
		if (there.length === 0 && first !== undefined) return notThere(first.id)
		for (const { id, x, y } of there) {
			const place = atlas.positions.get(id)
			names.push(nameOf(atlas, id))
			if (place?.x !== x || place.y !== y) rows.push(put('positions', id, { x, y }))
		}
		return { ok: true, rows, subject: subjectOf(names) }
	}
})
