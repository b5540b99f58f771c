import { z } from 'zod'
import { area } from '../model/area.ts'
import { position } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { nodeTableOf } from './link-kind.ts'

/** Puts everything in its place and draws the lanes of this arrangement in place of those of the last one. What is gone or pinned is passed over. */
export const arrangeMap = defineChange({
	name: 'arrangeMap',
	input: z.strictObject({
		positions: z.array(position.extend({ id })).min(1),
		lanes: z.array(area.omit({ id: true, isLane: true })).default([])
	}),
	apply(atlas, { positions, lanes }, context) {
		const rows: RowChange[] = []
		for (const { id, x, y } of positions) {
			if (nodeTableOf(atlas, id) === null || atlas.pins.has(id)) continue
			const place = atlas.positions.get(id)
			if (place?.x !== x || place.y !== y) rows.push(put('positions', id, { x, y }))
		}
		for (const { id, isLane } of atlas.areas.values()) if (isLane) rows.push(remove('areas', id))
		for (const lane of lanes) {
			const id = context.newId()
			rows.push(put('areas', id, { id, ...lane, isLane: true }))
		}
		return { ok: true, rows, subject: '' }
	}
})
