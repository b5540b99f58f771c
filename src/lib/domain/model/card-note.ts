import { z } from 'zod'
import { id, text } from './fields.ts'

/** What the consultant wrote on a deliverable; `id` is that of the deliverable: a persona's, or that of a sheet. */
export const cardNote = z.strictObject({ id, text })
export type CardNote = z.output<typeof cardNote>
