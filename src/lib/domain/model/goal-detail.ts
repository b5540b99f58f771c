import { z } from 'zod'
import { id, limited, number, stage, text } from './fields.ts'

/** The indexes that a goal can be measured by. */
export const goalIndexes = ['served', 'firstChoice'] as const
export type GoalIndex = (typeof goalIndexes)[number]

/**
 * What is kept beside a goal of the frame of reference. `goal`: its text, for goals have no ids of their own; changes of goals keep it in step.
 * `index`: the index that measures it, of the whole map or of one `persona` or one `stage`; `target`: the share to reach, from 0 to 1, or null.
 * `findings`: the findings that it is to close, by their keys.
 */
export const goalDetail = z.strictObject({
	id,
	goal: text,
	index: z.enum(goalIndexes).nullable().default(null),
	persona: id.nullable().default(null),
	stage: stage.nullable().default(null),
	target: number(z.number().min(0).max(1)).nullable().default(null),
	findings: z.array(limited(1000)).default([])
})
export type GoalDetail = z.output<typeof goalDetail>
