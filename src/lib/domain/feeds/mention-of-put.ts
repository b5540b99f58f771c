import { mentionColumns, mentionFromRow, type MentionContext, type MentionDraft } from '../interchange/mention-table.ts'
import { maskedId, maskedPerson } from '../words/mask.ts'
import type { DropReason, FeedPut } from './feed-event.ts'

const places = Object.fromEntries(mentionColumns.map((column, at) => [column, at]))

/**
 * A mention from what a source told, by the rules of a table's row; or why it is none. With `masks` nobody is named: the author is a number, the id holds
 * that number instead of the account, and an address that leads to a person's page is left out. (The text is masked where words are found.)
 */
export function mentionOfPut(
	put: FeedPut,
	context: MentionContext,
	masks: boolean
): { ok: true; draft: MentionDraft } | { ok: false; reason: DropReason } {
	const told: FeedPut = masks ? masked(put) : put
	const read = mentionFromRow(
		mentionColumns.map((column) => told[column]),
		places,
		context
	)
	if (read.ok) return { ok: true, draft: read.draft }
	if (read.rule === 'empty-text') return { ok: false, reason: 'empty' }
	return { ok: false, reason: read.rule === 'text-too-long' ? 'too-long' : 'bad-date' }
}

/** Addresses of a person's own pages: /@name, /profile/…, /u/…, /user/…, /users/…. */
const personal = /\/(?:@|profile\/|u\/|users?\/)[^/]/i

function masked(put: FeedPut): FeedPut {
	return {
		...put,
		id: maskedId(put.id),
		author: put.author === '' ? '' : maskedPerson(put.author),
		url: personal.test(put.url) ? '' : put.url
	}
}
