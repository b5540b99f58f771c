import { z } from 'zod'
import { position } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { put, type RowChange } from '../model/row-change.ts'
import { defineChange, refuse } from './change.ts'
import { nodeTableOf, notThere } from './link-kind.ts'
import { nameOf, subjectOf } from './subject.ts'

/** Puts things at these places on the map, in canvas units, and areas with them. What is gone is passed over; refused where all is. */
export const moveNodes = defineChange({
	name: 'moveNodes',
	input: z.strictObject({
		positions: z.array(position.extend({ id })).default([]),
		areas: z.array(position.extend({ id })).default([])
	}),
	apply(atlas, { positions, areas }) {
		const rows: RowChange[] = []
		const names: string[] = []
		const [any] = [...areas, ...positions]
		if (any === undefined) return refuse('nothing-chosen', 'Nothing was chosen.')
		for (const { id, x, y } of areas) {
			const area = atlas.areas.get(id)
			if (area === undefined) continue
			names.push(area.name)
			if (area.x !== x || area.y !== y) rows.push(put('areas', id, { x, y }))
		}
		const there = positions.filter(({ id }) => nodeTableOf(atlas, id) !== null)
		if (there.length === 0 && names.length === 0) return notThere(any.id)
		for (const { id, x, y } of there) {
			const place = atlas.positions.get(id)
			names.push(nameOf(atlas, id))
			if (place?.x !== x || place.y !== y) rows.push(put('positions', id, { x, y }))
		}
		return { ok: true, rows, subject: subjectOf(names) }
	}
})
