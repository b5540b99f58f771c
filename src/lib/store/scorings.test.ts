import { afterAll, beforeEach, expect, test } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import type { Scoring } from '#lib/domain/words/adjustment.ts'
import { mention } from '#lib/domain/model/mention.ts'
import { AtlasLog } from './atlas-log.ts'
import { Mentions } from './mentions.ts'
import type { WordedMention } from './store.ts'
import { testDatabase } from './test-database.ts'

const database = await testDatabase()
const mentions = new Mentions(database)
afterAll(() => database.close())
beforeEach(async () => {
	await database.pg.exec(
		'truncate atlas, doc_snapshot, doc_update, source, mention, mention_repeat, mention_batch, word_count'
	)
	await new AtlasLog(database).create(smallAtlas())
})

function scoredBy(id: string, scored: string | null, fields: Partial<WordedMention> = {}): WordedMention {
	const plain = mention.parse({
		id,
		source: 'S',
		at: '2026-03-01T10:00:00Z',
		text: `text ${id}`,
		sentiment: 0.5,
		label: 'positive'
	})
	return { ...plain, words: ['text'], scored, ...fields }
}

async function staleIds(scoring: Scoring) {
	return (await mentions.read('W', 0, 100, scoring)).rows.map(({ id }) => id)
}

test('a newer model has to score what an older one scored, and what nobody knows of; not what a person said', async () => {
	await mentions.add('W', 'one', [
		scoredBy('old', '2'),
		scoredBy('unknown', null),
		scoredBy('new', '3'),
		scoredBy('person', null, { corrected: true }),
		scoredBy('other', '3:adjusted')
	])
	expect(await staleIds({ '': '3' })).toEqual(['old', 'unknown', 'other'])
	expect(await mentions.stale('W', { '': '3' })).toBe(3)
})

test('an older program leaves alone what a newer model scored', async () => {
	await mentions.add('W', 'one', [scoredBy('new', '10'), scoredBy('adjusted', '10:adjusted')])
	expect(await staleIds({ '': '9' })).toEqual([])
	expect(await staleIds({ '': '9:adjusted' })).toEqual([])
	expect(await mentions.stale('W', { '': '9' })).toBe(0)
})

test('a correction outlives scoring anew, and re-import; taken back it is scored anew', async () => {
	const one = scoredBy('one', '2')
	await mentions.add('W', 'first', [one])
	await mentions.correct('W', 'one', 'negative')
	await mentions.rewrite('W', [{ ...one, sentiment: 0.9, scored: '3' }])
	await mentions.add('W', 'again', [{ ...one, id: 'again', scored: '3' }])
	const { rows } = await mentions.page('W', { offset: 0, limit: 10, order: 'oldest' })
	expect(rows).toMatchObject([{ id: 'one', label: 'negative', corrected: true, scored: null }])
	await mentions.settle('W', { '': '3' })
	expect(await mentions.stale('W', { '': '3' })).toBe(0)
	await mentions.correct('W', 'one', null)
	expect(await staleIds({ '': '3' })).toEqual(['one'])
	expect(await mentions.stale('W', { '': '3' })).toBe(1)
})

test('an atlas counts as scored only while all of it is', async () => {
	await mentions.add('W', 'one', [scoredBy('a', '3'), scoredBy('b', '2')])
	await mentions.settle('W', { '': '3' })
	expect(await mentions.stale('W', { '': '3' })).toBe(1)
	await mentions.rewrite('W', [scoredBy('b', '3')])
	await mentions.settle('W', { '': '3' })
	const settled = await database.rows<{ scored: string | null }>('select scored from atlas where id = $1', ['W'])
	expect(settled).toEqual([{ scored: '{"":"3"}' }])
	await mentions.add('W', 'same', [scoredBy('c', '3')])
	expect(await database.rows('select scored from atlas where id = $1', ['W'])).toEqual([{ scored: '{"":"3"}' }])
	await mentions.add('W', 'late', [scoredBy('d', '2')])
	expect(await mentions.stale('W', { '': '3' })).toBe(1)
})

test("an adjustment of one language concerns that language's mentions only", async () => {
	await mentions.add('W', 'one', [
		scoredBy('en', '3', { lang: 'en-GB' }),
		scoredBy('zh', '3', { lang: 'zh-CN' }),
		scoredBy('done', '3:own', { lang: 'zh' }),
		scoredBy('unknown', '3')
	])
	expect(await staleIds({ '': '3', zh: '3:own' })).toEqual(['zh'])
	await mentions.rewrite('W', [{ ...scoredBy('zh', '3:own', { lang: 'zh-CN' }), words: undefined }])
	await mentions.settle('W', { '': '3', zh: '3:own' })
	await mentions.add('W', 'more', [scoredBy('late', '3:own', { lang: 'zh' })])
	expect(await mentions.stale('W', { '': '3', zh: '3:own' })).toBe(0)
	const { rows } = await mentions.page('W', { offset: 0, limit: 10, order: 'oldest' })
	expect(rows.every(({ words }) => words.join() === 'text')).toBe(true)
	expect(await staleIds({ '': '3' })).toEqual(['zh', 'done', 'late'])
})
