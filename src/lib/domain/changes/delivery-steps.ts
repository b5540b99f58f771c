import type { z } from 'zod'
import { deliverFix, stopFix, type Fix } from '../findings/fix.ts'
import { linkKey, type Atlas } from '../model/atlas.ts'
import type { ChangeContext, Outcome } from './change.ts'
import type { SequenceStep } from './in-sequence.ts'
import { linkThings } from './link-things.ts'
import { removeThings } from './remove-things.ts'
import { runChange } from './run-change.ts'
import { setDeliveryStatus } from './set-delivery-status.ts'

const nothing: Outcome = { ok: true, rows: [], subject: '' }
const parts = { linkThings, setDeliveryStatus, removeThings }

/** Has the product on the channel in the plan: planned, or kept where it was about to stop. Nothing where it is in the plan already. */
export function deliverStep(product: string, channel: string): SequenceStep {
	return stepOfFix((now) => deliverFix(now, 'plan', product, channel))
}

/** Takes the product off the channel in the plan: what is live retires, what was only planned is given up. */
export function stopStep(product: string, channel: string): SequenceStep {
	return stepOfFix((now) => {
		const status = now.delivers.get(linkKey(product, channel))?.status
		// What retires already is not in the plan: to stop it again would take it away at once.
		return status === 'retiring' ? null : stopFix(now, product, channel)
	})
}

function stepOfFix(fixFor: (now: Atlas) => Fix | null): SequenceStep {
	return (now: Atlas, context: ChangeContext) => {
		const fix = fixFor(now)
		if (fix === null || fix.change === 'addEntity') return nothing
		return runChange<z.ZodType>(now, parts[fix.change], fix.input, context)
	}
}
