import { z } from 'zod'
import { id } from '../model/fields.ts'
import type { RowChange } from '../model/row-change.ts'
import { defineChange, type Refusal } from './change.ts'
import { linkFields, newLink } from './link-kind.ts'
import { linkSubject, subjectOf } from './subject.ts'

/**
 * Links several things to one, in one step. Those that are linked already are passed over; refused where all are,
 * and where any of the pairs makes no sense.
 */
export const linkMany = defineChange({
	name: 'linkMany',
	input: z.strictObject({ from: z.array(id).min(1), to: id, fields: linkFields.optional() }),
	apply(atlas, { from, to, fields }) {
		const rows: RowChange[] = []
		const subjects: string[] = []
		let exists: Refusal | null = null
		for (const one of new Set(from)) {
			const link = newLink(atlas, one, to, fields, { tables: new Map(), rows })
			if (link.ok) {
				rows.push(link.row)
				subjects.push(linkSubject(atlas, link.kind.from, link.kind.to))
			} else if (link.rule === 'link-exists') exists = link
			else return link
		}
		if (rows.length === 0 && exists !== null) return exists
		return { ok: true, rows, subject: subjectOf(subjects) }
	}
})
