import { z } from 'zod'
import type { NodeTable } from '../model/atlas.ts'
import type { RowChange } from '../model/row-change.ts'
import { entityRows, newEntityWith } from './add-entity.ts'
import { defineChange, refuse } from './change.ts'
import { linkFields, newLink } from './link-kind.ts'
import { linkSubject, subjectOf } from './subject.ts'

/** What a new thing is called within one paste, so that links can name it before it has an id. */
const reference = z.string()
const thing = newEntityWith({ ref: reference })
const link = z.strictObject({ from: reference, to: reference, fields: linkFields.optional() })

/**
 * Adds things and the links among them and with things that are there, in one step: what a paste or a copy comes to.
 * An end of a link is the reference of a new thing or an id. Links that are there already are passed over; one that makes no sense
 * refuses the whole. `created` holds the new ids in the order given.
 */
export const pasteThings = defineChange({
	name: 'pasteThings',
	input: z.strictObject({ things: z.array(thing).default([]), links: z.array(link).default([]) }),
	apply(atlas, { things, links }, context) {
		const ids = new Map<string, string>()
		const tables = new Map<string, NodeTable>()
		const rows: RowChange[] = []
		for (const { ref, ...entity } of things) {
			const id = context.newId()
			ids.set(ref, id)
			tables.set(id, entity.table)
			rows.push(...entityRows(id, entity))
		}
		const linked: RowChange[] = []
		const subjects = things.map(({ fields }) => fields.name)
		for (const { from, to, fields } of links) {
			const [start, end] = [ids.get(from) ?? from, ids.get(to) ?? to]
			const made = newLink(atlas, start, end, fields, { tables, rows: linked })
			if (made.ok) {
				linked.push(made.row)
				if (things.length === 0) subjects.push(linkSubject(atlas, made.kind.from, made.kind.to))
			} else if (made.rule !== 'link-exists') return made
		}
		if (rows.length + linked.length === 0) {
			return refuse('nothing-chosen', 'There is nothing new to add.')
		}
		return { ok: true, rows: [...rows, ...linked], subject: subjectOf(subjects), created: [...ids.values()] }
	}
})
