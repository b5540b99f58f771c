import { z } from 'zod'
import type { NodeTable } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import type { RowChange } from '../model/row-change.ts'
import { entityRows, newEntity } from './add-entity.ts'
import { defineChange } from './change.ts'
import { newLink } from './link-kind.ts'
import { subjectOf } from './subject.ts'

/**
 * Adds many things in one step, as a pasted list does: `created` holds their ids in the order given.
 * `linkWith`: things already there; each new one is linked to each of them, in the direction that fits.
 */
export const addEntities = defineChange({
	name: 'addEntities',
	input: z.strictObject({ entities: z.array(newEntity).min(1), linkWith: z.array(id).default([]) }),
	apply(atlas, { entities, linkWith }, context) {
		const created: string[] = []
		const rows: RowChange[] = []
		const links: RowChange[] = []
		const tables = new Map<string, NodeTable>()
		for (const entity of entities) {
			const fresh = context.newId()
			created.push(fresh)
			tables.set(fresh, entity.table)
			rows.push(...entityRows(fresh, entity))
		}
		for (const end of new Set(linkWith)) {
			for (const fresh of created) {
				const link = newLink(atlas, end, fresh, {}, { tables, rows: links })
				if (!link.ok) return link
				links.push(link.row)
			}
		}
		return {
			ok: true,
			rows: [...rows, ...links],
			subject: subjectOf(entities.map(({ fields }) => fields.name)),
			created
		}
	}
})
