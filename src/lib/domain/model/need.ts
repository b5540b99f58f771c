import { z } from 'zod'
import { evidence, id, kind, name, stage, text } from './fields.ts'

/** What a persona wants to get, in the customer's words. */
export const need = z.strictObject({ id, name, kind, stage, description: text, evidence })
export type Need = z.output<typeof need>
