import { contentHash } from '../feeds/json-entry.ts'
import type { Atlas } from '../model/atlas.ts'
import type { ScoreAdjustment } from '../model/score-adjustment.ts'
import { primaryLanguage } from './language.ts'
import type { ScoredLanguage } from './lexicon.ts'
import type { Logits } from './score.ts'
import { modelVersion } from './sentiment-model.ts'
import { stopWordsOf } from './stop-words.ts'

/** What of an adjustment the scorer needs. */
export type Adjustment = Pick<ScoreAdjustment, 'id' | 'scale' | 'shift' | 'neutral' | 'words'>

/** The adjustments of an atlas that are in use: those learned beside the model that this program ships. */
export function adjustmentsOf(atlas: Pick<Atlas, 'scoreAdjustments'>): Adjustment[] {
	return [...atlas.scoreAdjustments.values()]
		.filter(({ model }) => model === modelVersion)
		.map(({ id, scale, shift, neutral, words }) => ({ id, scale, shift, neutral, words }))
		.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/**
 * How the mentions of each language are to be scored: the version of the shipped model, and a hash of the adjustment where there is one ("2:1f3a…"). By language;
 * under `` for all others. What a mention was scored by is kept with it.
 */
export type Scoring = Readonly<Record<string, string>>

export function scoringOf(adjustments: readonly Adjustment[] = []): Scoring {
	const model = `${modelVersion}`
	return Object.fromEntries([
		['', model],
		...adjustments.map((adjustment) => [adjustment.id, `${model}:${contentHash(JSON.stringify(adjustment))}`])
	])
}

/** What a mention of a language is to be scored by. */
export function scoredAs(scoring: Scoring, lang: string | null): string {
	const primary = primaryLanguage(lang) ?? ''
	return (Object.hasOwn(scoring, primary) ? scoring[primary] : scoring['']) ?? ''
}

const latinWord = /\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*/gu
const hanRun = /\p{Script=Han}{2,}/gu

/**
 * The words of a plain text (see `plainText`) that an adjustment can weigh, each once, without stop words: in Chinese groups of two characters, since nothing
 * parts words there.
 */
export function weighableWords(plain: string, lang: ScoredLanguage): Set<string> {
	const words = new Set<string>()
	const stops = stopWordsOf(lang)
	const add = (word: string) => {
		if (word.length > 1 && !stops.has(word)) words.add(word)
	}
	if (lang === 'zh') {
		for (const [run] of plain.matchAll(hanRun))
			for (let at = 0; at + 2 <= run.length; at += 1) add(run.slice(at, at + 2))
	} else for (const [word] of plain.matchAll(latinWord)) add(word)
	return words
}

/** A text's sums as the atlas has them; `words` are those of the text. */
export function adjusted({ polarity, neutral }: Logits, words: ReadonlySet<string>, adjustment: Adjustment): Logits {
	let sum = adjustment.scale * polarity + adjustment.shift
	for (const [word, weight] of adjustment.words) if (words.has(word)) sum += weight
	return { polarity: sum, neutral: neutral + adjustment.neutral }
}
