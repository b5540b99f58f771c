import { z } from 'zod'
import { evidence, id, role, text } from './fields.ts'
import { findingKinds } from './finding-kind.ts'

export const remedies = ['deliver', 'steer', 'earn', 'stop', 'accept'] as const

/** Which finding a decision is about: its kind and the ids of section 5 of the model. */
export const findingReference = z.strictObject({
	kind: z.enum(findingKinds),
	persona: id.optional(),
	need: id.optional(),
	role: role.optional(),
	product: id.optional(),
	products: z.tuple([id, id]).optional(),
	channel: id.optional(),
	needs: z.array(id).min(1).optional()
})
export type FindingReference = z.output<typeof findingReference>

/** What was decided about a finding. deliver: offer it there; steer: move customers to another channel; earn: invite others to carry it; accept: leave it, with the reason. */
export const decision = z.strictObject({
	id,
	finding: findingReference,
	remedy: z.enum(remedies),
	owner: text,
	due: z.iso.date().nullable().default(null),
	note: text,
	done: z.boolean().default(false),
	evidence
})
export type Decision = z.output<typeof decision>
