import { z } from 'zod'
import { channel } from '../model/channel.ts'
import { id } from '../model/fields.ts'
import { need } from '../model/need.ts'
import { persona } from '../model/persona.ts'
import { product } from '../model/product.ts'
import { put } from '../model/row-change.ts'
import { value } from '../model/value.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'
import { changedFields, patchOf } from './patch.ts'

const edits = z.discriminatedUnion('table', [
	z.strictObject({ table: z.literal('personas'), id, fields: patchOf(persona.omit({ id: true })) }),
	z.strictObject({ table: z.literal('values'), id, fields: patchOf(value.omit({ id: true })) }),
	z.strictObject({ table: z.literal('needs'), id, fields: patchOf(need.omit({ id: true })) }),
	z.strictObject({ table: z.literal('channels'), id, fields: patchOf(channel.omit({ id: true })) }),
	z.strictObject({ table: z.literal('products'), id, fields: patchOf(product.omit({ id: true })) })
])

/** Sets fields of a persona, value, need, channel or product. The step bears the name that the thing had before. */
export const editEntity = defineChange({
	name: 'editEntity',
	input: edits,
	apply(atlas, { table, id, fields }) {
		const row = atlas[table].get(id)
		if (row === undefined) return notThere(id)
		const changed = changedFields<typeof row>(row, fields)
		const rows = Object.keys(changed).length === 0 ? [] : [put(table, id, changed)]
		return { ok: true, rows, subject: row.name }
	}
})
