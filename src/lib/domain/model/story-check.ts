import { z } from 'zod'
import { id, text } from './fields.ts'

/** What every channel must tell alike: the values, the slogan, the look and the offer. */
export const storyParts = ['values', 'slogan', 'look', 'offer'] as const
export type StoryPart = (typeof storyParts)[number]

/** Whether a channel tells a part of the story as the others do: yes, no, or null where nobody has looked. */
const tells = z.boolean().nullable().default(null)

/** The same-story check of one channel; `id` is the channel's. */
export const storyCheck = z.strictObject({ id, values: tells, slogan: tells, look: tells, offer: tells, note: text })
export type StoryCheck = z.output<typeof storyCheck>
