import { z } from 'zod'
import { evidence, id, kind, name, text } from './fields.ts'

/** An information, advice or product offer of the organisation. */
export const product = z.strictObject({ id, name, kind, owner: text, description: text, evidence })
export type Product = z.output<typeof product>
