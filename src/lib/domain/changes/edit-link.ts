import { z } from 'zod'
import { delivers, fulfils, has, holds, prefers } from '../model/links.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { linkNotThere } from './link-kind.ts'
import { changedFields, patchOf } from './patch.ts'
import { linkRowSubject } from './subject.ts'

const key = z.string()
const edits = z.discriminatedUnion('table', [
	z.strictObject({ table: z.literal('holds'), key, fields: patchOf(holds.omit({ persona: true, value: true })) }),
	z.strictObject({ table: z.literal('has'), key, fields: patchOf(has.omit({ persona: true, need: true })) }),
	z.strictObject({ table: z.literal('prefers'), key, fields: patchOf(prefers.omit({ from: true, channel: true })) }),
	z.strictObject({ table: z.literal('fulfils'), key, fields: patchOf(fulfils.omit({ product: true, need: true })) }),
	z.strictObject({
		table: z.literal('delivers'),
		key,
		fields: patchOf(delivers.omit({ product: true, channel: true }))
	})
])

/** Sets what a link says beside its ends: weight, importance, rank, status, evidence. */
export const editLink = defineChange({
	name: 'editLink',
	input: edits,
	apply(atlas, { table, key, fields }) {
		const row = atlas[table].get(key)
		if (row === undefined) return linkNotThere(table)
		const changed = changedFields<typeof row>(row, fields)
		const rows = Object.keys(changed).length === 0 ? [] : [put(table, key, changed)]
		return { ok: true, rows, subject: linkRowSubject(atlas, table, row) }
	}
})
