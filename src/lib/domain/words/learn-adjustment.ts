import { sentimentLabels, type SentimentLabel } from '../model/mention.ts'
import type { ScoreAdjustment } from '../model/score-adjustment.ts'
import { adjusted, type Adjustment } from './adjustment.ts'
import { atLeast } from './alert.ts'
import { fitAdjustment, type JudgedText } from './fit-adjustment.ts'
import { scoreOf } from './score.ts'

/** So many mentions of a language have to be judged by people before an adjustment is learned. */
export const leastJudged = 60
/**
 * So large a share of them must be such that the model had right. People correct what is wrong; learned from mistakes alone, an adjustment would
 * turn everything round.
 */
export const leastRight = 1 / 3
/** Parts of which each is kept back once. */
const folds = 10
/** How likely it may be at most that so many labels get better by chance (sign test; McNemar 1947, exact); halved, since two ways are tried. */
const chance = 0.05 / 2

/** How well labels agree with people's. `accuracy`: share in [0, 1]; `macroF1`: mean over the labels that people gave. */
export type LabelAgreement = { readonly accuracy: number; readonly macroF1: number }

/**
 * What learning came to. `few`: not enough was judged; `onlyMistakes`: nearly all that was judged the model had wrong. Else the adjustment, learned from all, and how
 * labels agree without it and with one that was learned from the other parts. `fixed` and `broken`: labels that turned right and wrong. `helps`: more
 * is fixed than broken beyond chance, and the mean F1 is no lower.
 */
export type Learned =
	| { readonly is: 'few' | 'onlyMistakes'; readonly judged: number; readonly right: number }
	| {
			readonly is: 'measured'
			readonly judged: number
			readonly right: number
			readonly fixed: number
			readonly broken: number
			readonly before: LabelAgreement
			readonly after: LabelAgreement
			readonly helps: boolean
			readonly adjustment: Pick<ScoreAdjustment, 'scale' | 'shift' | 'neutral' | 'words'>
	  }

/** Learns an adjustment from the judged mentions of one language, and measures on parts kept back, each once, whether it helps. */
export function learnAdjustment(texts: readonly JudgedText[]): Learned {
	const said = texts.map(({ sums }) => scoreOf(sums).label)
	const right = texts.filter(({ label }, at) => label === said[at]).length
	const judged = texts.length
	if (judged < leastJudged) return { is: 'few', judged, right }
	if (right < leastRight * judged) return { is: 'onlyMistakes', judged, right }
	// Labels spread evenly over the parts.
	const order = texts.toSorted(
		(one, other) => sentimentLabels.indexOf(one.label) - sentimentLabels.indexOf(other.label)
	)
	const before = agreementOf(texts.map(({ label }, at) => [label, said[at] ?? 'neutral']))
	const ways = [false, true].map((byWord) => ({ byWord, pairs: keptBack(order, byWord) }))
	const tried = ways.map(({ byWord, pairs }) => ({ byWord, after: agreementOf(pairs), ...turnsOf(order, pairs) }))
	// The simpler one, unless words are better in both.
	const [plain, worded] = tried
	if (plain === undefined || worded === undefined) throw new Error('Two ways are tried')
	const best =
		worded.after.accuracy > plain.after.accuracy && worded.after.macroF1 > plain.after.macroF1 ? worded : plain
	const { byWord, after, fixed, broken } = best
	return {
		is: 'measured',
		...{ judged, right, fixed, broken, before, after },
		helps: after.macroF1 >= before.macroF1 && atLeast(fixed, fixed + broken, 0.5) <= chance,
		adjustment: fitAdjustment(texts, byWord)
	}
}

type Pair = readonly [truth: SentimentLabel, said: SentimentLabel]

/** The labels of mentions by what was learned from the other parts. */
function keptBack(texts: readonly JudgedText[], byWord: boolean): Pair[] {
	const pairs: Pair[] = new Array(texts.length)
	for (let fold = 0; fold < folds; fold += 1) {
		const learned: Adjustment = {
			id: '',
			...fitAdjustment(
				texts.filter((_, at) => at % folds !== fold),
				byWord
			)
		}
		texts.forEach(({ label, sums, words }, at) => {
			if (at % folds === fold) pairs[at] = [label, scoreOf(adjusted(sums, words, learned)).label]
		})
	}
	return pairs
}

function turnsOf(texts: readonly JudgedText[], pairs: readonly Pair[]): { fixed: number; broken: number } {
	let [fixed, broken] = [0, 0]
	texts.forEach(({ label, sums }, at) => {
		const was = scoreOf(sums).label === label
		const is = pairs[at]?.[1] === label
		if (is && !was) fixed += 1
		if (was && !is) broken += 1
	})
	return { fixed, broken }
}

/** How well pairs of labels agree; labels that people never gave have no F1. */
export function agreementOf(pairs: readonly Pair[]): LabelAgreement {
	const scores = sentimentLabels.flatMap((label) => {
		const truth = pairs.filter(([one]) => one === label).length
		const said = pairs.filter(([, other]) => other === label).length
		const hit = pairs.filter(([one, other]) => one === label && other === label).length
		return truth === 0 ? [] : [(2 * hit) / (truth + said)]
	})
	const right = pairs.filter(([truth, said]) => truth === said).length
	return {
		accuracy: right / Math.max(1, pairs.length),
		macroF1: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
	}
}
