import type { Column } from './columns.ts'

/** What an editor holds while a cell is edited: text, or the chosen options of a set. */
export type Draft = string | readonly string[]

/** What the editor of a cell begins with. A list of texts is one text a line; nothing said is an empty text. */
export function draftOf(column: Column, value: unknown): Draft {
	if (column.kind === 'set') return Array.isArray(value) ? value.map(String) : []
	if (value === null || value === undefined) return ''
	if (column.kind === 'texts') return Array.isArray(value) ? value.map(String).join('\n') : ''
	if (column.kind === 'yes-no') return value === true ? 'true' : ''
	// A picture is megabytes of letters that nobody edits: typing begins with nothing, and leaving the cell keeps the picture.
	if (column.kind === 'picture' && String(value).startsWith('data:')) return ''
	return String(value)
}

/**
 * The value that a draft stands for, as the model takes it. Whether it is allowed is for the model to say: what is no number is handed on
 * as it was typed, and refused there with its reason.
 */
export function valueOf(column: Column, draft: Draft): unknown {
	if (typeof draft !== 'string') return draft
	switch (column.kind) {
		case 'set':
			return draft === '' ? [] : [draft]
		case 'texts':
			return draft
				.split(/\r\n|\r|\n/)
				.map((line) => line.trim())
				.filter((line) => line !== '')
		case 'yes-no':
			return draft === 'true'
		case 'number':
			return numberOf(column, draft.trim())
		case 'text':
			return draft
		default: {
			const typed = draft.trim()
			return typed === '' && column.nullable ? null : typed
		}
	}
}

/** Takes a decimal comma too, which half of Europe types. */
function numberOf(column: Column, typed: string): unknown {
	if (typed === '') return column.nullable ? null : ''
	const number = Number(typed.replace(',', '.'))
	return Number.isFinite(number) ? number : typed
}

/** Whether two drafts say the same, so that leaving a cell as it was writes nothing. */
export function isSameDraft(left: Draft, right: Draft): boolean {
	return JSON.stringify(left) === JSON.stringify(right)
}
