import { readLexicon } from '../../src/lib/domain/words/lexicon.ts'
import type { Lexicon, ScoredLanguage } from '../../src/lib/domain/words/lexicon.ts'
import { buckets, featuresOf } from '../../src/lib/domain/words/ngrams.ts'
import { plainText } from '../../src/lib/domain/words/plain-text.ts'
import { modelVersion, writeModel } from '../../src/lib/domain/words/sentiment-model.ts'
import type { Head } from '../../src/lib/domain/words/sentiment-model.ts'
import { contributions, sumOf } from '../../src/lib/domain/words/word-score.ts'
import { attribution } from './attribution.ts'
import { fit } from './logistic.ts'
import type { Example, FloatHead } from './logistic.ts'
import type { Plan } from './plans.ts'
import type { LabelledText } from './rows.ts'

/** A text with its features and what its words say: what the heads learn from. */
export type Prepared = { readonly text: LabelledText; readonly places: Int32Array; readonly words: number }

/** Entries of word lists are texts to learn from, too; what the words' part makes of them is nothing that the tables should take for known. */
export function prepared(texts: readonly LabelledText[], lang: ScoredLanguage, lexicon: Lexicon): Prepared[] {
	return texts.map((text) => {
		const plain = plainText(text.text, lang)
		const words = text.from === 'words' ? 0 : sumOf(contributions(plain, lang, lexicon))
		return { text, places: featuresOf(plain, lang).slice(), words }
	})
}

/** The two heads of a language. */
export function heads(rows: readonly Prepared[], plan: Plan): { polarity: FloatHead; neutral: FloatHead } {
	const polarity: Example[] = []
	const neutral: Example[] = []
	for (const { text, places, words } of rows) {
		const weight = plan.weights[text.from] ?? plan.otherWeight
		if (text.label !== 'neu')
			polarity.push({
				places,
				known: words * plan.known,
				answer: text.label === 'pos' ? 1 : 0,
				weight: weight * (text.label === 'neg' ? plan.negativeWeight : 1)
			})
		neutral.push({
			places,
			known: -Math.min(3, Math.abs(words)) * plan.settings.strength,
			answer: text.label === 'neu' ? 1 : 0,
			weight
		})
	}
	return { polarity: fit(polarity, plan.polarity), neutral: fit(neutral, plan.neutral) }
}

/** A table in steps of 1/127 of a weight that only one place in two thousand goes beyond. */
function small({ table, bias }: FloatHead): Head {
	const sizes = Float32Array.from(table, Math.abs).sort()
	const step = (sizes[Math.floor(buckets * 0.9995)] ?? 0) / 127 || 1
	const places = Int8Array.from(table, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))))
	return { table: places, step: Number(step.toPrecision(6)), bias: Number(bias.toPrecision(6)) }
}

/** A lexicon as text: a line for each weight in tenths, then its words, parted by tabs; what weighs next to nothing is left out. */
export function written(lexicon: Lexicon): string {
	const lines = new Map<number, string[]>()
	for (const [word, weight] of lexicon) {
		const tenths = Math.max(-40, Math.min(40, Math.round(weight * 10)))
		if (Math.abs(tenths) < 3) continue
		lines.set(tenths, [...(lines.get(tenths) ?? []), word])
	}
	return [...lines]
		.sort(([left], [right]) => right - left)
		.map(([tenths, words]) => [tenths, ...words.sort()].join('\t'))
		.join('\n')
}

/** The bytes of a language's model. */
export function trainLanguage(
	lang: ScoredLanguage,
	texts: readonly LabelledText[],
	weights: Lexicon,
	plan: Plan
): Uint8Array {
	const words = written(weights)
	// Learned beside the words as they will be read, not as they were before rounding.
	const { polarity, neutral } = heads(prepared(texts, lang, readLexicon(words)), plan)
	return writeModel(
		{
			version: modelVersion,
			lang,
			attribution: attribution[lang],
			settings: plan.settings,
			polarity: small(polarity),
			neutral: small(neutral)
		},
		words
	)
}
