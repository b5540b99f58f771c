import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Mention } from '#lib/domain/model/mention.ts'
import { wordListsOf } from '#lib/domain/words/vocabulary.ts'
import type { WordedMention } from '#lib/store/store.ts'
import { VoiceWorker } from './voice-worker-client.ts'

/** How many mentions go to the worker at once. */
const atOnce = 2000

/**
 * Words, language and score of mentions that come from a workspace file, worked out in a worker. A label that the file brings is kept: a person or
 * an earlier scoring set it. Nothing is masked: the file holds what was kept.
 */
export async function wordMentions(atlas: Atlas, mentions: readonly Mention[]): Promise<WordedMention[]> {
	if (mentions.length === 0) return []
	const worker = new VoiceWorker()
	const lists = wordListsOf(atlas)
	const worded: WordedMention[] = []
	const known = new Set<string>()
	try {
		for (let from = 0; from < mentions.length; from += atOnce) {
			const pipeline = { lists, knownWords: [...known], masks: false }
			for (const mention of await worker.word(mentions.slice(from, from + atOnce), pipeline)) {
				worded.push(mention)
				for (const word of mention.words) known.add(word)
			}
		}
		return worded
	} finally {
		worker.close()
	}
}
