import { z } from 'zod'
import { id } from './fields.ts'

/** The id of the one choice of deliverables of an atlas. */
export const choiceId = 'cards'

/** The sizes of page that a deliverable can have. */
export const formats = ['a4-portrait', 'a4-landscape', 'slide'] as const
export type Format = (typeof formats)[number]

/** Which deliverables are made of an atlas, and how: one row, whose id is `choiceId`. What is named may be gone since. */
export const cardChoice = z.strictObject({
	id,
	format: z.enum(formats).default('a4-portrait'),
	/** Deliverables in the order chosen; what is not named comes after, in its own order. */
	order: z.array(id).default([]),
	/** Deliverables that are not made. */
	leftOut: z.array(id).default([]),
	/** Sections that no deliverable has. */
	hidden: z.array(id).default([])
})
export type CardChoice = z.output<typeof cardChoice>

/** Everything, on upright paper. */
export const plainChoice: CardChoice = cardChoice.parse({ id: choiceId })

/** The choice of an atlas. */
export function cardChoiceOf(atlas: Readonly<{ cardChoices: ReadonlyMap<string, CardChoice> }>): CardChoice {
	return atlas.cardChoices.get(choiceId) ?? plainChoice
}
