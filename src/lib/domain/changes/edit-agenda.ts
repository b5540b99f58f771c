import { z } from 'zod'
import { agendaStep } from '../model/agenda.ts'
import { id } from '../model/fields.ts'
import { put, remove } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { changedFields } from './patch.ts'

/**
 * Sets the workshop's agenda: all its steps in order; a step without an id is new. No steps at all: the method's own agenda again.
 */
export const editAgenda = defineChange({
	name: 'editAgenda',
	input: z.strictObject({ steps: z.array(agendaStep.omit({ order: true }).extend({ id: id.optional() })) }),
	apply(atlas, { steps }, context) {
		const created: string[] = []
		const written = steps.map((step, order) => {
			const key = step.id ?? context.newId()
			if (step.id === undefined) created.push(key)
			return { ...step, id: key, order }
		})
		const kept = new Set(written.map((step) => step.id))
		const gone = [...atlas.agenda.keys()].filter((key) => !kept.has(key))
		const rows = written.flatMap((step) => {
			const before = atlas.agenda.get(step.id)
			const fields = before === undefined ? step : changedFields<typeof step>(before, step)
			return Object.keys(fields).length === 0 ? [] : [put('agenda', step.id, fields)]
		})
		return {
			ok: true,
			rows: [...rows, ...gone.map((key) => remove('agenda', key))],
			subject: atlas.workspace.name,
			created
		}
	}
})
