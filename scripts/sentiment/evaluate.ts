import { basename } from 'node:path'
import { detectLanguage } from '../../src/lib/domain/words/language.ts'
import { scoreMention } from '../../src/lib/domain/words/score.ts'
import { modelLanguages } from '../../src/lib/domain/words/sentiment-model.ts'
import type { SentimentModels } from '../../src/lib/domain/words/sentiment-model.ts'
import { vocabularyOf } from '../../src/lib/domain/words/vocabulary.ts'
import { words } from '../../src/lib/domain/words/words.ts'
import { labelledTexts, labels } from './rows.ts'
import type { Label } from './rows.ts'

/** Accuracy and macro-F1, in per cent. */
export type Agreement = { readonly accuracy: number; readonly f1: number }

export type Evaluation = {
	readonly name: string
	readonly rows: number
	/** Rows that the scorer does not score count as wrong for two classes and as neutral for three. */
	readonly unscored: number
	readonly languages: ReadonlyMap<string | null, number>
	readonly perSecond: number
	/** Null where no row is labelled pos or neg; `three` is null where none is neutral. */
	readonly two: Agreement | null
	readonly three: Agreement | null
	/** How many rows of one label (first) were given another (second), as "pos neu". */
	readonly confusion: ReadonlyMap<string, number>
	/** How the mean of people's labels and of the scores go together over words in ten mentions or more. */
	readonly perWord: { readonly correlation: number; readonly words: number } | null
}

const labelOf = { negative: 'neg', neutral: 'neu', positive: 'pos' } as const
const worth: Readonly<Record<Label, number>> = { neg: -1, neu: 0, pos: 1 }

/** How often pairs of (truth, said) agree; a class that nobody has counts as 0, as is usual for macro-F1. */
export function agreement(pairs: readonly (readonly [Label, Label])[], classes: readonly Label[]): Agreement {
	const right = pairs.filter(([truth, said]) => truth === said).length
	const f1 = classes.map((label) => {
		const hit = pairs.filter(([truth, said]) => truth === label && said === label).length
		const said = pairs.filter(([, other]) => other === label).length
		const truth = pairs.filter(([other]) => other === label).length
		return hit === 0 ? 0 : (2 * hit) / (said + truth)
	})
	return {
		accuracy: (100 * right) / Math.max(1, pairs.length),
		f1: (100 * f1.reduce((sum, value) => sum + value, 0)) / classes.length
	}
}

/** The language that a file's name begins with (`nl_bol.tsv`), or null. */
function languageOfName(name: string): string | null {
	return modelLanguages.find((lang) => name.startsWith(`${lang}_`)) ?? null
}

/** Scores the rows of a file and compares with their labels. */
export function evaluation(file: string, models: SentimentModels): Evaluation {
	const name = basename(file)
	const rows = labelledTexts(file)
	const fixed = languageOfName(name)
	const began = performance.now()
	const scored = rows.map(({ label, text }) => {
		const lang = fixed ?? detectLanguage(text, modelLanguages)
		return { label, text, lang, score: scoreMention(text, lang, models) }
	})
	const seconds = (performance.now() - began) / 1000
	const languages = new Map<string | null, number>()
	for (const { lang } of scored) languages.set(lang, (languages.get(lang) ?? 0) + 1)
	const two = scored
		.filter(({ label }) => label !== 'neu')
		.map(({ label, score }): [Label, Label] => {
			const sentiment = score?.sentiment ?? 0
			return [label, sentiment > 0 ? 'pos' : sentiment < 0 ? 'neg' : label === 'pos' ? 'neg' : 'pos']
		})
	const three = scored.map(({ label, score }): [Label, Label] => [label, labelOf[score?.label ?? 'neutral']])
	const confusion = new Map<string, number>()
	for (const [truth, said] of three) confusion.set(`${truth} ${said}`, (confusion.get(`${truth} ${said}`) ?? 0) + 1)
	return {
		name,
		rows: rows.length,
		unscored: scored.filter(({ score }) => score === null).length,
		languages,
		perSecond: rows.length / seconds,
		two: two.length === 0 ? null : agreement(two, ['neg', 'pos']),
		three: rows.some(({ label }) => label === 'neu') ? agreement(three, labels) : null,
		confusion,
		perWord: perWord(scored)
	}
}

type Scored = { label: Label; text: string; lang: string | null; score: { sentiment: number } | null }

function perWord(scored: readonly Scored[]): Evaluation['perWord'] {
	const vocabulary = vocabularyOf({ names: [], together: [], merge: [], hide: [] })
	const sums = new Map<string, { count: number; truth: number; said: number }>()
	for (const { label, text, lang, score } of scored) {
		if (score === null) continue
		for (const word of words(text, lang, vocabulary)) {
			const { count, truth, said } = sums.get(word) ?? { count: 0, truth: 0, said: 0 }
			sums.set(word, { count: count + 1, truth: truth + worth[label], said: said + score.sentiment })
		}
	}
	const means = [...sums.values()]
		.filter(({ count }) => count >= 10)
		.map(({ count, truth, said }): [number, number] => [truth / count, said / count])
	return means.length < 3 ? null : { correlation: correlation(means), words: means.length }
}

/** Pearson's correlation. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
	const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length
	const [left, right] = [mean(0), mean(1)]
	let both = 0
	let leftSquares = 0
	let rightSquares = 0
	for (const [x, y] of pairs) {
		both += (x - left) * (y - right)
		leftSquares += (x - left) ** 2
		rightSquares += (y - right) ** 2
	}
	return both / Math.sqrt(leftSquares * rightSquares)
}
