import { z } from 'zod'
import { id } from '../model/fields.ts'
import { remove } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { findingSubject } from './decide.ts'
import { notThere } from './link-kind.ts'

/** Takes a decision back: its finding is open again. */
export const removeDecision = defineChange({
	name: 'removeDecision',
	input: z.strictObject({ id }),
	apply(atlas, { id }) {
		const row = atlas.decisions.get(id)
		if (row === undefined) return notThere(id)
		const rows = [remove('decisions', id)]
		if (atlas.acceptances.has(id)) rows.push(remove('acceptances', id))
		return { ok: true, rows, subject: findingSubject(atlas, row.finding) }
	}
})
