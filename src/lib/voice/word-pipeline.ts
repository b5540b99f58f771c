import type { MentionDraft } from '#lib/domain/interchange/mention-table.ts'
import type { Mention } from '#lib/domain/model/mention.ts'
import { mentionLength } from '#lib/domain/model/mention.ts'
import { scoredAs, scoringOf, type Adjustment, type Scoring } from '#lib/domain/words/adjustment.ts'
import { EchoFinder } from '#lib/domain/words/echo.ts'
import { detectLanguage } from '#lib/domain/words/language.ts'
import type { ScoredLanguage } from '#lib/domain/words/lexicon.ts'
import { mask, maskedPerson } from '#lib/domain/words/mask.ts'
import { scoreMention, scoredLanguage } from '#lib/domain/words/score.ts'
import type { SentimentModels } from '#lib/domain/words/sentiment-model.ts'
import { ShownForms, variantKey } from '#lib/domain/words/variants.ts'
import type { Form } from '#lib/domain/words/variants.ts'
import { vocabularyOf } from '#lib/domain/words/vocabulary.ts'
import type { Vocabulary, WordLists } from '#lib/domain/words/vocabulary.ts'
import { formsOf } from '#lib/domain/words/words.ts'
import type { KeptMention, RewrittenMention, WordedMention } from '#lib/store/store.ts'
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
	readonly #adjustments: readonly Adjustment[]
	readonly #scoring: Scoring

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
		this.#adjustments = lists.adjustments ?? []
		this.#scoring = scoringOf(lists.adjustments)
	}

	/**
	 * Mentions with language, score, words and the values that they say or deny. Labels that are there stay where a person or a file set them; those of
	 * the store (they say how they were scored) are scored anew where that was otherwise.
	 */
	async word(mentions: readonly ReadMention[]): Promise<WordedMention[]> {
		const ready = mentions.map((mention) => {
			const masked = this.#masks ? maskMention(mention) : mention
			return { ...masked, lang: mention.lang ?? detectLanguage(masked.text, languages) }
		})
		const models = await this.#shelf.holding(languagesOf(ready.filter((mention) => this.#isToScore(mention))))
		const forms = ready.map(({ text, lang }) => formsOf(text, lang, this.#vocabulary))
		const words = this.#forms.settle(forms)
		return ready.map((mention, at) => ({
			...mention,
			...this.#score(mention, models),
			words: words[at] ?? [],
			...this.#echo.of(mention.text, mention.lang)
		}))
	}

	/** New scores of mentions that the store holds; their words and values stay. */
	async score(mentions: readonly KeptMention[]): Promise<RewrittenMention[]> {
		const ready = mentions.map((mention) => ({
			...mention,
			lang: mention.lang ?? detectLanguage(mention.text, languages)
		}))
		const models = await this.#shelf.holding(languagesOf(ready.filter((mention) => this.#isToScore(mention))))
		return ready.map((mention) => {
			const { id, lang, corrected, sentiment, label } = mention
			return { id, lang, corrected, sentiment, label, ...this.#score(mention, models) }
		})
	}

	#isToScore({ corrected, label, lang, scored }: ReadMention): boolean {
		return !corrected && (label === null || (scored !== undefined && scored !== scoredAs(this.#scoring, lang)))
	}

	/** What scoring says of a mention. Where the model could not be loaded all stays as it is, to be scored another time. */
	#score(
		mention: ReadMention,
		models: SentimentModels
	): Partial<Pick<WordedMention, 'sentiment' | 'label' | 'scored'>> {
		if (mention.corrected) return { scored: null }
		const scored = scoredAs(this.#scoring, mention.lang)
		if (!this.#isToScore(mention)) return { scored }
		const language = scoredLanguage(mention.lang)
		if (language !== null && !models.has(language)) return { scored: mention.scored ?? null }
		const score = scoreMention(mention.text, mention.lang, models, this.#adjustments)
		return { ...(score ?? { sentiment: null, label: null }), scored }
	}
}

/** A mention to be read. `scored`: how the store says that it was scored; left out where it comes from elsewhere. */
type ReadMention = Mention & { readonly scored?: string | null }

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
