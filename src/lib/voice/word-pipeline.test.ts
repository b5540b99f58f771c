import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Mention } from '#lib/domain/model/mention.ts'
import { scoringOf, type Adjustment } from '#lib/domain/words/adjustment.ts'
import { modelVersion } from '#lib/domain/words/sentiment-model.ts'
import { ModelShelf } from './model-shelf.ts'
import { WordPipeline } from './word-pipeline.ts'
import type { PipelineOptions } from './word-pipeline.ts'

const lists = { names: [], together: [], merge: [], hide: [] }

/** How a mention is scored where the atlas has no adjustment. */
const plain = `${modelVersion}`

const shelf = new ModelShelf((path) => readFile(`static/${path}`))
const pipelineOf = (options: Partial<PipelineOptions> = {}) =>
	new WordPipeline({ lists, knownWords: [], masks: true, ...options }, shelf)

function aMention(fields: Partial<Mention>): Mention {
	return {
		id: 'm1',
		source: 's1',
		externalId: null,
		at: '2026-03-02T09:00:00Z',
		text: 'Nice',
		lang: null,
		author: null,
		channel: null,
		url: null,
		sentiment: null,
		label: null,
		corrected: false,
		...fields
	}
}

test('a mention comes out masked, with language, score and words', async () => {
	const [mention] = await pipelineOf().word([
		aMention({ text: 'Great, claims handled very fast, call 06-12345678', author: 'Jan de Vries' })
	])
	expect(mention).toMatchObject({ text: 'Great, claims handled very fast, call ☎•••', lang: 'en', label: 'positive' })
	expect(mention?.words).toEqual(['great', 'claims', 'handled', 'fast', 'call'])
	expect(mention?.author).toMatch(/^#[0-9a-f]{8}$/)
})

test('the same author has the same number, another one another', async () => {
	const pipeline = pipelineOf()
	const worded = await pipeline.word(['Jan', 'jan', 'Piet'].map((author) => aMention({ author })))
	const authors = worded.map(({ author }) => author)
	expect(authors[0]).toBe(authors[1])
	expect(authors[0]).not.toBe(authors[2])
})

test('masking can be switched off', async () => {
	const [mention] = await pipelineOf({ masks: false }).word([aMention({ text: 'call 06-12345678', author: 'Jan' })])
	expect(mention).toMatchObject({ text: 'call 06-12345678', author: 'Jan' })
})

test('a label that a person set stays', async () => {
	const [mention] = await pipelineOf().word([
		aMention({ text: 'Great', label: 'negative', sentiment: -1, corrected: true })
	])
	expect(mention).toMatchObject({ label: 'negative', sentiment: -1, corrected: true })
})

test('words take the form that the atlas shows already', async () => {
	const [mention] = await pipelineOf({ knownWords: ['claims'] }).word([aMention({ text: 'one claim' })])
	expect(mention?.words).toContain('claims')
})

test('a language whose model cannot be loaded stays unscored, and is tried again with the next mentions', async () => {
	let broken = true
	const pipeline = new WordPipeline(
		{ lists, knownWords: [], masks: true },
		new ModelShelf((path) => (broken ? Promise.reject(new Error('no network')) : readFile(`static/${path}`)))
	)
	const [unscored] = await pipeline.word([aMention({ text: 'Very good service, thank you' })])
	expect(unscored).toMatchObject({ lang: 'en', label: null, sentiment: null })
	broken = false
	const [scored] = await pipeline.word([aMention({ text: 'Very good service, thank you' })])
	expect(scored).toMatchObject({ lang: 'en', label: 'positive' })
})

test('Cantonese and languages without a model are kept unscored, under their language', async () => {
	const worded = await pipelineOf().word([
		aMention({ text: '呢間嘢好好食' }),
		aMention({ text: 'Der Service ist sehr gut und die App auch' }),
		aMention({ text: 'Очень хороший сервис' })
	])
	expect(worded.map(({ lang, label, sentiment }) => [lang, label, sentiment])).toEqual([
		['yue', null, null],
		['de', null, null],
		[null, null, null]
	])
})

test('what another model scored is scored anew, what a file or a person labelled is not', async () => {
	const text = 'Great service, very friendly'
	const wrong = { text, lang: 'en', label: 'negative', sentiment: -1 } as const
	const worded = await pipelineOf().word([
		{ ...aMention(wrong), scored: '1' },
		{ ...aMention(wrong), scored: null },
		{ ...aMention(wrong), scored: plain },
		aMention(wrong),
		{ ...aMention({ ...wrong, corrected: true }), scored: null }
	])
	expect(worded.map(({ label }) => label)).toEqual(['positive', 'positive', 'negative', 'negative', 'negative'])
	expect(worded.map(({ scored }) => scored)).toEqual([plain, plain, plain, plain, null])
})

test('a mention whose model cannot be loaded keeps its label and is scored another time', async () => {
	const offline = new WordPipeline(
		{ lists, knownWords: [], masks: false },
		new ModelShelf(() => Promise.reject(new Error('offline')))
	)
	const [old, fresh, foreign] = await offline.word([
		{ ...aMention({ text: 'Great', lang: 'en', label: 'positive', sentiment: 0.5 }), scored: '1' },
		aMention({ text: 'Great', lang: 'en' }),
		aMention({ text: 'Sehr gut', lang: 'de' })
	])
	expect(old).toMatchObject({ label: 'positive', sentiment: 0.5, scored: '1' })
	expect(fresh).toMatchObject({ label: null, scored: null })
	expect(foreign).toMatchObject({ label: null, scored: plain })
})

test("an atlas's own adjustment is added to the model, and named in the scoring", async () => {
	const adjustment = { id: 'en', scale: 1, shift: 0, neutral: 0, words: [['sick', 8]] } satisfies Adjustment
	const adjusted = pipelineOf({ lists: { ...lists, adjustments: [adjustment] } })
	const text = 'That was sick, really sick'
	const [shipped] = await pipelineOf().word([aMention({ text, lang: 'en' })])
	const [own] = await adjusted.word([aMention({ text, lang: 'en' })])
	expect(shipped?.label).toBe('negative')
	expect(own).toMatchObject({ label: 'positive', scored: scoringOf([adjustment])['en'] })
	expect(own?.scored).toMatch(/^\d+:.+/)
})
