import { z } from 'zod'
import { id } from '../model/fields.ts'
import { defineChange } from './change.ts'
import { deliverStep } from './delivery-steps.ts'

/** Has a product on a channel in the plan; nothing where it is there already. */
export const planDelivery = defineChange({
	name: 'planDelivery',
	input: z.strictObject({ product: id, channel: id }),
	apply: (atlas, { product, channel }, context) => deliverStep(product, channel)(atlas, context)
})
