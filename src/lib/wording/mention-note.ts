import type { MentionNoteRule, MentionRule } from '#lib/domain/interchange/mention-rules.ts'
import { mentionLength } from '#lib/domain/model/mention.ts'
import { m } from '#lib/paraglide/messages.js'

/** Why a row of a mention table was dropped, or what of it was left out. `value`: what stood there. */
export function mentionNoteText({
	rule,
	value
}: Readonly<{ rule: MentionRule | MentionNoteRule; value: string }>): string {
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
