import { expect, test } from 'vitest'
import type { Mention } from '#lib/domain/model/mention.ts'
import { WordPipeline } from './word-pipeline.ts'

const lists = { names: [], together: [], merge: [], hide: [] }

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

test('a mention comes out masked, with language, score and words', () => {
	const [mention] = new WordPipeline({ lists, knownWords: [], masks: true }).word([
		aMention({ text: 'Claims handled very fast, call 06-12345678', author: 'Jan de Vries' })
	])
	expect(mention).toMatchObject({ text: 'Claims handled very fast, call ☎•••', lang: 'en', label: 'positive' })
	expect(mention?.words).toEqual(['claims', 'handled', 'fast', 'call'])
	expect(mention?.author).toMatch(/^#[0-9a-f]{8}$/)
})

test('the same author has the same number, another one another', () => {
	const pipeline = new WordPipeline({ lists, knownWords: [], masks: true })
	const authors = pipeline
		.word(['Jan', 'jan', 'Piet'].map((author) => aMention({ author })))
		.map(({ author }) => author)
	expect(authors[0]).toBe(authors[1])
	expect(authors[0]).not.toBe(authors[2])
})

test('masking can be switched off', () => {
	const [mention] = new WordPipeline({ lists, knownWords: [], masks: false }).word([
		aMention({ text: 'call 06-12345678', author: 'Jan' })
	])
	expect(mention).toMatchObject({ text: 'call 06-12345678', author: 'Jan' })
})

test('a label that a person set stays', () => {
	const [mention] = new WordPipeline({ lists, knownWords: [], masks: true }).word([
		aMention({ text: 'Great', label: 'negative', sentiment: -1, corrected: true })
	])
	expect(mention).toMatchObject({ label: 'negative', sentiment: -1, corrected: true })
})

test('words take the form that the atlas shows already', () => {
	const [mention] = new WordPipeline({ lists, knownWords: ['claims'], masks: true }).word([
		aMention({ text: 'one claim' })
	])
	expect(mention?.words).toContain('claims')
})
