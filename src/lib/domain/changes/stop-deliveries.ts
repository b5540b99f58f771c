import { z } from 'zod'
import { id } from '../model/fields.ts'
import { defineChange } from './change.ts'
import { stopStep } from './delivery-steps.ts'
import { inSequence } from './in-sequence.ts'

/** Takes deliveries out of the plan, as one step: live ones retire, planned ones are given up. */
export const stopDeliveries = defineChange({
	name: 'stopDeliveries',
	input: z.strictObject({ deliveries: z.array(z.strictObject({ product: id, channel: id })) }),
	apply(atlas, { deliveries }, context) {
		const steps = deliveries.map(({ product, channel }) => stopStep(product, channel))
		return inSequence(atlas, steps, context)
	}
})
