import { z } from 'zod'
import { id } from '../model/fields.ts'
import { put, remove } from '../model/row-change.ts'
import { storyCheck, storyParts } from '../model/story-check.ts'
import { defineChange, refuse } from './change.ts'
import { changedFields, patchOf } from './patch.ts'

/** Notes whether a channel tells the same story as the others. A check that says nothing any more is taken away. */
export const checkStory = defineChange({
	name: 'checkStory',
	input: z.strictObject({ channel: id, fields: patchOf(storyCheck.omit({ id: true })) }),
	apply(atlas, { channel, fields }) {
		const named = atlas.channels.get(channel)
		if (named === undefined) {
			return refuse('not-there', 'This is not in the atlas any more: somebody has taken it away.')
		}
		const earlier = atlas.storyChecks.get(channel)
		const before = earlier ?? storyCheck.parse({ id: channel })
		const changed = changedFields(before, fields)
		if (Object.keys(changed).length === 0) return { ok: true, rows: [], subject: named.name }
		const after = { ...before, ...changed }
		const isEmpty = after.note === '' && storyParts.every((part) => after[part] === null)
		if (!isEmpty)
			return { ok: true, rows: [put('storyChecks', channel, earlier ? changed : after)], subject: named.name }
		return { ok: true, rows: earlier ? [remove('storyChecks', channel)] : [], subject: named.name }
	}
})
