import { z } from 'zod'
import { id } from '../model/fields.ts'
import { defineChange } from './change.ts'
import { deliverStep, stopStep } from './delivery-steps.ts'
import { inSequence } from './in-sequence.ts'

const delivery = z.strictObject({ product: id, channel: id })

/**
 * Puts a plan on the map as one step: what is to be delivered is planned (or kept, where it was about to stop), what is to stop retires (or is given up,
 * where it was only planned). What is so already is passed over, so a plan can be applied in parts.
 */
export const applyPlan = defineChange({
	name: 'applyPlan',
	input: z.strictObject({ deliver: z.array(delivery).default([]), stop: z.array(delivery).default([]) }),
	apply(atlas, { deliver, stop }, context) {
		const steps = [
			...deliver.map(({ product, channel }) => deliverStep(product, channel)),
			...stop.map(({ product, channel }) => stopStep(product, channel))
		]
		return inSequence(atlas, steps, context)
	}
})
