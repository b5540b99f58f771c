import { z } from 'zod'
import { position } from '../model/atlas.ts'
import { channel } from '../model/channel.ts'
import { id } from '../model/fields.ts'
import { need } from '../model/need.ts'
import { persona } from '../model/persona.ts'
import { product } from '../model/product.ts'
import { put, type RowChange } from '../model/row-change.ts'
import { value } from '../model/value.ts'
import { defineChange } from './change.ts'
import { newLink, type Pending } from './link-kind.ts'

// What a sticky note leaves out is filled with what is meant most often; it is changed in one gesture.
const newNeed = need.extend({
	kind: need.shape.kind.default('information'),
	stage: need.shape.stage.default('explore')
})
const newProduct = product.extend({ kind: product.shape.kind.default('information') })

/** The schema of what a new entity is made of (its table, its fields without the id, where it stands), with more fields beside. */
export function newEntityWith<Extra extends z.ZodRawShape>(extra: Extra) {
	const more = { position: position.optional(), ...extra }
	return z.discriminatedUnion('table', [
		z.strictObject({ table: z.literal('personas'), fields: persona.omit({ id: true }), ...more }),
		z.strictObject({ table: z.literal('values'), fields: value.omit({ id: true }), ...more }),
		z.strictObject({ table: z.literal('needs'), fields: newNeed.omit({ id: true }), ...more }),
		z.strictObject({ table: z.literal('channels'), fields: channel.omit({ id: true }), ...more }),
		z.strictObject({ table: z.literal('products'), fields: newProduct.omit({ id: true }), ...more })
	])
}

export const newEntity = newEntityWith({})
export type NewEntity = z.output<typeof newEntity>

/** The rows of a new entity with this id: itself, and its place where it has one. */
export function entityRows(id: string, entity: NewEntity): RowChange[] {
	const row = put(entity.table, id, { id, ...entity.fields })
	return entity.position === undefined ? [row] : [row, put('positions', id, entity.position)]
}

/**
 * Adds a thing to the map; with `linkFrom` or `linkTo` also the link that fits it and that thing. `created` holds its id.
 * The whole is refused where the link makes no sense.
 */
export const addEntity = defineChange({
	name: 'addEntity',
	input: newEntityWith({ linkFrom: id.optional(), linkTo: id.optional() }),
	apply(atlas, input, context) {
		const created = context.newId()
		const rows = entityRows(created, input)
		const pending: Pending = { tables: new Map([[created, input.table]]), rows }
		if (input.linkFrom !== undefined) {
			const link = newLink(atlas, input.linkFrom, created, {}, pending)
			if (!link.ok) return link
			rows.push(link.row)
		}
		if (input.linkTo !== undefined) {
			const link = newLink(atlas, created, input.linkTo, {}, pending)
			if (!link.ok) return link
			rows.push(link.row)
		}
		return { ok: true, rows, subject: input.fields.name, created: [created] }
	}
})
