import type { MentionColumn } from '#lib/domain/interchange/mention-table.ts'
import { m } from '#lib/paraglide/messages.js'

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
