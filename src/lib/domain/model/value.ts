import { z } from 'zod'
import { evidence, id, name, text, texts } from './fields.ts'

/** The word that customers should mention when asked how they experience the brand. */
export const value = z.strictObject({ id, name, synonyms: texts, opposites: texts, description: text, evidence })
export type Value = z.output<typeof value>
