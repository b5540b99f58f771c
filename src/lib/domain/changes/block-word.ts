import { z } from 'zod'
import { texts } from '../model/fields.ts'
import { wallOf } from '../model/wall.ts'
import { sameWord } from '#lib/domain/wall/moderation.ts'
import { defineChange } from './change.ts'
import { wallChanged } from './edit-wall.ts'

/** Keeps a word off every wall, in whatever form, or lets it be shown again. The mentions and the atlas's own list of hidden words stay as they are. */
export const blockWord = defineChange({
	name: 'blockWord',
	input: z.strictObject({ word: texts.unwrap().element, isBlocked: z.boolean() }),
	apply(atlas, { word, isBlocked }) {
		const { blocked } = wallOf(atlas)
		const others = blocked.filter((other) => !sameWord(other, word))
		if (isBlocked && others.length < blocked.length) return { ok: true, rows: [], subject: word }
		return wallChanged(atlas, { blocked: isBlocked ? [...blocked, word] : others }, word)
	}
})
