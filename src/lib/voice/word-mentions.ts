import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Mention } from '#lib/domain/model/mention.ts'
import { detectLanguage } from '#lib/domain/words/language.ts'
import { scoreMention } from '#lib/domain/words/score.ts'
import { ShownForms } from '#lib/domain/words/variants.ts'
import { vocabularyOf, wordListsOf } from '#lib/domain/words/vocabulary.ts'
import { formsOf } from '#lib/domain/words/words.ts'

/** Languages that are told apart where a mention does not say its own. */
const languages = ['en', 'nl', 'zh']

/** How many mentions are done before the window gets its turn. */
const atOnce = 200

/**
 * Words, language and score of mentions that come from a workspace file. A label that the file brings is kept: a person or an earlier
 * scoring set it. The window stays responsive meanwhile.
 */
export async function wordMentions(
	atlas: Atlas,
	mentions: readonly Mention[]
): Promise<(Mention & { words: readonly string[] })[]> {
	const vocabulary = vocabularyOf(wordListsOf(atlas))
	const scored: Mention[] = []
	const forms = []
	for (const [index, mention] of mentions.entries()) {
		if (index % atOnce === atOnce - 1) await new Promise((done) => setTimeout(done))
		const lang = mention.lang ?? detectLanguage(mention.text, languages)
		const score = mention.label === null ? scoreMention(mention.text, lang) : null
		scored.push({ ...mention, lang, ...(score ?? {}) })
		forms.push(formsOf(mention.text, lang, vocabulary))
	}
	const words = new ShownForms().settle(forms)
	return scored.map((mention, index) => ({ ...mention, words: words[index] ?? [] }))
}
