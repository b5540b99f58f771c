import { z } from 'zod'
import { id, name, texts } from './fields.ts'

/** The words that one participant wrote down, covered until all are shown. */
export const wordCard = z.strictObject({ id, name, words: texts, isCovered: z.boolean().default(true) })
export type WordCard = z.output<typeof wordCard>
