import { z } from 'zod'
import { evidence, id, wholeNumber } from './fields.ts'

/** The persona holds this value. */
export const holds = z.strictObject({ persona: id, value: id, weight: wholeNumber(1, 5).default(3), evidence })
export type Holds = z.output<typeof holds>

/** The persona has this need. */
export const has = z.strictObject({ persona: id, need: id, importance: wholeNumber(1, 5).default(3), evidence })
export type Has = z.output<typeof has>

/**
 * Wants to be served there. `from` is a need's id or a persona's: ids are unique over all entities, so one field is enough;
 * the workspace file spells it `need` or `persona`.
 */
export const prefers = z.strictObject({ from: id, channel: id, rank: wholeNumber(1, 9), evidence })
export type Prefers = z.output<typeof prefers>

/** The product answers the need. */
export const fulfils = z.strictObject({ product: id, need: id, evidence })
export type Fulfils = z.output<typeof fulfils>

export const deliveryStatuses = ['live', 'planned', 'retiring'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** The product is offered on the channel. */
export const delivers = z.strictObject({
	product: id,
	channel: id,
	status: z.enum(deliveryStatuses).default('live'),
	evidence
})
export type Delivers = z.output<typeof delivers>
