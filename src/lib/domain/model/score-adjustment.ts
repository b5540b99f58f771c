import { z } from 'zod'
import { id, limited } from './fields.ts'

const weight = z.number().min(-20).max(20)
const share = z.number().min(0).max(1)
/** How labels agree with those that people set: the share that does, and the mean F1 of the three labels. */
const agreement = z.strictObject({ accuracy: share, macroF1: share })

/** Words of an adjustment at the most. */
export const mostAdjustedWords = 300

/**
 * How an atlas scores a language otherwise than the shipped model, learned from labels that people corrected. `id` is the language; `model` the version of the
 * model that it was learned beside: with another one it rests. Polarity becomes `scale` × polarity + `shift` + the weights of the text's words, neutrality
 * gets `neutral` more. `before` and `after` were measured on mentions kept back.
 */
export const scoreAdjustment = z.strictObject({
	id,
	model: z.int().min(1),
	scale: z.number().min(0.1).max(10),
	shift: weight,
	neutral: weight,
	words: z.array(z.tuple([limited(100), weight])).max(mostAdjustedWords),
	/** How many corrected mentions it was learned from. */
	mentions: z.int().min(1),
	before: agreement,
	after: agreement
})
export type ScoreAdjustment = z.output<typeof scoreAdjustment>
