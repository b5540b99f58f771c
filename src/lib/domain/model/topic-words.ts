import { z } from 'zod'
import { id, texts } from './fields.ts'

/** The words by which mentions are taken to be about a persona or a need, in place of the atlas's own. `id` is theirs; without words nothing is taken to be. */
export const topicWords = z.strictObject({ id, words: texts })
export type TopicWords = z.output<typeof topicWords>
