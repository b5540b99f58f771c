import { z } from 'zod'
import { id } from '../model/fields.ts'
import { put, remove } from '../model/row-change.ts'
import { scoreAdjustment } from '../model/score-adjustment.ts'
import { defineChange } from './change.ts'

/** Scores the mentions of a language (`lang`: en, nl or zh) by the atlas's own adjustment of the model; null: by the model alone again. */
export const setScoreAdjustment = defineChange({
	name: 'setScoreAdjustment',
	input: z.strictObject({ lang: id, adjustment: scoreAdjustment.omit({ id: true }).nullable() }),
	apply(atlas, { lang, adjustment }) {
		if (adjustment !== null)
			return { ok: true, rows: [put('scoreAdjustments', lang, { id: lang, ...adjustment })], subject: lang }
		return {
			ok: true,
			rows: atlas.scoreAdjustments.has(lang) ? [remove('scoreAdjustments', lang)] : [],
			subject: lang
		}
	}
})
