import { z } from 'zod'
import { id, name, text, texts } from './fields.ts'

export const workspace = z.strictObject({ id, name, description: text })
export type Workspace = z.output<typeof workspace>

export const goal = z.strictObject({ text, owner: text, measure: text })
export type Goal = z.output<typeof goal>

/** The frame of reference and the story that every channel must tell alike (model, section 3). */
export const frame = z.strictObject({
	vision: text,
	mission: text,
	relationship: text,
	coreValues: texts,
	activities: texts,
	goals: z.array(goal).default([]),
	slogan: text,
	tone: text,
	visuals: text,
	campaign: text
})
export type Frame = z.output<typeof frame>

/** The workspace's own word lists: words shown as one (`merge`: the first stands for all), kept together as one word, and hidden. */
export const words = z.strictObject({ merge: z.array(texts.unwrap().min(2)).default([]), together: texts, hide: texts })
export type Words = z.output<typeof words>
