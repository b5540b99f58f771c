import type { SentimentLabel } from '../model/mention.ts'
import { mostAdjustedWords } from '../model/score-adjustment.ts'
import type { Adjustment } from './adjustment.ts'
import { greyMiddle } from './feeling.ts'
import type { Logits } from './score.ts'

/** A mention whose label a person set, as the shipped model sees it. */
export type JudgedText = { readonly sums: Logits; readonly words: ReadonlySet<string>; readonly label: SentimentLabel }

type Fitted = Pick<Adjustment, 'scale' | 'shift' | 'neutral' | 'words'>

/** A word is weighed only where so many judged mentions hold it. */
const leastOfWord = 3
/** How soft the edges of the grey middle are while learning. */
const softness = 0.12
/** How strongly everything is pulled to what the model says: half of this times the square of a weight is what it costs, in mentions. */
const pull = { scale: 4, shift: 3, neutral: 2, word: 5 }
const rounds = 150
const rate = 0.06

/**
 * Learns from judged mentions of one language how to scale and shift the model's sums and, with `byWord`, how to weigh words otherwise. By Adam on the expected
 * number of right labels (a score's label is taken as likely, not certain, near the edges of the grey middle), pulled to no adjustment at all. That is
 * bounded for each mention: a likelihood would follow the few that nobody can get right. Deterministic.
 */
export function fitAdjustment(texts: readonly JudgedText[], byWord: boolean): Fitted {
	const vocabulary = byWord ? vocabularyOf(texts) : []
	const places = new Map(vocabulary.map((word, at) => [word, at + 3]))
	const counts = Map.groupBy(texts, ({ label }) => label)
	const rows = texts.map(({ sums, words, label }) => ({
		...sums,
		label,
		// Rare labels weigh more, so that none of the three is given up.
		worth: (texts.length / 3 / (counts.get(label)?.length ?? 1)) ** 0.8,
		places: [...words].flatMap((word) => places.get(word) ?? [])
	}))
	// Logarithm of the scale, shift, neutral, then a weight a word.
	const weights = new Float64Array(3 + vocabulary.length)
	const slopes = new Float64Array(weights.length)
	const [mean, spread] = [new Float64Array(weights.length), new Float64Array(weights.length)]
	for (let round = 1; round <= rounds; round += 1) {
		slopes.fill(0)
		for (const row of rows) addSlopes(row, weights, slopes)
		for (let at = 0; at < weights.length; at += 1) {
			const cost = at === 0 ? pull.scale : at === 1 ? pull.shift : at === 2 ? pull.neutral : pull.word
			const slope = (slopes[at] ?? 0) + cost * (weights[at] ?? 0)
			const first = (mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope)
			const second = (spread[at] = 0.99 * (spread[at] ?? 0) + 0.01 * slope * slope)
			const step = first / (1 - 0.9 ** round) / (Math.sqrt(second / (1 - 0.99 ** round)) + 1e-8)
			weights[at] = (weights[at] ?? 0) - rate * step
		}
	}
	const [scale = 0, shift = 0, neutral = 0] = weights
	return {
		scale: rounded(Math.exp(Math.max(-2, Math.min(2, scale)))),
		shift: rounded(shift),
		neutral: rounded(neutral),
		words: vocabulary
			.map((word, at): [string, number] => [word, rounded(weights[at + 3] ?? 0)])
			.filter(([, weight]) => Math.abs(weight) >= 0.05)
			.toSorted(([one, left], [other, right]) => Math.abs(right) - Math.abs(left) || (one < other ? -1 : 1))
			.slice(0, mostAdjustedWords)
	}
}

function vocabularyOf(texts: readonly JudgedText[]): string[] {
	const counts = new Map<string, number>()
	for (const { words } of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
	return [...counts].flatMap(([word, count]) => (count >= leastOfWord ? [word] : []))
}

type Row = Logits & { readonly label: SentimentLabel; readonly worth: number; readonly places: readonly number[] }

/** Adds a row's slopes of what is lost by its being wrong. */
function addSlopes(
	{ polarity, neutral, label, worth, places }: Row,
	weights: Float64Array,
	slopes: Float64Array
): void {
	const scale = Math.exp(weights[0] ?? 0)
	let sum = scale * polarity + (weights[1] ?? 0)
	for (const place of places) sum += weights[place] ?? 0
	const up = sigmoid(sum)
	const grey = sigmoid(neutral + (weights[2] ?? 0))
	const score = (2 * up - 1) * (1 - grey)
	const slope = worth * slopeOfScore(score, label)
	const ofSum = slope * 2 * up * (1 - up) * (1 - grey)
	slopes[0] = (slopes[0] ?? 0) + ofSum * scale * polarity
	slopes[1] = (slopes[1] ?? 0) + ofSum
	slopes[2] = (slopes[2] ?? 0) - slope * (2 * up - 1) * grey * (1 - grey)
	for (const place of places) slopes[place] = (slopes[place] ?? 0) + ofSum
}

/** The slope of −P(label | score) by the score. */
function slopeOfScore(score: number, label: SentimentLabel): number {
	const above = sigmoid((score - greyMiddle) / softness)
	const below = sigmoid((-greyMiddle - score) / softness)
	if (label === 'positive') return (-above * (1 - above)) / softness
	if (label === 'negative') return (below * (1 - below)) / softness
	return (above * (1 - above) - below * (1 - below)) / softness
}

function sigmoid(value: number): number {
	return 1 / (1 + Math.exp(-value))
}

function rounded(value: number): number {
	return Math.round(value * 1000) / 1000
}
