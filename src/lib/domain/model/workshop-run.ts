import { z } from 'zod'
import { id, number } from './fields.ts'

/** The one row of its table: how far the workshop has come and what its clock says. Times are milliseconds since 1970. */
export const workshopRun = z.strictObject({
	id,
	/** The step that is on. */
	step: id.nullable().default(null),
	done: z.array(id).default([]),
	skipped: z.array(id).default([]),
	/** Since when the clock runs; null while it stands. */
	since: number().nullable().default(null),
	/** What ran before, in this step. */
	spent: number().default(0),
	/** What was added to the step's minutes. */
	extra: number().default(0)
})
export type WorkshopRun = z.output<typeof workshopRun>
