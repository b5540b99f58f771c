import { z } from 'zod'
import { linkKey } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { put } from '../model/row-change.ts'
import { defineChange, refuse } from './change.ts'
import { nodeTableOf, notThere } from './link-kind.ts'
import { nameOf } from './subject.ts'

/**
 * Gives a need preferences of its own, the same as the persona's, so that one of them can then be changed for this need alone:
 * a need with any of its own no longer follows the persona. What the need prefers already stays as it is.
 */
export const ownPreferences = defineChange({
	name: 'ownPreferences',
	input: z.strictObject({ persona: id, need: id }),
	apply(atlas, { persona, need }) {
		if (nodeTableOf(atlas, persona) !== 'personas') return notThere(persona)
		if (nodeTableOf(atlas, need) !== 'needs') return notThere(need)
		const general = [...atlas.prefers.values()].filter(({ from }) => from === persona)
		if (general.length === 0) return refuse('nothing-chosen', 'This persona has no preferences to copy.')
		const rows = general
			.filter(({ channel }) => !atlas.prefers.has(linkKey(need, channel)))
			.map((row) => put('prefers', linkKey(need, row.channel), { ...row, from: need }))
		return { ok: true, rows, subject: nameOf(atlas, need) }
	}
})
