import { byCodeUnit, type Atlas } from '../model/atlas.ts'
import type { Channel } from '../model/channel.ts'
import { storyCheck, storyParts, type StoryCheck, type StoryPart } from '../model/story-check.ts'

/**
 * How far the same-story check of a channel is. unchecked: nobody has looked at any part; partly: what was looked at is in step;
 * inStep: all four parts are; outOfStep: at least one is not.
 */
export type StoryState = 'unchecked' | 'partly' | 'inStep' | 'outOfStep'

/** A channel with its check; `out`: the parts of the story that it tells otherwise. */
export type StoryRow = Readonly<{ channel: Channel; check: StoryCheck; state: StoryState; out: readonly StoryPart[] }>

function stateOf(check: StoryCheck): StoryState {
	const told = storyParts.map((part) => check[part])
	if (told.includes(false)) return 'outOfStep'
	if (told.every((part) => part === true)) return 'inStep'
	return told.every((part) => part === null) ? 'unchecked' : 'partly'
}

/** The same-story check of every channel, by id. */
export function storyOf(atlas: Atlas): StoryRow[] {
	return [...atlas.channels.values()]
		.toSorted((left, right) => byCodeUnit(left.id, right.id))
		.map((channel) => {
			const check = atlas.storyChecks.get(channel.id) ?? storyCheck.parse({ id: channel.id })
			return { channel, check, state: stateOf(check), out: storyParts.filter((part) => check[part] === false) }
		})
}
