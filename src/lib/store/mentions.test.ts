import { afterAll, beforeEach, expect, test } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { mention } from '#lib/domain/model/mention.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'
import { AtlasLog } from './atlas-log.ts'
import { MentionFigures } from './mention-figures.ts'
import { Mentions } from './mentions.ts'
import type { MentionFilter, WordCount, WordedMention } from './store.ts'
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
function aMention(fields: Partial<WordedMention> = {}): WordedMention {
	made += 1
	const { words = ['slow'], ...rest } = fields
	const parsed = mention.parse({
		id: `M${made}`,
		source: 'S',
		at: '2026-03-01T10:00:00Z',
		text: `text ${made}`,
		...rest
	})
	return { ...parsed, words }
}

const all = { offset: 0, limit: 100, order: 'oldest' } as const

let batches = 0
function add(list: readonly WordedMention[]) {
	return mentions.add('W', `batch ${(batches += 1)}`, list)
}

test('a mention comes back as it was, its instant in UTC', async () => {
	const given = aMention({
		externalId: 'x1',
		at: '2026-03-01T10:00:00.5+02:00',
		text: `it's "slow"; \\ drop 速度 👍`,
		lang: 'zh-CN',
		author: 'Ann',
		channel: 'D',
		url: 'https://example.org/1',
		sentiment: -0.25,
		label: 'negative',
		words: ['slow', '速度', `o'clock`, 'a,b{}"']
	})
	expect(await add([given])).toEqual({ added: 1, repeats: 0, known: 0 })
	const { rows, total } = await mentions.page('W', all)
	expect(total).toBe(1)
	expect(rows).toEqual([
		{
			...given,
			at: '2026-03-01T08:00:00.500Z',
			says: [],
			denies: [],
			scored: null,
			persona: null,
			need: null,
			repeats: 0
		}
	])
})

test('a feed that is read twice counts once', async () => {
	const one = aMention({ externalId: '1' })
	const read = [one, aMention({ externalId: '2' })]
	await add(read)
	const again = read.map((one) => ({ ...one, id: `${one.id}again` }))
	expect(await add(again)).toEqual({ added: 0, repeats: 0, known: 2 })
	expect(await add([{ ...one, source: 'other', id: 'elsewhere' }])).toEqual({
		added: 1,
		repeats: 0,
		known: 0
	})
})

test('a repeat is folded into the first and counted; case and spaces make no difference, another author does', async () => {
	const first = aMention({ text: 'Claim  denied', author: 'Bob', externalId: '1' })
	const repeat = aMention({ text: 'claim denied ', author: 'Bob', externalId: '2' })
	const repeats = [repeat, aMention({ text: 'CLAIM DENIED', author: 'Bob', externalId: '3' })]
	expect(await add([first, ...repeats])).toEqual({ added: 1, repeats: 2, known: 0 })
	expect(await add([aMention({ text: 'claim denied', author: 'Ann' })])).toEqual({ added: 1, repeats: 0, known: 0 })
	expect(await add([{ ...repeat, id: 'later' }])).toEqual({ added: 0, repeats: 0, known: 1 })
	expect((await mentions.page('W', all)).rows.map((row) => row.repeats)).toEqual([2, 0])
})

test('a deletion that the source announces deletes the mention, or one repeat of it', async () => {
	const text = { text: 'same', author: 'Bob' }
	await add([
		aMention({ ...text, externalId: '1' }),
		aMention({ ...text, externalId: '2' }),
		aMention({ ...text, externalId: '3' })
	])
	expect(await mentions.removeExternal('W', 'S', ['2', 'unheard of'])).toBe(1)
	expect((await mentions.page('W', all)).rows.map((row) => row.repeats)).toEqual([1])
	expect(await mentions.removeExternal('W', 'S', ['1'])).toBe(1)
	expect((await mentions.page('W', all)).rows).toMatchObject([{ externalId: '3', repeats: 0 }])
	expect(await mentions.removeExternal('W', 'S', ['3'])).toBe(1)
	expect((await mentions.page('W', all)).total).toBe(0)
	expect(await figures.words('W', {}, 10)).toEqual([])
})

test('a batch that is handed in again, because its answer was lost, counts once', async () => {
	const batch = [aMention({ text: 'same' }), aMention({ text: 'same' })]
	const first = await mentions.add('W', 'one batch', batch)
	expect(first).toEqual({ added: 1, repeats: 1, known: 0 })
	expect(await mentions.add('W', 'one batch', batch)).toEqual(first)
	expect((await mentions.page('W', all)).rows.map((row) => row.repeats)).toEqual([1])
})

test('mentions of an atlas that is not there are refused', async () => {
	await expect(mentions.add('nobody', 'b', [aMention()])).rejects.toMatchObject({ code: 'unknown-atlas' })
})

test('filters narrow: word, text, label, language, channel of the source, source and time', async () => {
	const list = [
		aMention({ words: ['slow', 'app'], label: 'negative', sentiment: -0.5, lang: 'en', at: '2026-01-01T00:00:00Z' }),
		aMention({
			words: ['app'],
			label: 'positive',
			sentiment: 0.5,
			lang: 'en',
			channel: 'D',
			at: '2026-02-01T00:00:00Z'
		}),
		aMention({ words: ['速度'], lang: 'zh', source: 'T', text: '100% Übel_', at: '2026-03-01T00:00:00Z' })
	]
	await add(list)
	const found = async (filter: MentionFilter) =>
		(await mentions.page('W', { ...all, ...filter })).rows.map(({ id }) => list.findIndex((one) => one.id === id))
	expect(await found({ word: 'app' })).toEqual([0, 1])
	expect(await found({ word: 'ap' })).toEqual([])
	expect(await found({ text: 'übel_' })).toEqual([2])
	expect(await found({ text: '%' })).toEqual([2])
	expect(await found({ label: 'positive' })).toEqual([1])
	expect(await found({ label: 'unscored' })).toEqual([2])
	expect(await found({ lang: 'en', word: 'slow' })).toEqual([0])
	expect(await found({ channel: 'C' })).toEqual([0])
	expect(await found({ channel: 'D' })).toEqual([1])
	expect(await found({ source: 'T' })).toEqual([2])
	expect(await found({ from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' })).toEqual([1])
	expect(await figures.summary('W', {})).toEqual({
		...{ total: 3, repeats: 0, positive: 1, neutral: 0, negative: 1, unscored: 1 },
		...{ first: '2026-01-01T00:00:00.000Z', last: '2026-03-01T00:00:00.000Z' },
		...{ languages: { en: 2, zh: 1 }, sources: { S: 2, T: 1 }, channels: { C: 1, D: 1, '': 1 } }
	})
})

test('pages come in the order asked for', async () => {
	const scores = [0.1, null, -0.9, 0.8]
	await add(scores.map((sentiment, index) => aMention({ sentiment, at: `2026-01-0${index + 1}T00:00:00Z` })))
	const by = async (order: 'newest' | 'oldest' | 'most-positive' | 'most-negative') =>
		(await mentions.page('W', { offset: 1, limit: 2, order })).rows.map(({ sentiment }) => sentiment)
	expect(await by('newest')).toEqual([-0.9, null])
	expect(await by('oldest')).toEqual([null, -0.9])
	expect(await by('most-positive')).toEqual([0.1, -0.9])
	expect(await by('most-negative')).toEqual([0.1, 0.8])
})

test('all mentions can be read page by page', async () => {
	await add(Array.from({ length: 7 }, () => aMention()))
	const seen: string[] = []
	for (let after: number | null = 0; after !== null;) {
		const page = await mentions.read('W', after, 3)
		seen.push(...page.rows.map(({ text }) => text))
		after = page.next
	}
	expect(new Set(seen).size).toBe(7)
})

test('a label that a person set stays when words and scores are written anew', async () => {
	const [one, two] = [
		aMention({ label: 'negative', sentiment: -0.4 }),
		aMention({ label: 'negative', sentiment: -0.4 })
	]
	await add([one, two])
	await mentions.correct('W', one.id, 'positive')
	const rewritten = { words: ['fast'], lang: 'en', sentiment: 0, label: 'neutral' as const }
	await mentions.rewrite('W', [
		{ id: one.id, ...rewritten },
		{ id: two.id, ...rewritten }
	])
	const { rows } = await mentions.page('W', all)
	expect(rows).toMatchObject([
		{ label: 'positive', sentiment: 1, corrected: true, words: ['fast'], lang: 'en' },
		{ label: 'neutral', sentiment: 0, corrected: false, words: ['fast'] }
	])
	await expect(mentions.correct('W', 'nobody', 'positive')).rejects.toMatchObject({ code: 'failed' })
})

test('an edited mention is found by its new words; it cannot become the same as another', async () => {
	const [one, two] = [aMention({ text: 'first', author: 'Bob' }), aMention({ text: 'second', author: 'Bob' })]
	await add([one, two])
	await mentions.edit('W', one.id, { text: 'Changed', words: ['changed'] })
	expect((await mentions.page('W', { ...all, word: 'changed' })).rows).toMatchObject([{ id: one.id, text: 'Changed' }])
	await expect(mentions.edit('W', one.id, { text: ' SECOND' })).rejects.toMatchObject({ code: 'exists' })
})

test('deleting counts what was there', async () => {
	const one = aMention()
	await add([one, aMention()])
	expect(await mentions.remove('W', [one.id, 'nobody'])).toBe(1)
	expect(await new AtlasLog(database).list()).toMatchObject([{ mentions: 1 }])
})

/** The words counted literally. */
function countedByHand(list: readonly WordedMention[]): WordCount[] {
	const words = new Map<string, WordedMention[]>()
	for (const one of list) for (const word of one.words) words.set(word, [...(words.get(word) ?? []), one])
	return [...words]
		.map(([word, holding]) => {
			const scores = holding.flatMap(({ sentiment }) => (sentiment === null ? [] : [sentiment]))
			const sum = scores.reduce((total, score) => total + Math.round(score * 1e6), 0)
			const labelled = (label: string) => holding.filter((one) => one.label === label).length
			return {
				word,
				mentions: holding.length,
				sentiment: scores.length === 0 ? null : sum / (1e6 * scores.length),
				positive: labelled('positive'),
				neutral: labelled('neutral'),
				negative: labelled('negative')
			}
		})
		.sort((left, right) => right.mentions - left.mentions || (left.word < right.word ? -1 : 1))
}

test('the counts of words follow whatever is added, edited, corrected and deleted: random work', async () => {
	const seed = Math.floor(Math.random() * 2 ** 31)
	const random = seededRandom(seed)
	const whole = (limit: number) => Math.floor(random() * limit)
	const vocabulary = ['slow', 'fast', 'app', '速度', 'Zeit', `o'clock`, 'a']
	const aRandomMention = () => {
		const sentiment = random() < 0.2 ? null : whole(2001) / 1000 - 1
		const label = sentiment === null ? null : sentiment > 0.2 ? 'positive' : sentiment < -0.2 ? 'negative' : 'neutral'
		return aMention({ words: vocabulary.filter(() => random() < 0.3), sentiment, label })
	}
	for (let step = 0; step < 40; step += 1) {
		const { rows } = await mentions.page('W', { ...all, limit: 2000 })
		const one = rows[whole(rows.length)]
		const act = random()
		if (act < 0.4 || one === undefined)
			await add(Array.from({ length: 1 + whole(step === 20 ? 900 : 12) }, aRandomMention))
		else if (act < 0.55)
			await mentions.remove(
				'W',
				rows.filter(() => random() < 0.2).map(({ id }) => id)
			)
		else if (act < 0.7) await mentions.edit('W', one.id, { words: vocabulary.filter(() => random() < 0.3) })
		else if (act < 0.8) await mentions.correct('W', one.id, 'positive')
		else if (act < 0.9)
			await mentions.rewrite(
				'W',
				rows.slice(0, 5).map((row) => ({ ...row, words: ['rewritten'] }))
			)
		else await add([{ ...one, id: `again${step}` }])
		if (step % 4 !== 0) continue
		const kept = (await mentions.page('W', { ...all, limit: 5000 })).rows
		expect(await figures.words('W', {}, 100), `seed ${seed}, step ${step}`).toEqual(countedByHand(kept))
		const narrow = kept.filter(({ label }) => label === 'negative')
		expect(await figures.words('W', { label: 'negative' }, 100), `seed ${seed}, step ${step}`).toEqual(
			countedByHand(narrow)
		)
	}
})
