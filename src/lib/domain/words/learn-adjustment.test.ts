import { expect, test } from 'vitest'
import type { SentimentLabel } from '../model/mention.ts'
import { seededRandom } from '../seeded-random.ts'
import { adjusted, weighableWords } from './adjustment.ts'
import type { JudgedText } from './fit-adjustment.ts'
import { learnAdjustment } from './learn-adjustment.ts'
import { scoreOf } from './score.ts'

/** Judged texts: `truth` says what people say of a text by its polarity and whether it holds "sick". */
function judged(
	count: number,
	truth: (polarity: number, isSick: boolean, random: number) => SentimentLabel
): JudgedText[] {
	const random = seededRandom(7)
	return Array.from({ length: count }, () => {
		const polarity = 4 * random() - 2
		const isSick = random() < 0.3
		const words = new Set(['the', 'game', isSick ? 'sick' : 'nice'])
		return { sums: { polarity, neutral: -1 }, words, label: truth(polarity, isSick, random()) }
	})
}

const byModel = (polarity: number): SentimentLabel => scoreOf({ polarity, neutral: -1 }).label

test('below the least number nothing is learned', () => {
	expect(learnAdjustment(judged(59, byModel))).toEqual({ is: 'few', judged: 59, right: 59 })
})

test('from mistakes alone nothing is learned', () => {
	const turned = judged(100, (polarity) => (polarity > 0 ? 'negative' : 'positive'))
	expect(learnAdjustment(turned)).toMatchObject({ is: 'onlyMistakes', judged: 100, right: 0 })
})

test('where the model is right, and where people say anything, no help is claimed', () => {
	expect(learnAdjustment(judged(200, byModel))).toMatchObject({ is: 'measured', right: 200, helps: false })
	const labels = ['negative', 'neutral', 'positive'] as const
	const tossed = judged(300, (polarity, _isSick, random) =>
		random < 0.4 ? byModel(polarity) : (labels[Math.floor(5 * (random - 0.4))] ?? 'neutral')
	)
	expect(learnAdjustment(tossed)).toMatchObject({ helps: false })
})

test('a model that leans one way is set straight, and that is measured on what was kept back', () => {
	const learned = learnAdjustment(judged(200, (polarity) => byModel(polarity + 0.8)))
	if (learned.is !== 'measured') throw new Error(learned.is)
	expect(learned.helps).toBe(true)
	expect(learned.adjustment.shift).toBeGreaterThan(0.2)
	expect(learned.after.accuracy).toBeGreaterThan(learned.before.accuracy + 0.1)
	expect(learned.fixed).toBeGreaterThan(3 * learned.broken)
	expect(learnAdjustment(judged(200, (polarity) => byModel(polarity + 0.8)))).toEqual(learned)
})

test('a word that people mean otherwise than the model is learned', () => {
	const learned = learnAdjustment(judged(300, (polarity, isSick) => byModel(polarity + (isSick ? 3 : 0))))
	if (learned.is !== 'measured') throw new Error(learned.is)
	expect(learned.helps).toBe(true)
	const weights = new Map(learned.adjustment.words)
	expect(weights.get('sick')).toBeGreaterThan(0.5)
	const sick = adjusted({ polarity: -0.6, neutral: -1 }, new Set(['sick']), { id: 'en', ...learned.adjustment })
	expect(sick.polarity).toBeGreaterThan(0)
})

test('words that can be weighed are words of letters and pairs of Chinese characters, without stop words', () => {
	expect([...weighableWords("that wasn't sick, 24 sick apps", 'en')]).toEqual(['sick', 'apps'])
	expect([...weighableWords('快递很慢，客服好', 'zh')]).toEqual(['快递', '递很', '很慢', '客服', '服好'])
})
