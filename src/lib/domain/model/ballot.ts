import { z } from 'zod'
import { id, name, wholeNumber } from './fields.ts'

/**
 * One participant's vote. Without `need`: dots on needs. With one: the channels where it should be served, by rank, ties allowed;
 * a channel that is not named was not chosen.
 */
export const ballot = z.strictObject({
	id,
	voter: name,
	need: id.nullable().default(null),
	choices: z.array(z.strictObject({ id, number: wholeNumber(1, 99) })).default([])
})
export type Ballot = z.output<typeof ballot>
