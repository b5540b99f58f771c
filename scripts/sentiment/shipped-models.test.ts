import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { detectLanguage } from '../../src/lib/domain/words/language.ts'
import { scoreMention } from '../../src/lib/domain/words/score.ts'
import { modelFile, modelLanguages, modelVersion, readModel } from '../../src/lib/domain/words/sentiment-model.ts'
import { evaluation } from './evaluate.ts'
import { readModels } from './read-models.ts'

const models = readModels()
const root = fileURLToPath(new URL('../..', import.meta.url))
const labelOf = { positive: 'pos', negative: 'neg', neutral: 'neu' } as const

test.each(modelLanguages)('the model of %s has this version, its sources, and words', (lang) => {
	const model = models.get(lang)
	expect(model).toMatchObject({ version: modelVersion, lang })
	expect(model?.lexicon.size).toBeGreaterThan(5000)
	const attribution = readFileSync(join(root, 'static/sentiment/ATTRIBUTION.md'), 'utf8')
	for (const source of model?.attribution ?? []) {
		const name = source.split(/[\s:,(]/)[0] ?? ''
		expect(attribution.toLowerCase(), source).toContain(name.toLowerCase())
	}
})

test('a file that is no model, is cut short or has another version is refused', () => {
	const bytes = new Uint8Array(readFileSync(join(root, 'static', modelFile('nl'))))
	expect(() => readModel(bytes.subarray(0, bytes.length - 1))).toThrow(/cut short/)
	expect(() => readModel(new TextEncoder().encode('<!doctype html>'))).toThrow(/no sentiment model/)
	const other = new TextDecoder('latin1').decode(bytes).replace(`"version":${modelVersion}`, '"version":1')
	expect(() => readModel(Uint8Array.from(other, (sign) => sign.charCodeAt(0)))).toThrow(/version 1/)
})

const sample = readFileSync(new URL('own-sample.tsv', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => line.split('\t'))

// Sentences of our own: praise, complaints and plain questions, with negations, emoji, traditional characters and buts.
test.each(sample)('%s %s %s', (label = '', lang = '', text = '') => {
	expect(detectLanguage(text, modelLanguages)).toBe(lang)
	const score = scoreMention(text, lang, models)
	if (label === 'neu') expect(Math.abs(score?.sentiment ?? 1)).toBeLessThan(0.35)
	else expect(score && labelOf[score.label]).toBe(label)
})

/** What must be reached on the rows to look at: two classes, three classes, each as accuracy and macro-F1 (docs/sentiment.md). */
const floors: Readonly<Record<string, readonly number[]>> = {
	en_airline: [79, 73.5, 62, 57],
	en_absa16: [84, 84, 74, 56],
	en_semeval_17test: [82.5, 82, 56, 57],
	nl_bol: [86, 86],
	nl_absa_rest: [86, 85, 74, 55],
	zh_waimai: [79, 77],
	zh_weibo: [77, 74, 62, 49],
	zh_clue_emotion: [69.5, 69]
}
const dev = join(process.env.ATLAS_SENTIMENT_DATA ?? join(root, '../shared/data/sentiment'), 'dev')

if (!existsSync(dev))
	console.info(`Agreement with people is not tested: there is no ${dev} (ATLAS_SENTIMENT_DATA names another folder)`)

test.skipIf(!existsSync(dev)).each(Object.entries(floors))('%s is scored at least as well as %j', (name, bars) => {
	const { two, three } = evaluation(join(dev, `${name}.tsv`), models)
	const found = [two?.accuracy, two?.f1, three?.accuracy, three?.f1].slice(0, bars.length)
	bars.forEach((bar, at) => expect(found[at]).toBeGreaterThanOrEqual(bar))
})

test.skipIf(!existsSync(dev))('Cantonese is recognised and not scored', () => {
	const { languages, rows } = evaluation(join(dev, 'yue_forum.tsv'), models)
	expect((languages.get('yue') ?? 0) / rows).toBeGreaterThan(0.75)
})
