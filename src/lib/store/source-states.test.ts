import { afterAll, beforeEach, expect, test } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { mention } from '#lib/domain/model/mention.ts'
import { AtlasLog } from './atlas-log.ts'
import { MentionFigures } from './mention-figures.ts'
import { Mentions } from './mentions.ts'
import { SourceStates } from './source-states.ts'
import { sqlDump } from './sql-dump.ts'
import type { SourceBatch, WordedMention } from './store.ts'
import { testDatabase } from './test-database.ts'

const database = await testDatabase()
const mentions = new Mentions(database)
const sources = new SourceStates(database, mentions)
const log = new AtlasLog(database)
afterAll(() => database.close())
beforeEach(async () => {
	await database.pg.exec(
		'truncate atlas, doc_snapshot, doc_update, source, mention, mention_repeat, mention_batch, word_count, source_state'
	)
	await log.create(smallAtlas())
})

let made = 0
function aPost(externalId: string | null, text: string, fields: Partial<WordedMention> = {}): WordedMention {
	made += 1
	const { words = text.split(' '), ...rest } = fields
	const parsed = mention.parse({ id: `M${made}`, source: 'S', externalId, at: '2026-03-01T10:00:00Z', text, ...rest })
	return { ...parsed, words }
}

let batches = 0
async function takeIn(batch: Partial<SourceBatch>, id = `batch ${(batches += 1)}`) {
	const whole = { puts: [], deletes: [], deleteAuthors: [], cursor: null, read: 0, dropped: {}, most: 1000, ...batch }
	return (await sources.takeIn('W', 'S', id, whole)).counts
}

async function texts(): Promise<string[]> {
	const { rows } = await mentions.page('W', { offset: 0, limit: 100, order: 'oldest' })
	return rows.map(({ text, repeats }) => (repeats === 0 ? text : `${text} ×${repeats + 1}`)).toSorted()
}

async function wordCounts(): Promise<Record<string, number>> {
	const found = await new MentionFigures(database).words('W', {}, 100)
	return Object.fromEntries(found.map(({ word, mentions: count }) => [word, count]))
}

test('what a source tells is kept with the place to go on from, and counted', async () => {
	const counts = await takeIn({
		puts: [aPost('1', 'slow'), aPost('2', 'quick'), aPost('3', 'slow')],
		...{ cursor: 'c7', read: 8, dropped: { words: 4, adult: 1 } }
	})
	expect(counts).toEqual({
		read: 8,
		kept: 2,
		repeats: 1,
		known: 0,
		changed: 0,
		dropped: { words: 4, adult: 1 },
		deleted: 0,
		letGo: 0
	})
	await takeIn({ puts: [aPost('2', 'quick')], read: 3, dropped: { words: 2 } })
	const start = await sources.start('W', 'S')
	expect(start.cursor).toBe('c7')
	expect(start.counts).toMatchObject({ read: 11, kept: 2, repeats: 1, known: 1, dropped: { words: 6, adult: 1 } })
	expect(await texts()).toEqual(['quick', 'slow ×2'])
})

test('a batch that is handed in again, because its answer was lost, changes nothing', async () => {
	const batch = { puts: [aPost('1', 'slow')], read: 1, cursor: 'c1' }
	const first = await takeIn(batch, 'same')
	expect(await takeIn(batch, 'same')).toEqual(first)
})

test('a deletion takes the mention and its words away, and a repeat is only subtracted', async () => {
	await takeIn({ puts: [aPost('1', 'slow claim'), aPost('2', 'slow claim'), aPost('3', 'claim')] })
	expect(await wordCounts()).toEqual({ claim: 2, slow: 1 })
	expect((await takeIn({ deletes: ['2', 'never seen'] })).deleted).toBe(1)
	expect(await texts()).toEqual(['claim', 'slow claim'])
	await takeIn({ deletes: ['1'] })
	expect(await texts()).toEqual(['claim'])
	expect(await wordCounts()).toEqual({ claim: 1 })
})

test('a mention whose repeats still stand goes on under the id of one of them', async () => {
	await takeIn({ puts: [aPost('1', 'slow'), aPost('2', 'slow'), aPost('3', 'slow')] })
	expect((await takeIn({ deletes: ['1'] })).deleted).toBe(1)
	expect(await texts()).toEqual(['slow ×2'])
	await takeIn({ deletes: ['2'] })
	expect(await texts()).toEqual(['slow'])
	expect(await wordCounts()).toEqual({ slow: 1 })
	await takeIn({ deletes: ['3'] })
	expect(await texts()).toEqual([])
	expect(await wordCounts()).toEqual({})
})

test('nothing of an author who is gone stays, and nothing of anybody else goes', async () => {
	await takeIn({
		puts: [aPost('1', 'a', { author: '#1' }), aPost('2', 'b', { author: '#1' }), aPost('3', 'a', { author: '#2' })]
	})
	expect((await takeIn({ deleteAuthors: ['#1'] })).deleted).toBe(2)
	expect(await texts()).toEqual(['a'])
	expect(await wordCounts()).toEqual({ a: 1 })
})

test('deletions come before what is put with them', async () => {
	await takeIn({ puts: [aPost('1', 'old', { author: '#1' })] })
	await takeIn({ puts: [aPost('1', 'new', { author: '#1' })], deletes: ['1'], deleteAuthors: ['#1'] })
	expect(await texts()).toEqual(['new'])
})

test('another wording replaces the one that is there, and the label that a person gave stays', async () => {
	await takeIn({ puts: [aPost('1', 'slow', { label: 'negative', sentiment: -0.5 }), aPost('2', 'quick')], read: 2 })
	const { rows } = await mentions.page('W', { offset: 0, limit: 1, order: 'oldest', text: 'slow' })
	await mentions.correct('W', rows[0]?.id ?? '', 'positive')
	const counts = await takeIn({ puts: [aPost('1', 'slow indeed', { label: 'negative', sentiment: -0.5 })], read: 1 })
	expect(counts).toMatchObject({ read: 3, kept: 2, changed: 1, known: 0, repeats: 0 })
	const after = await mentions.page('W', { offset: 0, limit: 9, order: 'oldest', text: 'slow' })
	expect(after.rows.map(({ text, label, corrected }) => ({ text, label, corrected }))).toEqual([
		{ text: 'slow indeed', label: 'positive', corrected: true }
	])
	expect(await wordCounts()).toEqual({ indeed: 1, quick: 1, slow: 1 })
})

test('of a source that keeps so many the oldest go, but not what a person labelled', async () => {
	await takeIn({ puts: [aPost('first', 'first', { at: '2020-01-01T00:00:00Z' })], most: 100 })
	const { rows } = await mentions.page('W', { offset: 0, limit: 1, order: 'oldest' })
	await mentions.correct('W', rows[0]?.id ?? '', 'positive')
	const many = Array.from({ length: 120 }, (_, at) =>
		aPost(`p${at}`, `post ${at}`, { at: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString() })
	)
	const counts = await takeIn({ puts: many, most: 100 })
	expect(counts).toMatchObject({ kept: 121, letGo: 21 })
	const { total } = await mentions.page('W', { offset: 0, limit: 1, order: 'oldest' })
	expect(total).toBe(100)
	expect((await texts()).includes('first')).toBe(true)
	expect((await texts()).includes('post 0')).toBe(false)
	expect((await wordCounts())['post']).toBe(99)
})

test('a source runs here only once it is switched on, and its secret is in no dump', async () => {
	expect(await sources.start('W', 'S')).toMatchObject({ isOn: false, cursor: null, secret: null })
	await sources.set('W', 'S', { isOn: true, secret: 'hush-hush' })
	await sources.set('W', 'S', { isOn: true })
	expect(await sources.start('W', 'S')).toMatchObject({ isOn: true, secret: 'hush-hush' })
	expect(await sources.standings('W')).toMatchObject([{ source: 'S', isOn: true, hasSecret: true }])
	expect(await sqlDump(database)).not.toContain('hush-hush')
	await sources.set('W', 'S', { isOn: false, secret: null })
	expect(await sources.standings('W')).toMatchObject([{ isOn: false, hasSecret: false }])
})

test('forgetting a source takes its mentions along where asked to', async () => {
	await takeIn({ puts: [aPost('1', 'slow')], cursor: 'c' })
	expect(await sources.forget('W', 'S', { mentions: false })).toBe(0)
	expect(await texts()).toEqual(['slow'])
	expect((await sources.start('W', 'S')).cursor).toBeNull()
	expect(await sources.forget('W', 'S', { mentions: true })).toBe(1)
	expect(await texts()).toEqual([])
	expect(await wordCounts()).toEqual({})
})

test('how sources stand goes with their atlas', async () => {
	await sources.set('W', 'S', { isOn: true, secret: 'x' })
	await log.remove('W')
	expect(await database.rows('select * from source_state')).toEqual([])
})
