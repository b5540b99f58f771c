import { z } from 'zod'
import { id, texts } from '../model/fields.ts'
import { put, remove } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { notThere } from './link-kind.ts'

/** Says by which words mentions are taken to be about a persona or a need; null: by the atlas's own again. */
export const setTopicWords = defineChange({
	name: 'setTopicWords',
	input: z.strictObject({ id, words: texts.unwrap().nullable() }),
	apply(atlas, { id, words }) {
		const about = atlas.personas.get(id) ?? atlas.needs.get(id)
		if (about === undefined) return notThere(id)
		if (words === null)
			return { ok: true, rows: atlas.topicWords.has(id) ? [remove('topicWords', id)] : [], subject: about.name }
		return { ok: true, rows: [put('topicWords', id, { id, words: [...new Set(words)] })], subject: about.name }
	}
})
