import { expect, test } from 'vitest'
import { packMentions, unpackMentions } from './packed-mentions.ts'
import type { WordedMention } from './store.ts'

test('mentions come out of the bytes as they went in, whatever their text is', () => {
	const mention: WordedMention = {
		...{ id: 'M1', source: 'S1', externalId: null, at: '2026-03-09T08:00:00.000Z', lang: 'zh', author: null },
		...{ text: '理赔很快 👍 "quoted"\u0000 \ud800', channel: null, url: null, sentiment: 0.25, label: 'positive' },
		...{ corrected: false, scored: null, words: ['理赔'] }
	}
	expect(unpackMentions(packMentions([mention, mention]))).toEqual([mention, mention])
	expect(unpackMentions(packMentions([]))).toEqual([])
})
