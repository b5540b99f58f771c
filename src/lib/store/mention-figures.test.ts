import { afterAll, beforeEach, expect, test } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { mention } from '#lib/domain/model/mention.ts'
import type { Topic } from '#lib/domain/words/topics.ts'
import { AtlasLog } from './atlas-log.ts'
import { MentionFigures } from './mention-figures.ts'
import { Mentions } from './mentions.ts'
import type { MentionFilter, WordedMention } from './store.ts'
import { testDatabase } from './test-database.ts'

const database = await testDatabase()
const mentions = new Mentions(database)
const figures = new MentionFigures(database)
afterAll(() => database.close())
beforeEach(async () => {
	await database.pg.exec(
		'truncate atlas, doc_snapshot, doc_update, source, mention, mention_repeat, mention_batch, word_count'
	)
	await new AtlasLog(database).create(smallAtlas())
})

let made = 0
function aMention({ words = [], says = [], denies = [], ...fields }: Partial<WordedMention> = {}): WordedMention {
	made += 1
	const plain = { id: `M${made}`, source: 'S', at: '2026-03-02T10:00:00Z', text: `text ${made}` }
	return { ...mention.parse({ ...plain, ...fields }), words, says, denies }
}

async function ids(filter: MentionFilter): Promise<string[]> {
	const { rows } = await mentions.page('W', { ...filter, offset: 0, limit: 100, order: 'oldest' })
	return rows.map(({ id }) => id)
}

test('groups hold counts by label and a mean, the largest first', async () => {
	await mentions.add('W', 'b', [
		aMention({ lang: 'en', label: 'positive', sentiment: 0.5, author: '#a' }),
		aMention({ lang: 'en', label: 'negative', sentiment: -1, author: '#a' }),
		aMention({ lang: 'nl', label: 'neutral', sentiment: 0 }),
		aMention({})
	])
	expect(await figures.groups('W', {}, 'lang', 10)).toEqual([
		{ key: 'en', total: 2, positive: 1, neutral: 0, negative: 1, unscored: 0, sentiment: -0.25 },
		{ key: '', total: 1, positive: 0, neutral: 0, negative: 0, unscored: 1, sentiment: null },
		{ key: 'nl', total: 1, positive: 0, neutral: 1, negative: 0, unscored: 0, sentiment: 0 }
	])
	expect((await figures.groups('W', {}, 'author', 10)).map(({ key, total }) => [key, total])).toEqual([['#a', 2]])
	expect(await figures.groups('W', { label: 'positive' }, 'lang', 10)).toHaveLength(1)
	expect(await figures.groups('W', {}, 'lang', 1)).toHaveLength(1)
})

test('times are grouped by the day, week and month in which they are, in UTC', async () => {
	await mentions.add('W', 'b', [
		aMention({ at: '2026-03-01T23:30:00-01:00' }),
		aMention({ at: '2026-03-02T23:59:59Z' }),
		aMention({ at: '2026-03-08T10:00:00Z' })
	])
	const keys = async (by: 'day' | 'week' | 'month') =>
		(await figures.groups('W', {}, by, 10)).map(({ key, total }) => [key, total])
	expect(await keys('day')).toEqual([
		['2026-03-02T00:00:00.000Z', 2],
		['2026-03-08T00:00:00.000Z', 1]
	])
	expect(await keys('week')).toEqual([['2026-03-02T00:00:00.000Z', 3]])
	expect(await keys('month')).toEqual([['2026-03-01T00:00:00.000Z', 3]])
})

test('a mention counts for every value that it says or denies, and can be found by them', async () => {
	const [both, one, silent] = [aMention({ says: ['V', 'X'], denies: ['Y'] }), aMention({ says: ['V'] }), aMention()]
	await mentions.add('W', 'b', [both, one, silent])
	expect((await figures.groups('W', {}, 'says', 10)).map(({ key, total }) => [key, total])).toEqual([
		['V', 2],
		['X', 1]
	])
	expect(await ids({ denies: 'Y' })).toEqual([both.id])
	expect(await ids({ value: 'Y' })).toEqual([both.id])
	expect(await ids({ says: 'V' })).toEqual([both.id, one.id])
	await mentions.rewrite('W', [{ ...one, says: [], denies: ['V'] }])
	expect(await ids({ denies: 'V' })).toEqual([one.id])
})

test('a mention is about a topic where its words fit, unless a person assigned it to another one', async () => {
	const topics: Topic[] = [
		{ id: 'N1', entries: [{ words: ['claim', 'status', 'storm'], needed: 2 }] },
		{
			id: 'N2',
			entries: [
				{ words: ['price'], needed: 1 },
				{ words: ['cost'], needed: 1 }
			]
		},
		{ id: 'N3', entries: [] }
	]
	const [fits, half, price, assigned] = [
		aMention({ words: ['claim', 'status', 'storm', 'price'], label: 'negative', sentiment: -1 }),
		aMention({ words: ['claim'] }),
		aMention({ words: ['price', 'cost'], label: 'positive', sentiment: 1 }),
		aMention({ words: ['claim', 'storm'] })
	]
	await mentions.add('W', 'b', [fits, half, price, assigned])
	await mentions.assign('W', assigned.id, { need: 'N3', channel: 'elsewhere' })
	const counted = await figures.topics('W', {}, { kind: 'need', topics })
	expect(counted.map(({ key, total, sentiment }) => [key, total, sentiment])).toEqual([
		['N2', 2, 0],
		['N1', 1, -1],
		['N3', 1, null]
	])
	for (const [at, expected] of [[fits.id], [fits.id, price.id], [assigned.id]].entries()) {
		const topic = topics[at]
		expect(topic && (await ids({ about: { kind: 'need', topic } }))).toEqual(expected)
	}
	expect(await ids({ channel: ['elsewhere'] })).toEqual([assigned.id])
	await mentions.assign('W', assigned.id, { need: null })
	expect(
		await ids({ about: { kind: 'need', topic: { id: 'N1', entries: [{ words: ['claim', 'storm'], needed: 2 }] } } })
	).toEqual([fits.id, assigned.id])
})

test('what a person assigned stays when the same mention is read again', async () => {
	const one = aMention({ externalId: 'x' })
	await mentions.add('W', 'b', [one])
	await mentions.assign('W', one.id, { persona: 'P' })
	await mentions.add('W', 'again', [{ ...one, id: 'other' }])
	const { rows } = await mentions.page('W', { offset: 0, limit: 10, order: 'oldest' })
	expect(rows).toMatchObject([{ id: one.id, persona: 'P' }])
})

test('by which lists the mentions were read is remembered', async () => {
	expect(await mentions.wordedBy('W')).toBeNull()
	await mentions.setWordedBy('W', 'hash')
	expect(await mentions.wordedBy('W')).toBe('hash')
})

test('the pulse tells the hours up to the newest mention and those before; the future does not move them', async () => {
	expect(await figures.pulse('W', 24)).toEqual({ newest: null, from: null, to: null, total: 0, before: 0 })
	const times = ['02T10:00:00', '03T09:59:59', '03T10:00:00', '04T10:00:00', '04T09:00:00']
	await mentions.add(
		'W',
		'b',
		[...times.map((time) => `2026-03-${time}Z`), '2999-01-01T00:00:00Z'].map((at) => aMention({ at }))
	)
	expect(await figures.pulse('W', 24)).toEqual({
		newest: '2026-03-04T10:00:00.000Z',
		from: '2026-03-03T10:00:00.000Z',
		to: '2026-03-04T10:00:00.001Z',
		total: 3,
		before: 2
	})
	expect(await figures.pulse('W', null)).toMatchObject({ from: null, total: 5, before: null })
})

test('the origin of a word is who said it and when first; unnamed authors are one', async () => {
	await mentions.add('W', 'b', [
		aMention({ words: ['claim'], author: '#a', at: '2026-03-03T10:00:00Z' }),
		aMention({ words: ['claim', 'fast'], author: '#a', at: '2026-03-02T10:00:00Z' }),
		aMention({ words: ['claim'], author: '#b' }),
		aMention({ words: ['claim', 'slow'], at: '2026-03-05T10:00:00Z' }),
		aMention({ words: ['claim'], at: '2026-03-05T10:00:00Z' })
	])
	expect(await figures.wordOrigins('W', ['claim', 'slow', 'unsaid'])).toEqual([
		{ word: 'claim', authors: 3, first: '2026-03-02T10:00:00.000Z' },
		{ word: 'slow', authors: 1, first: '2026-03-05T10:00:00.000Z' }
	])
})
