import type { Decision } from '../model/decision.ts'
import type { Cell } from './block.ts'
import type { CardWords } from './card-words.ts'

/** What was decided, by whom and until when, as three cells; a note of the decision stands with its remedy. */
export function decisionCells(decision: Decision | undefined, words: CardWords): Cell[] {
	if (decision === undefined) return [{ text: words.none.decision, faint: true }, { text: '' }, { text: '' }]
	const { remedy, note, owner, due, done } = decision
	const name = done ? words.done(words.remedy[remedy]) : words.remedy[remedy]
	return [
		{ text: note.trim() === '' ? name : `${name}: ${note}`, strong: note.trim() === '' },
		{ text: owner },
		{ text: due === null ? '' : words.date(due) }
	]
}
