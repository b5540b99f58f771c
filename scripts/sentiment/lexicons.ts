import * as OpenCC from 'opencc-js'
import stopwordsIso from 'stopwords-iso' with { type: 'json' }
import type { Lexicon, ScoredLanguage } from '../../src/lib/domain/words/lexicon.ts'
import { rules } from '../../src/lib/domain/words/rules.ts'
import { serviceFeeling, silentWords } from '../../src/lib/domain/words/lexicon/service-feeling.ts'
import { contributions } from '../../src/lib/domain/words/word-score.ts'
import {
	bracketFaces,
	chineseSayings,
	dutchAdjectives,
	dutchSayings,
	englishSayings,
	inflected,
	judged
} from './feeling-words.ts'
import type { LabelledText } from './rows.ts'
import { translationTable, wordList } from './rows.ts'
import { seededRandom } from '../../src/lib/domain/seeded-random.ts'
import { shuffle } from './shuffle.ts'

type Weighed = readonly (readonly [word: string, weight: number])[]

export const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' })

/** Several lists as one; a word in more than one gets the mean. */
function merged(lists: readonly Weighed[], accepts: (word: string) => boolean): Map<string, number> {
	const sums = new Map<string, { sum: number; count: number }>()
	for (const list of lists) {
		for (const [word, weight] of list) {
			if (!accepts(word) || !Number.isFinite(weight)) continue
			const { sum, count } = sums.get(word) ?? { sum: 0, count: 0 }
			sums.set(word, { sum: sum + weight, count: count + 1 })
		}
	}
	return new Map([...sums].map(([word, { sum, count }]) => [word, sum / count]))
}

/**
 * Fits the weights to labelled texts: logistic regression on exactly the sums that the scorer makes, with the list's weight as the prior,
 * so that a word which the texts do not speak of keeps it.
 */
function fitted(
	prior: Lexicon,
	candidates: readonly string[],
	texts: readonly LabelledText[],
	lang: ScoredLanguage
): Map<string, number> {
	const pull = 0.0008
	const all = new Map(prior)
	for (const word of candidates) if (!all.has(word)) all.set(word, 0)
	const words = [...all.keys()]
	const indexOf = new Map(words.map((word, index) => [word, index]))
	const weights = Float64Array.from(words, (word) => all.get(word) ?? 0)
	const first = weights.slice()
	const squares = new Float64Array(words.length).fill(1)
	const rows = texts.map(({ text, label }) => {
		const parts = contributions(text, lang, all).filter((part) => indexOf.has(part.word))
		return {
			target: label === 'pos' ? 1 : label === 'neg' ? 0 : 0.5,
			at: Int32Array.from(parts, (part) => indexOf.get(part.word) ?? 0),
			by: Float64Array.from(parts, (part) => part.factor)
		}
	})
	const random = seededRandom(7)
	const order = Int32Array.from(rows, (_, at) => at)
	const positive = texts.filter(({ label }) => label === 'pos').length
	const negative = texts.filter(({ label }) => label === 'neg').length
	for (let round = 0; round < 12; round += 1) {
		shuffle(order, random)
		for (const place of order) {
			const row = rows[place]
			if (!row || row.at.length === 0) continue
			const { target, at, by } = row
			let sum = 0
			for (let k = 0; k < at.length; k += 1) sum += (weights[at[k] ?? 0] ?? 0) * (by[k] ?? 0)
			// Long texts hold more words: their sum is spread like the scorer's.
			const damp = 1 / Math.sqrt(1 + at.length / 12)
			const share = target === 1 ? Math.sqrt(negative / positive) : target === 0 ? Math.sqrt(positive / negative) : 0.6
			const error = (1 / (1 + Math.exp(-sum * damp)) - target) * share
			for (let k = 0; k < at.length; k += 1) {
				const index = at[k] ?? 0
				const gradient = error * (by[k] ?? 0) * damp + pull * ((weights[index] ?? 0) - (first[index] ?? 0))
				squares[index] = (squares[index] ?? 1) + gradient * gradient
				weights[index] = (weights[index] ?? 0) - (0.25 * gradient) / Math.sqrt(squares[index] ?? 1)
			}
		}
	}
	return new Map(words.map((word, index) => [word, weights[index] ?? 0]))
}

/** The product's own words keep at least their own strength where the fit agrees on the direction: films and books speak of other things than a service desk. */
function held(lexicon: ReadonlyMap<string, number>, own: Weighed): Map<string, number> {
	const result = new Map(lexicon)
	for (const [word, weight] of own) {
		const learned = result.get(word) ?? 0
		if (learned * weight >= 0 && Math.abs(learned) < Math.abs(weight)) result.set(word, weight)
	}
	return result
}

function frequent(texts: readonly LabelledText[], least: number, tokens: (text: string) => Iterable<string>): string[] {
	const counts = new Map<string, number>()
	for (const { text } of texts) for (const word of new Set(tokens(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
	return [...counts].filter(([, count]) => count >= least).map(([word]) => word)
}

/** Words that the scorer's lists give to the sums, by language; the texts are those that the weights are fitted to. */
export type Lists = {
	readonly folder: string
	readonly en: readonly LabelledText[]
	readonly zh: readonly LabelledText[]
}

const latinWord = /^[\p{L}][\p{L}'-]*(?: [\p{L}'-]+){0,2}$/u
const hanWord = /^\p{Script=Han}{1,4}$/u

function latinWords(text: string): string[] {
	return (
		text
			.normalize('NFKC')
			.replaceAll('’', "'")
			.toLowerCase()
			.match(/[\p{L}]+(?:['][\p{L}]+)*/gu) ?? []
	)
}

/** The product's own words. */
export function ownEnglish(): [string, number][] {
	return [...judged(englishSayings), ...Object.entries(serviceFeeling.en)]
}
export function ownDutch(): [string, number][] {
	const adjectives = judged(dutchAdjectives).flatMap(([word, weight]) =>
		inflected(word).map((form): [string, number] => [form, weight])
	)
	return [...adjectives, ...judged(dutchSayings), ...Object.entries(serviceFeeling.nl)]
}
export function ownChinese(): [string, number][] {
	const faces = judged(bracketFaces).map(([face, weight]): [string, number] => [`[${face}]`, weight])
	return [...judged(chineseSayings), ...faces, ...Object.entries(serviceFeeling.zh)]
}

/** English: VADER's words and the product's own, fitted. */
export function englishLexicon({ folder, en }: Lists): Map<string, number> {
	const silent = new Set(silentWords.en)
	const prior = merged([wordList(folder, 'en_vader')], (word) => latinWord.test(word) && !silent.has(word))
	for (const [word, weight] of ownEnglish()) prior.set(word, weight)
	const candidates = frequent(en, 6, latinWords).filter((word) => word.length > 1 && !silent.has(word))
	return held(fitted(prior, candidates, en, 'en'), ownEnglish())
}

/** Dutch: its lists, and English weights by way of the table of translations for words that the lists do not have. */
export function dutchLexicon({ folder }: Lists, english: Lexicon): Map<string, number> {
	const { negators, buts, degrees } = rules.nl
	const silent = new Set([...silentWords.nl, ...stopwordsIso.nl, ...negators, ...buts])
	const accepts = (word: string) => latinWord.test(word) && !silent.has(word)
	const own = merged(
		[wordList(folder, 'nl_pattern'), wordList(folder, 'nl_opener_hotel'), wordList(folder, 'nl_memolon_vader')],
		accepts
	)
	const byEnglish = merged(
		[
			[...translationTable(folder, 'en-nl_memolon')].flatMap(([word, dutch]): [string, number][] => {
				const weight = english.get(word)
				return weight === undefined || Math.abs(weight) < 0.6 ? [] : [[dutch, weight * 0.6]]
			})
		],
		(word) => accepts(word) && !degrees.has(word)
	)
	return new Map([...byEnglish, ...own, ...ownDutch()])
}

/** Chinese: JioNLP and NTUSD in simplified characters and the product's own words, fitted. */
export function chineseLexicon({ folder, zh }: Lists): Map<string, number> {
	const silent = new Set(silentWords.zh)
	const prior = merged(
		[
			wordList(folder, 'zh_jionlp'),
			wordList(folder, 'zh_ntusd').map(([word, weight]): [string, number] => [toSimplified(word), weight])
		],
		(word) => hanWord.test(word) && !silent.has(word)
	)
	for (const [word, weight] of ownChinese()) prior.set(word, weight)
	const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
	const candidates = frequent(zh, 6, function* (text) {
		for (const { segment } of segmenter.segment(text)) if (hanWord.test(segment)) yield segment
	}).filter((word) => word.length > 1 && !rules.zh.buts.has(word) && !silent.has(word))
	return held(fitted(prior, candidates, zh, 'zh'), ownChinese())
}
