import { z } from 'zod'
import { id, number } from '../model/fields.ts'
import { put } from '../model/row-change.ts'
import type { WorkshopRun } from '../model/workshop-run.ts'
import { goneTo, notBegun, turned } from '../workshop/clock.ts'
import { defineChange } from './change.ts'
import { changedFields } from './patch.ts'

/**
 * Goes to a step of the workshop, or presses its clock; `at`: now, in milliseconds since 1970. All tabs on the atlas follow.
 * `begin` forgets how far it had come.
 */
export const runWorkshop = defineChange({
	name: 'runWorkshop',
	input: z.discriminatedUnion('press', [
		z.strictObject({
			press: z.literal('go'),
			step: id.nullable(),
			left: z.enum(['done', 'skipped']).nullable().default(null),
			at: number()
		}),
		z.strictObject({ press: z.enum(['start', 'pause', 'more', 'again']), at: number() }),
		z.strictObject({ press: z.literal('begin') })
	]),
	apply(atlas, input) {
		const before = atlas.workshop.get(notBegun.id)
		const run = before ?? notBegun
		const after: WorkshopRun =
			input.press === 'begin'
				? notBegun
				: input.press === 'go'
					? goneTo(run, input.step, input.left, input.at)
					: turned(run, input.press, input.at)
		const fields = before === undefined ? after : changedFields(before, after)
		const rows = Object.keys(fields).length === 0 ? [] : [put('workshop', notBegun.id, fields)]
		return { ok: true, rows, subject: atlas.workspace.name }
	}
})
