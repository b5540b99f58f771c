import { z } from 'zod'
import { area } from '../model/area.ts'
import { id } from '../model/fields.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'
import { patchOf } from './patch.ts'

/** Renames, colours or resizes an area. What somebody has edited is no longer only a lane of the last arranging. */
export const editArea = defineChange({
	name: 'editArea',
	input: z.strictObject({ id, fields: patchOf(area.omit({ id: true, isLane: true })) }),
	apply(atlas, { id, fields }) {
		const row = atlas.areas.get(id)
		if (row === undefined) return notThere(id)
		const rows = [put('areas', id, { ...fields, isLane: false })]
		return { ok: true, rows, subject: fields.name ?? row.name }
	}
})
