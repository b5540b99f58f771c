import type { Mention } from '#lib/domain/model/mention.ts'
import type { KeptMention } from './store.ts'

/** A mention without what only the store knows of it: as the model, and so a file, has it. */
export function plainMention(kept: KeptMention): Mention {
	const { id, source, externalId, at, text, lang, author, channel, url, sentiment, label, corrected } = kept
	return { id, source, externalId, at, text, lang, author, channel, url, sentiment, label, corrected }
}
