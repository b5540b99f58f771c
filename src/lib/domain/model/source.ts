import { z } from 'zod'
import { broken, id, name } from './fields.ts'

/** Where mentions come from. `channel`: the channel that its mentions are about, unless they say another. */
export const source = z.strictObject({
	id,
	name,
	/** How they come in (`paste`, `file`, …): the contract leaves the list open, so a kind that this version cannot run is kept. */
	kind: z
		.string()
		.refine(
			(text) => /^[a-z][a-z0-9-]{0,63}$/.test(text),
			broken('source-kind', 'A kind is a word in small letters, such as paste or file')
		),
	channel: id.nullable().default(null)
})
export type Source = z.output<typeof source>
