import { cardChoice, cardChoiceOf, choiceId } from '../model/card-choice.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { changedFields, patchOf } from './patch.ts'

/** Sets which deliverables are made, in which order, of which sections and on which size of page. */
export const chooseCards = defineChange({
	name: 'chooseCards',
	input: patchOf(cardChoice.omit({ id: true })),
	apply(atlas, input) {
		const before = cardChoiceOf(atlas)
		const changed = changedFields(before, input)
		const isNew = !atlas.cardChoices.has(choiceId)
		const fields = isNew ? { ...before, ...changed } : changed
		const rows = Object.keys(changed).length === 0 ? [] : [put('cardChoices', choiceId, fields)]
		return { ok: true, rows, subject: atlas.workspace.name }
	}
})
