import type { MentionColumn } from '#lib/domain/interchange/mention-table.ts'
import { mentionLength } from '#lib/domain/model/mention.ts'
import { m } from '#lib/paraglide/messages.js'
import type { ImportNote } from './voice-protocol.ts'

/** What a column can hold, for people. */
export const columnMeaning: Readonly<Record<MentionColumn, () => string>> = {
	text: m.voice_column_text,
	at: m.voice_column_at,
	author: m.voice_column_author,
	channel: m.voice_column_channel,
	lang: m.voice_column_lang,
	id: m.voice_column_id,
	url: m.voice_column_url
}

/** Why a row was dropped, or what of it was left out. */
export function noteText({ rule, value }: ImportNote): string {
	switch (rule) {
		case 'empty-text':
			return m.voice_note_empty()
		case 'text-too-long':
			return m.voice_note_long({ most: mentionLength })
		case 'bad-date':
			return m.voice_note_date({ value })
		case 'ambiguous-date':
			return m.voice_note_ambiguous({ value })
		case 'unknown-channel':
			return m.voice_note_channel({ value })
		case 'bad-url':
			return m.voice_note_url({ value })
		case 'bad-lang':
			return m.voice_note_lang({ value })
		case 'bad-id':
			return m.voice_note_id({ value })
		case 'author-cut':
			return m.voice_note_author({ value })
	}
}
