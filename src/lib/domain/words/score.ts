import type { SentimentLabel } from '../model/mention.ts'
import { adjusted, weighableWords, type Adjustment } from './adjustment.ts'
import { greyMiddle } from './feeling.ts'
import type { ScoredLanguage } from './lexicon.ts'
import { primaryLanguage } from './language.ts'
import { featuresOf } from './ngrams.ts'
import { plainText } from './plain-text.ts'
import { lengthScale, modelLanguages } from './sentiment-model.ts'
import type { Head, SentimentModel, SentimentModels } from './sentiment-model.ts'
import { contributions, sumOf } from './word-score.ts'

export type Score = { readonly sentiment: number; readonly label: SentimentLabel }

/** The language that a tag is scored as, or null: `zh` of `zh-CN`; Cantonese and languages without a model have none. */
export function scoredLanguage(lang: string | null): ScoredLanguage | null {
	const primary = primaryLanguage(lang)
	return modelLanguages.find((language) => language === primary) ?? null
}

/**
 * How a mention feels, from −1 to 1, with its label. Null where it is not scored: a language without a model, Cantonese, or nothing but
 * signs. `lang` is a tag (`en`, `nl`, `zh-CN`). Words that the cloud leaves out are needed here (they hold the negations): give the whole text.
 * `adjustments`: the atlas's own, at most one a language. Sarcasm is not recognised: "Great, 40 minutes on hold again" counts its words.
 */
export function scoreMention(
	text: string,
	lang: string | null,
	models: SentimentModels,
	adjustments: readonly Adjustment[] = []
): Score | null {
	const language = scoredLanguage(lang)
	const model = language === null ? undefined : models.get(language)
	if (model === undefined || !/[\p{L}\p{Extended_Pictographic}]/u.test(text)) return null
	const adjustment = adjustments.find(({ id }) => id === language)
	const sums = logits(text, model)
	if (adjustment === undefined) return scoreOf(sums)
	return scoreOf(adjusted(sums, weighableWords(plainText(text, model.lang), model.lang), adjustment))
}

/** What a model says of a text before it is made a score: for or against, and how little it says either way. */
export type Logits = { readonly polarity: number; readonly neutral: number }

/** The two sums of a text: the table's and the words' part added up. */
export function logits(text: string, model: SentimentModel): Logits {
	const plain = plainText(text, model.lang)
	const words = sumOf(contributions(plain, model.lang, model.lexicon))
	const places = featuresOf(plain, model.lang)
	const { settings } = model
	return {
		polarity: (sumAt(model.polarity, places) + words * settings.words) / settings.evenness,
		neutral: sumAt(model.neutral, places) - Math.min(3, Math.abs(words)) * settings.strength
	}
}

/** Polarity and neutrality as one number from −1 to 1, and its label. */
export function scoreOf({ polarity, neutral }: Logits): Score {
	const sentiment = (2 * sigmoid(polarity) - 1) * (1 - sigmoid(neutral))
	const label = Math.abs(sentiment) <= greyMiddle ? 'neutral' : sentiment > 0 ? 'positive' : 'negative'
	return { sentiment: Math.round(sentiment * 10_000) / 10_000, label }
}

function sumAt({ table, step, bias }: Head, places: Int32Array): number {
	let sum = 0
	for (let at = 0; at < places.length; at += 1) sum += table[places[at] ?? 0] ?? 0
	return bias + sum * step * lengthScale(places.length)
}

function sigmoid(value: number): number {
	return 1 / (1 + Math.exp(-value))
}
