import { z } from 'zod'
import { id, limited, number, text, wholeNumber } from './fields.ts'

/** The parts of a guided workshop, in the order in which the method goes; `other` is one of the facilitator's own. */
export const agendaKinds = [
	'frame',
	'personas',
	'values',
	'needs',
	'preferences',
	'products',
	'findings',
	'decisions',
	'close',
	'other'
] as const
export type AgendaKind = (typeof agendaKinds)[number]

/** A step of the workshop's agenda, kept only once the agenda was edited. `name` and `how` are empty where the method's own hold. */
export const agendaStep = z.strictObject({
	id,
	kind: z.enum(agendaKinds),
	name: limited(200).default(''),
	how: text,
	minutes: wholeNumber(1, 600),
	order: number()
})
export type AgendaStep = z.output<typeof agendaStep>
