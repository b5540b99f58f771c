import { z } from 'zod'
import { evidence, id, kinds, name, number, roles, setOf, text } from './fields.ts'

export const mediaKinds = ['paid', 'owned', 'earned'] as const
export const settings = ['online', 'offline'] as const

/** A place where customer and organisation meet. */
export const channel = z.strictObject({
	id,
	name,
	/** reach: be found; depth: explore and buy; relationship: keep and deepen. */
	roles: setOf(roles),
	media: z.enum(mediaKinds).nullable().default(null),
	setting: z.enum(settings).nullable().default(null),
	twoWay: z.boolean().default(false),
	/** The kinds of offer that the channel can carry; empty: any. */
	carries: setOf(kinds),
	/** What one delivery there costs, in the workspace's own unit. */
	effort: number(z.number().min(0)).default(1),
	/** What only this channel does. */
	unique: text,
	description: text,
	evidence
})
export type Channel = z.output<typeof channel>
