import { z } from 'zod'
import { id, limited } from './fields.ts'

/**
 * What an accepted finding rested on when it was accepted: the facts of `findings/facts.ts`, in order. `id` is that of the decision.
 * When they differ from those of now, the thing that was accepted is another one, and its finding is open again.
 */
export const acceptance = z.strictObject({ id, facts: z.array(limited(1000)).default([]) })
export type Acceptance = z.output<typeof acceptance>
