import type { MentionDraft } from '#lib/domain/interchange/mention-table.ts'
import type { Mention } from '#lib/domain/model/mention.ts'
import { mentionLength } from '#lib/domain/model/mention.ts'
import { EchoFinder } from '#lib/domain/words/echo.ts'
import { detectLanguage } from '#lib/domain/words/language.ts'
import type { ScoredLanguage } from '#lib/domain/words/lexicon.ts'
import { mask, maskedPerson } from '#lib/domain/words/mask.ts'
import { scoreMention, scoredLanguage } from '#lib/domain/words/score.ts'
import { ShownForms, variantKey } from '#lib/domain/words/variants.ts'
import type { Form } from '#lib/domain/words/variants.ts'
import { vocabularyOf } from '#lib/domain/words/vocabulary.ts'
import type { Vocabulary, WordLists } from '#lib/domain/words/vocabulary.ts'
import { formsOf } from '#lib/domain/words/words.ts'
import type { WordedMention } from '#lib/store/store.ts'
import { ModelShelf } from './model-shelf.ts'

/** Languages that are told apart where a mention does not say its own, the likeliest first. */
const languages = ['en', 'nl', 'zh']

export type PipelineOptions = {
	readonly lists: WordLists
	/** The words that the atlas shows already, the most frequent first: their forms stay. */
	readonly knownWords: readonly string[]
	/** Whether personal data is masked. */
	readonly masks: boolean
}

/** From a draft to a mention that can be kept: masked, its language recognised, scored, with its words. One for each import. */
export class WordPipeline {
	readonly #vocabulary: Vocabulary
	readonly #forms: ShownForms
	readonly #masks: boolean
	readonly #echo: EchoFinder
	readonly #shelf: ModelShelf

	/** `shelf`: where the sentiment models come from; one that is kept spares loading them anew. */
	constructor({ lists, knownWords, masks }: PipelineOptions, shelf: ModelShelf = new ModelShelf()) {
		this.#shelf = shelf
		this.#vocabulary = vocabularyOf(lists)
		this.#echo = new EchoFinder(lists.values ?? [])
		// Kept words do not say their language: each is known by its key in every language that has forms.
		this.#forms = new ShownForms(
			knownWords.flatMap((form) => ['en', 'nl', null].map((lang): Form => ({ form, key: variantKey(form, lang) })))
		)
		this.#masks = masks
	}

	/** Mentions with language, score, words and the values that they say or deny. Scores that are there (a person's, or a file's) stay. */
	async word(mentions: readonly Mention[]): Promise<WordedMention[]> {
		const ready = mentions.map((mention) => {
			const masked = this.#masks ? maskMention(mention) : mention
			return { ...masked, lang: mention.lang ?? detectLanguage(masked.text, languages) }
		})
		const models = await this.#shelf.holding(languagesOf(ready.filter(isUnscored)))
		const forms = ready.map(({ text, lang }) => formsOf(text, lang, this.#vocabulary))
		const words = this.#forms.settle(forms)
		return ready.map((mention, at) => ({
			...mention,
			...(isUnscored(mention) ? scoreMention(mention.text, mention.lang, models) : null),
			words: words[at] ?? [],
			...this.#echo.of(mention.text, mention.lang)
		}))
	}
}

function isUnscored({ corrected, label }: Mention): boolean {
	return !corrected && label === null
}

function languagesOf(mentions: readonly Mention[]): Set<ScoredLanguage> {
	const found = new Set<ScoredLanguage>()
	for (const { lang } of mentions) {
		const language = scoredLanguage(lang)
		if (language !== null) found.add(language)
	}
	return found
}

/** A draft as a mention that nothing has scored. */
export function mentionOf(draft: MentionDraft, id: string): Mention {
	return { ...draft, id, sentiment: null, label: null, corrected: false }
}

function maskMention(mention: Mention): Mention {
	const text = mask(mention.text).slice(0, mentionLength)
	return {
		...mention,
		text: text.isWellFormed() ? text : text.slice(0, -1),
		author: mention.author === null ? null : maskedPerson(mention.author)
	}
}
