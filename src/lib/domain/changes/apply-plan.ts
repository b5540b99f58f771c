import { z } from 'zod'
import { deliverFix, stopFix, type Fix } from '../findings/fix.ts'
import { linkKey, type Atlas } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { defineChange, type ChangeContext, type Outcome } from './change.ts'
import { inSequence, type SequenceStep } from './in-sequence.ts'
import { linkThings } from './link-things.ts'
import { removeThings } from './remove-things.ts'
import { runChange } from './run-change.ts'
import { setDeliveryStatus } from './set-delivery-status.ts'

const delivery = z.strictObject({ product: id, channel: id })
const nothing: Outcome = { ok: true, rows: [], subject: '' }
const parts = { linkThings, setDeliveryStatus, removeThings }

/**
 * Puts a plan on the map as one step: what is to be delivered is planned (or kept, where it was about to stop), what is to stop retires (or is given up,
 * where it was only planned). What is so already is passed over, so a plan can be applied in parts.
 */
export const applyPlan = defineChange({
	name: 'applyPlan',
	input: z.strictObject({ deliver: z.array(delivery).default([]), stop: z.array(delivery).default([]) }),
	apply(atlas, { deliver, stop }, context) {
		const steps = [
			...deliver.map(({ product, channel }) => stepOfFix((now) => deliverFix(now, 'plan', product, channel))),
			...stop.map(({ product, channel }) =>
				stepOfFix((now) => {
					const status = now.delivers.get(linkKey(product, channel))?.status
					// What retires already is not in the plan: to stop it again would take it away at once.
					return status === 'retiring' ? null : stopFix(now, product, channel)
				})
			)
		]
		return inSequence(atlas, steps, context)
	}
})

function stepOfFix(fixFor: (now: Atlas) => Fix | null): SequenceStep {
	return (now: Atlas, context: ChangeContext) => {
		const fix = fixFor(now)
		if (fix === null || fix.change === 'addEntity') return nothing
		return runChange<z.ZodType>(now, parts[fix.change], fix.input, context)
	}
}
