import type { MentionNoteRule, MentionRule } from '#lib/domain/interchange/mention-rules.ts'
import { mentionLength } from '#lib/domain/model/mention.ts'
import { m } from '#lib/paraglide/messages.js'

type Params = Readonly<Record<string, string>>

const drops: Readonly<Record<MentionRule, (params: Params) => string>> = {
	'empty-text': () => m.refusal_row_empty_text(),
	'text-too-long': ({ most = String(mentionLength) }) => m.refusal_row_text_too_long({ most }),
	'bad-date': ({ date = '…' }) => m.refusal_row_bad_date({ date }),
	'ambiguous-date': ({ date = '…' }) => m.refusal_row_ambiguous_date({ date })
}

const notes: Readonly<Record<MentionNoteRule, (params: Params) => string>> = {
	'unknown-channel': ({ value = '…' }) => m.refusal_note_unknown_channel({ value }),
	'bad-url': ({ value = '…' }) => m.refusal_note_bad_url({ value }),
	'bad-lang': ({ value = '…' }) => m.refusal_note_bad_lang({ value }),
	'bad-id': ({ value = '…' }) => m.refusal_note_bad_id({ value }),
	'author-cut': () => m.refusal_note_author_cut()
}

/** Why a row of a mention table was dropped, in a few words. */
export function mentionRowText(drop: { rule: MentionRule; params: Params }): string {
	return drops[drop.rule](drop.params)
}

/** What was left out of a mention that was taken in. */
export function mentionNoteText(note: { rule: MentionNoteRule; params: Params }): string {
	return notes[note.rule](note.params)
}
