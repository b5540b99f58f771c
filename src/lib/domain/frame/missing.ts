import type { Frame } from '../model/workspace.ts'

/** The parts of a frame of reference, in the order in which a team fills them in. */
export const frameParts = [
	'vision',
	'mission',
	'relationship',
	'coreValues',
	'activities',
	'goals',
	'slogan',
	'tone',
	'visuals',
	'campaign'
] as const satisfies readonly (keyof Frame)[]
export type FramePart = (typeof frameParts)[number]

/** The parts that say nothing yet. */
export function missingParts(frame: Frame): FramePart[] {
	return frameParts.filter((part) => {
		const said = frame[part]
		return typeof said === 'string' ? said.trim() === '' : said.length === 0
	})
}
