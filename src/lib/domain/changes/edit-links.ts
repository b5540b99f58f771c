import { z } from 'zod'
import { linkTables } from '../model/atlas.ts'
import { defineChange } from './change.ts'
import { editLink } from './edit-link.ts'
import { inSequence, type SequenceStep } from './in-sequence.ts'
import { linkFields } from './link-kind.ts'
import { runChange } from './run-change.ts'

/** Says something of several links in one step. Links that are gone are passed over; refused where all are. */
export const editLinks = defineChange({
	name: 'editLinks',
	input: z.strictObject({
		links: z.array(z.strictObject({ table: z.enum(linkTables), key: z.string(), fields: linkFields })).min(1)
	}),
	apply(atlas, { links }, context) {
		const there = links.filter(({ table, key }) => atlas[table].has(key))
		// Which fields fit is for the change of one link to say.
		const step =
			(edit: (typeof links)[number]): SequenceStep =>
			(current) =>
				runChange(current, editLink, edit, context)
		return inSequence(atlas, (there.length > 0 ? there : links.slice(0, 1)).map(step), context)
	}
})
