// Makes src/lib/domain/words/lexicon/*.ts: the word lists that the sentiment score and the word count use.
// node scripts/build-lexicons.ts --lists FOLDER --texts FOLDER
//   lists: en_vader.tsv, nl_pattern.tsv, nl_opener_hotel.tsv, nl_memolon_vader.tsv, en-nl_memolon.tsv, zh_jionlp.tsv, zh_ntusd.tsv (word, tab, weight from -1 to 1)
//   texts: en_*.tsv, zh_*.tsv (label, tab, text): what the weights are fitted to. Sources and licences: lexicon/ATTRIBUTION.md
// The result is committed; run this again only when a list, a rule or the fitting changes.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emojiEmotion } from 'emoji-emotion'
import * as OpenCC from 'opencc-js'
import stopwordsIso from 'stopwords-iso' with { type: 'json' }
import { eng } from 'stopword'
import { contributions } from '../src/lib/domain/words/score.ts'
import type { Lexicon, ScoredLanguage } from '../src/lib/domain/words/lexicon.ts'
import { rules } from '../src/lib/domain/words/rules.ts'
import { serviceFeeling, silentWords } from '../src/lib/domain/words/lexicon/service-feeling.ts'

function argument(name: string): string {
	const at = process.argv.indexOf(`--${name}`)
	const given = process.argv[at + 1]
	if (at < 0 || given === undefined) throw new Error(`Give --${name} FOLDER`)
	return given
}

const lists = argument('lists')
const texts = argument('texts')
const out = new URL('../src/lib/domain/words/lexicon/', import.meta.url)
const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' })

function rowsOf(folder: string, file: string): string[][] {
	return readFileSync(join(folder, file), 'utf8')
		.split('\n')
		.slice(1)
		.filter((line) => line.includes('\t'))
		.map((line) => line.split('\t'))
}

function listOf(file: string): [word: string, weight: number][] {
	return rowsOf(lists, file).map(([word = '', weight = '0']) => [
		word.normalize('NFKC').toLowerCase(),
		Number(weight) * 4
	])
}

/** Several lists as one; a word in more than one gets the mean. Words of ours come last and win. */
function merged(parts: [string, number][][], accepts: (word: string) => boolean): Map<string, number> {
	const sums = new Map<string, { sum: number; count: number }>()
	for (const part of parts) {
		for (const [word, weight] of part) {
			if (!accepts(word) || !Number.isFinite(weight)) continue
			const entry = sums.get(word) ?? { sum: 0, count: 0 }
			sums.set(word, { sum: entry.sum + weight, count: entry.count + 1 })
		}
	}
	return new Map([...sums].map(([word, { sum, count }]) => [word, sum / count]))
}

type Example = { text: string; target: number }

function examplesOf(prefix: string): Example[] {
	const targets: Readonly<Record<string, number>> = { pos: 1, neu: 0.5, neg: 0 }
	return readdirSync(texts)
		.filter((file) => file.startsWith(prefix) && file.endsWith('.tsv'))
		.sort()
		.flatMap((file) => rowsOf(texts, file))
		.flatMap(([label = '', text = '']) => (label in targets && text ? [{ text, target: targets[label] ?? 0.5 }] : []))
}

/** A fixed sequence of numbers in [0, 1): the same lists give the same lexicon. */
function seeded(seed: number): () => number {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
	}
}

/**
 * Fits the weights to labelled texts: logistic regression on exactly the sums that the scorer makes, with the list's weight as the prior,
 * so that a word which the texts do not speak of keeps it.
 */
function fitted(
	prior: Lexicon,
	candidates: readonly string[],
	examples: readonly Example[],
	lang: ScoredLanguage,
	pull: number
): Map<string, number> {
	const all = new Map(prior)
	for (const word of candidates) if (!all.has(word)) all.set(word, 0)
	const words = [...all.keys()]
	const indexOf = new Map(words.map((word, index) => [word, index]))
	const weights = Float64Array.from(words, (word) => all.get(word) ?? 0)
	const first = weights.slice()
	const squares = new Float64Array(words.length).fill(1)
	const rows = examples.map(({ text, target }) => {
		const parts = contributions(text, lang, all).filter((part) => indexOf.has(part.word))
		return {
			target,
			at: Int32Array.from(parts, (part) => indexOf.get(part.word) ?? 0),
			by: Float64Array.from(parts, (part) => part.factor)
		}
	})
	const random = seeded(7)
	const positive = examples.filter((example) => example.target === 1).length
	const negative = examples.filter((example) => example.target === 0).length
	for (let round = 0; round < 12; round += 1) {
		for (let i = rows.length - 1; i > 0; i -= 1) {
			const j = Math.floor(random() * (i + 1))
			const [left, right] = [rows[i], rows[j]]
			if (left && right) [rows[i], rows[j]] = [right, left]
		}
		for (const { target, at, by } of rows) {
			if (at.length === 0) continue
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

function frequent(examples: readonly Example[], least: number, tokens: (text: string) => Iterable<string>): string[] {
	const counts = new Map<string, number>()
	for (const { text } of examples)
		for (const word of new Set(tokens(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
	return [...counts].filter(([, count]) => count >= least).map(([word]) => word)
}

function written(lexicon: ReadonlyMap<string, number>, least: number): string {
	const lines = new Map<number, string[]>()
	for (const [word, weight] of lexicon) {
		const tenths = Math.max(-40, Math.min(40, Math.round(weight * 10)))
		if (Math.abs(tenths) < least) continue
		lines.set(tenths, [...(lines.get(tenths) ?? []), word])
	}
	return [...lines]
		.sort(([left], [right]) => right - left)
		.map(([tenths, words]) => [tenths, ...words.sort()].join('\t'))
		.join('\n')
}

function save(file: string, constants: Readonly<Record<string, string>>): void {
	const body = Object.entries(constants).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}\n`)
	writeFileSync(
		new URL(file, out),
		`// Made by scripts/build-lexicons.ts; sources and licences in ATTRIBUTION.md.\n${body.join('')}`
	)
}

// Characters
const pairs: [string, string][] = []
for (let code = 0x4e00; code <= 0x9fff; code += 1) {
	const sign = String.fromCodePoint(code)
	const simple = toSimplified(sign)
	if (simple !== sign && [...simple].length === 1) pairs.push([sign, simple])
}
save('han.ts', {
	traditional: pairs.map(([sign]) => sign).join(''),
	simplified: pairs.map(([, simple]) => simple).join('')
})

// Emoji and emoticons
const feelings = new Map<string, number>(
	emojiEmotion.map(({ emoji, polarity }) => [emoji.replace('\uFE0F', ''), polarity * 0.6])
)
for (const [word, weight] of listOf('en_vader.tsv'))
	if (!/[\p{L}]{2}/u.test(word) && /^[:;=8xX<^]/.test(word)) feelings.set(word, weight)
for (const [word, weight] of Object.entries(serviceFeeling.emoji)) feelings.set(word, weight)
save('emoji.ts', { emoji: written(feelings, 3) })

// English
const latinWord = /^[\p{L}][\p{L}'-]*(?: [\p{L}'-]+){0,2}$/u
const latinWords = (text: string) =>
	text
		.normalize('NFKC')
		.replaceAll('’', "'")
		.toLowerCase()
		.match(/[\p{L}]+(?:['][\p{L}]+)*/gu) ?? []
const enTexts = examplesOf('en_')
const neutralEn = new Set(silentWords.en)
const enPrior = merged([listOf('en_vader.tsv')], (word) => latinWord.test(word) && !neutralEn.has(word))
for (const [word, weight] of Object.entries(serviceFeeling.en)) enPrior.set(word, weight)
const enWords = fitted(
	enPrior,
	frequent(enTexts, 6, latinWords).filter((word) => word.length > 1 && !neutralEn.has(word)),
	enTexts,
	'en',
	0.0008
)
save('en.ts', { en: written(enWords, 3) })

// Dutch: its lists, and English weights by way of the translation table for words the lists do not have
const silentNl = new Set([...silentWords.nl, ...stopwordsIso.nl].filter((word) => !rules.nl.negators.has(word)))
const ownNl = merged(
	[listOf('nl_pattern.tsv'), listOf('nl_opener_hotel.tsv'), listOf('nl_memolon_vader.tsv')],
	(word) => latinWord.test(word) && !silentNl.has(word)
)
const translated = merged(
	[
		rowsOf(lists, 'en-nl_memolon.tsv').flatMap(([english = '', dutch = '']): [string, number][] => {
			const weight = enWords.get(english.toLowerCase())
			return weight === undefined || Math.abs(weight) < 0.6 ? [] : [[dutch.toLowerCase(), weight * 0.6]]
		})
	],
	(word) => latinWord.test(word) && !silentNl.has(word) && !rules.nl.negators.has(word) && !rules.nl.buts.has(word)
)
const nl = new Map([...translated, ...ownNl, ...Object.entries(serviceFeeling.nl)])
save('nl.ts', { nl: written(nl, 3) })

// Chinese
const han = /^\p{Script=Han}{1,4}$/u
const silentZh = new Set(silentWords.zh)
const zhPrior = merged(
	[
		listOf('zh_jionlp.tsv'),
		listOf('zh_ntusd.tsv').map(([word, weight]): [string, number] => [toSimplified(word), weight])
	],
	(word) => han.test(word) && !silentZh.has(word)
)
for (const [word, weight] of Object.entries(serviceFeeling.zh)) zhPrior.set(word, weight)
const zhTexts = examplesOf('zh_').map((example) => ({ ...example, text: toSimplified(example.text) }))
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const zhWords = fitted(
	zhPrior,
	frequent(zhTexts, 6, function* (text) {
		for (const { segment } of segmenter.segment(text)) if (han.test(segment)) yield segment
	}).filter((word) => word.length > 1 && !rules.zh.buts.has(word) && !silentZh.has(word)),
	zhTexts,
	'zh',
	0.0008
)
save('zh.ts', { zh: written(zhWords, 3) })

// Words that say nothing by themselves
const numbersOnly = /^[\p{N}\p{P}\p{S}]+$/u
const zhStops = [...new Set(stopwordsIso.zh.map((word) => toSimplified(word)))].filter(
	(word) => [...word].length > 1 && !numbersOnly.test(word)
)
save('stop-words.ts', {
	enStops: eng.join(' '),
	nlStops: stopwordsIso.nl.join(' '),
	zhStops: zhStops.join(' ')
})
console.log({ en: enWords.size, nl: nl.size, zh: zhWords.size, han: pairs.length, emoji: feelings.size })
