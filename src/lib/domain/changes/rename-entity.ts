import { z } from 'zod'
import { nodeTables, tableOf } from '../model/atlas.ts'
import { id, name } from '../model/fields.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'

/** Gives a thing on the map another name. The step bears the old one: that is what undoing brings back. */
export const renameEntity = defineChange({
	name: 'renameEntity',
	input: z.strictObject({ id, name }),
	apply(atlas, input) {
		const found = tableOf(atlas, input.id)
		const table = nodeTables.find((node) => node === found)
		const row = table && atlas[table].get(input.id)
		if (table === undefined || row === undefined) return notThere(input.id)
		const rows = row.name === input.name ? [] : [put(table, input.id, { name: input.name })]
		return { ok: true, rows, subject: row.name }
	}
})
