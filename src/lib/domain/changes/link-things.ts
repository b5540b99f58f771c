import { z } from 'zod'
import { id } from '../model/fields.ts'
import { defineChange } from './change.ts'
import { linkFields, newLink } from './link-kind.ts'
import { linkSubject } from './subject.ts'

/**
 * Links two things with the kind of link that their tables allow, in either direction: from channel to product is the product's
 * delivery there. A preference without a rank comes after those that its source has.
 */
export const linkThings = defineChange({
	name: 'linkThings',
	input: z.strictObject({ from: id, to: id, fields: linkFields.optional() }),
	apply(atlas, { from, to, fields }) {
		const link = newLink(atlas, from, to, fields)
		if (!link.ok) return link
		return { ok: true, rows: [link.row], subject: linkSubject(atlas, link.kind.from, link.kind.to) }
	}
})
