import type { MentionDraft } from '#lib/domain/interchange/mention-table.ts'
import type { Mention } from '#lib/domain/model/mention.ts'
import { mentionLength } from '#lib/domain/model/mention.ts'
import { detectLanguage } from '#lib/domain/words/language.ts'
import { mask, maskedPerson } from '#lib/domain/words/mask.ts'
import { scoreMention } from '#lib/domain/words/score.ts'
import { ShownForms, variantKey } from '#lib/domain/words/variants.ts'
import type { Form } from '#lib/domain/words/variants.ts'
import { vocabularyOf } from '#lib/domain/words/vocabulary.ts'
import type { Vocabulary, WordLists } from '#lib/domain/words/vocabulary.ts'
import { formsOf } from '#lib/domain/words/words.ts'
import type { WordedMention } from '#lib/store/store.ts'

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

	constructor({ lists, knownWords, masks }: PipelineOptions) {
		this.#vocabulary = vocabularyOf(lists)
		// Kept words do not say their language: each is known by its key in every language that has forms.
		this.#forms = new ShownForms(
			knownWords.flatMap((form) => ['en', 'nl', null].map((lang): Form => ({ form, key: variantKey(form, lang) })))
		)
		this.#masks = masks
	}

	/** Mentions with language, score and words. Scores that are there (a person's, or a file's) stay. */
	word(mentions: readonly Mention[]): WordedMention[] {
		const forms: Form[][] = []
		const scored = mentions.map((mention) => {
			const masked = this.#masks ? maskMention(mention) : mention
			const lang = mention.lang ?? detectLanguage(masked.text, languages)
			forms.push(formsOf(masked.text, lang, this.#vocabulary))
			const score = masked.corrected || masked.label !== null ? null : scoreMention(masked.text, lang)
			return { ...masked, lang, ...(score ?? {}) }
		})
		const words = this.#forms.settle(forms)
		return scored.map((mention, at) => ({ ...mention, words: words[at] ?? [] }))
	}
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
