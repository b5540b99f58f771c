import { z } from 'zod'
import type { Atlas } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { wordCard } from '../model/word-card.ts'
import { plainWord, valueSaying } from '../workshop/word-count.ts'
import { addEntity } from './add-entity.ts'
import { defineChange, refuse } from './change.ts'
import { editEntity } from './edit-entity.ts'
import { inSequence, stepOf, type SequenceStep } from './in-sequence.ts'
import { notThere } from './link-kind.ts'

/** Keeps what a participant wrote, covered; without an id it is a new card, whose id is in `created`. */
export const keepWordCard = defineChange({
	name: 'keepWordCard',
	input: wordCard.omit({ isCovered: true }).extend({ id: id.optional() }),
	apply(atlas, card, context) {
		const key = card.id ?? context.newId()
		const isCovered = atlas.wordCards.get(key)?.isCovered ?? true
		return {
			ok: true,
			rows: [put('wordCards', key, { ...card, id: key, isCovered })],
			subject: card.name,
			created: card.id === undefined ? [key] : []
		}
	}
})

/** Takes a card away, or all of them. */
export const removeWordCards = defineChange({
	name: 'removeWordCards',
	input: z.strictObject({ ids: z.array(id).min(1) }),
	apply(atlas, { ids }) {
		const there = ids.filter((one) => atlas.wordCards.has(one))
		if (there.length === 0) return notThere(ids[0] ?? '')
		return { ok: true, rows: there.map((one) => remove('wordCards', one)), subject: namesOf(atlas, there) }
	}
})

/** Uncovers what everybody wrote, or covers it again. */
export const uncoverWords = defineChange({
	name: 'uncoverWords',
	input: z.strictObject({ covered: z.boolean() }),
	apply(atlas, { covered }) {
		const rows = [...atlas.wordCards.values()]
			.filter(({ isCovered }) => isCovered !== covered)
			.map((card): RowChange => put('wordCards', card.id, { isCovered: covered }))
		return { ok: true, rows, subject: atlas.workspace.name }
	}
})

/**
 * Makes words values. Each is a group of words that mean the same, the first of which names the value: a value that says it already
 * gets the others as synonyms, else it is made.
 */
export const makeValues = defineChange({
	name: 'makeValues',
	input: z.strictObject({ groups: z.array(wordCard.shape.words.unwrap().min(1)).min(1) }),
	apply(atlas, { groups }, context) {
		const outcome = inSequence(atlas, groups.map(valueStep), context)
		if (outcome.ok && outcome.rows.length === 0) return refuse('nothing-chosen', 'These words are values already.')
		return outcome
	}
})

function valueStep([name = '', ...others]: readonly string[]): SequenceStep {
	return (atlas, context) => {
		const there = [name, ...others].map((word) => valueSaying(atlas, word)).find((one) => one !== null)
		const value = there === undefined || there === null ? undefined : atlas.values.get(there)
		if (value === undefined) {
			return stepOf(addEntity, { table: 'values', fields: { name, synonyms: others } })(atlas, context)
		}
		const known = new Set([value.name, ...value.synonyms].map(plainWord))
		const fresh = [name, ...others].filter((word) => !known.has(plainWord(word)))
		const fields = { synonyms: [...value.synonyms, ...fresh] }
		return stepOf(editEntity, { table: 'values', id: value.id, fields })(atlas, context)
	}
}

function namesOf(atlas: Atlas, ids: readonly string[]): string {
	return ids.map((one) => atlas.wordCards.get(one)?.name ?? '').join(', ')
}
