import { z } from 'zod'
import { id } from '../model/fields.ts'
import { defineChange } from './change.ts'
import { deliverStep, stopStep } from './delivery-steps.ts'
import { inSequence } from './in-sequence.ts'
import { nameOf } from './subject.ts'

/** Has a product on another channel in the plan instead of the one where it is: it is planned there and stops here. */
export const moveDelivery = defineChange({
	name: 'moveDelivery',
	input: z.strictObject({ product: id, from: id, to: id }),
	apply(atlas, { product, from, to }, context) {
		const outcome = inSequence(atlas, [deliverStep(product, to), stopStep(product, from)], context)
		if (!outcome.ok) return outcome
		return { ...outcome, subject: `${nameOf(atlas, product)}: ${nameOf(atlas, from)} → ${nameOf(atlas, to)}` }
	}
})
