import { z } from 'zod'
import { linkKey, nodeTables, type Atlas, type NodeTable } from '../model/atlas.ts'
import { id, name } from '../model/fields.ts'
import { addEntity } from './add-entity.ts'
import { defineChange, refuse } from './change.ts'
import { inSequence, stepOf } from './in-sequence.ts'
import { linkKindBetween, notThere, nodeTableOf } from './link-kind.ts'
import { linkThings } from './link-things.ts'

/** The first thing of a table with this name, whatever its case; null where there is none. */
export function thingNamed(atlas: Atlas, table: NodeTable, name: string): string | null {
	const wanted = name.trim().toLocaleLowerCase()
	for (const row of atlas[table].values()) if (row.name.toLocaleLowerCase() === wanted) return row.id
	return null
}

/**
 * Writes names under a thing, as in a list: each becomes a new thing that is linked with it, or the link alone where a thing of that
 * name is there already. Names that are linked with it already are passed over; refused where all are. Without `under` all are new.
 */
export const addNamed = defineChange({
	name: 'addNamed',
	input: z.strictObject({ table: z.enum(nodeTables), names: z.array(name).min(1), under: id.nullable().default(null) }),
	apply(atlas, { table, names, under }, context) {
		if (under !== null && nodeTableOf(atlas, under) === null) return notThere(under)
		const steps = names.map((name) => (current: Atlas, ids: typeof context) => {
			const there = under === null ? null : thingNamed(current, table, name)
			if (under === null || there === null) {
				return stepOf(addEntity, entityNamed(table, name, under))(current, ids)
			}
			const kind = linkKindBetween(current, under, there)
			if (kind !== null && current[kind.table].has(linkKey(kind.from, kind.to))) {
				return { ok: true as const, rows: [], subject: name }
			}
			return stepOf(linkThings, { from: under, to: there })(current, ids)
		})
		const outcome = inSequence(atlas, steps, context)
		if (outcome.ok && outcome.rows.length === 0) return refuse('link-exists', 'These two are linked already.')
		return outcome
	}
})

function entityNamed(table: NodeTable, name: string, under: string | null): z.input<typeof addEntity.input> {
	const entity = { table, fields: { name } }
	return under === null ? entity : { ...entity, linkFrom: under }
}
