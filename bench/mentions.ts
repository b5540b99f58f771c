// Measures mentions: a CSV read, cleaned, scored and stored, beside COPY into a bare database; and the words of a filter beside bare SQL.
import { PGlite } from '@electric-sql/pglite'
import Papa from 'papaparse'
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { recognise, readRows, type NumberedRow } from '../src/lib/feeds/read-rows.ts'
import { guessColumns, mentionFromRow } from '../src/lib/domain/interchange/mention-table.ts'
import { emptyAtlas } from '../src/lib/domain/model/atlas.ts'
import { seededRandom } from '../src/lib/domain/seeded-random.ts'
import { wordListsOf } from '../src/lib/domain/words/vocabulary.ts'
import { AtlasLog } from '../src/lib/store/atlas-log.ts'
import { Database } from '../src/lib/store/database.ts'
import { MentionFigures } from '../src/lib/store/mention-figures.ts'
import { Mentions } from '../src/lib/store/mentions.ts'
import { startParams } from '../src/lib/store/start-params.ts'
import type { MentionFilter } from '../src/lib/store/store.ts'
import { ModelShelf } from '../src/lib/voice/model-shelf.ts'
import { mentionOf, WordPipeline } from '../src/lib/voice/word-pipeline.ts'
import { growth, median, type BenchRow } from './row.ts'

const sizes = [10_000, 30_000, 100_000] as const
const batchSize = 2000
const atlas = emptyAtlas({ id: 'bench', name: 'Bench', description: '' })

const phrases = {
	en: [
		'the app',
		'my claim',
		'customer service',
		'the renewal',
		'your website',
		'an adviser',
		'the premium',
		'is really',
		'was not',
		'so',
		'slow',
		'friendly',
		'clear',
		'a bit expensive',
		'great',
		'confusing',
		'after two weeks',
		'on the phone',
		'this morning',
		'again',
		'and nobody answered',
		'handled within a day',
		'thank you',
		'I cannot find it',
		'works well'
	],
	nl: [
		'de app',
		'mijn schade',
		'de klantenservice',
		'de verlenging',
		'jullie website',
		'een adviseur',
		'de premie',
		'is echt',
		'was niet',
		'zo',
		'traag',
		'vriendelijk',
		'duidelijk',
		'best duur',
		'geweldig',
		'verwarrend',
		'na twee weken',
		'aan de telefoon',
		'vanmorgen',
		'alweer',
		'en niemand nam op',
		'binnen een dag geregeld',
		'bedankt',
		'ik kan het niet vinden',
		'werkt goed'
	],
	zh: [
		'应用',
		'理赔',
		'客服',
		'续保',
		'官网',
		'顾问',
		'保费',
		'真的很',
		'一点也不',
		'太',
		'慢',
		'友好',
		'清楚',
		'有点贵',
		'很好',
		'让人困惑',
		'等了两周',
		'电话里',
		'今天早上',
		'又',
		'没有人接',
		'一天就处理好了',
		'谢谢',
		'找不到',
		'很好用'
	]
} as const
type Language = keyof typeof phrases

/** A mention file as a client hands it in: most in English, some in Dutch and Chinese; a twentieth repeats another text. */
export function mentionFile(count: number): string {
	const random = seededRandom(11)
	const below = (limit: number) => Math.floor(random() * limit)
	const texts: string[] = []
	const rows = Array.from({ length: count }, (_, number) => {
		const lang: Language = number % 10 < 7 ? 'en' : number % 10 < 9 ? 'nl' : 'zh'
		const list = phrases[lang]
		const said = Array.from({ length: 4 + below(6) }, () => list[below(list.length)] ?? '')
		const fresh = `${said.join(lang === 'zh' ? '，' : ' ')} ${number.toString(36)}`
		const text = random() < 0.05 ? (texts[below(texts.length)] ?? fresh) : fresh
		texts.push(text)
		const at = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString()
		return { id: `m${number}`, at, author: `person ${below(count)}`, lang: number % 3 === 0 ? lang : '', text }
	})
	return Papa.unparse(rows)
}

/** Milliseconds that the processors worked for this program, on all threads: a busy machine changes little of it. */
async function worked(work: () => Promise<unknown>): Promise<number> {
	const before = process.cpuUsage()
	await work()
	const { user, system } = process.cpuUsage(before)
	return (user + system) / 1000
}

async function appDatabase(): Promise<Database> {
	const template = gunzipSync(await readFile(new URL('../static/pg-template.tar.gz', import.meta.url)))
	const pg = await PGlite.create({ loadDataDir: new Blob([template]), startParams })
	const database = new Database(pg, { syncsAlone: false, onTrouble: () => {} })
	await new AtlasLog(database).create(atlas)
	return database
}

async function* batches(file: Blob): AsyncGenerator<NumberedRow[]> {
	const { encoding, shape } = await recognise(file, 'mentions.csv')
	let waiting: NumberedRow[] = []
	for await (const { rows } of readRows(file, encoding, shape)) {
		waiting = waiting.concat(rows)
		for (; waiting.length >= batchSize; waiting = waiting.slice(batchSize)) yield waiting.slice(0, batchSize)
	}
	yield waiting
}

/** What the import does in its worker and the store's, one after the other. */
async function takeIn(file: Blob, mentions: Mentions, shelf: ModelShelf): Promise<void> {
	const { header } = await recognise(file, 'mentions.csv')
	const columns = guessColumns(header)
	const context = { source: 'file', channelNamed: () => null, now: '2026-06-01T00:00:00Z', dateOrder: null }
	const pipeline = new WordPipeline({ lists: wordListsOf(atlas), knownWords: [], masks: true }, shelf)
	for await (const rows of batches(file)) {
		const read = rows.flatMap(({ number, cells }) => {
			const row = mentionFromRow(cells, columns, context)
			return row.ok ? [mentionOf(row.draft, `id${number}`)] : []
		})
		await mentions.add('bench', `batch ${rows[0]?.number}`, await pipeline.word(read))
	}
}

async function copyInto(bare: PGlite, file: Blob): Promise<void> {
	await bare.exec('create table mention (id text, at timestamptz, author text, lang text, text text)')
	await bare.query(`copy mention from '/dev/blob' with (format csv, header)`, [], { blob: file })
}

const storedColumns = `atlas, id, source, external_id, at, text, lang, author, channel, url, sentiment, label, corrected, words, says, denies, fold`

/** COPY of finished rows, words and scores and all, into the app's own empty table: what no import into that table can be quicker than. */
async function copyFinished(from: Database): Promise<number> {
	const { blob } = await from.pg.query(`copy (select ${storedColumns} from mention order by no) to '/dev/blob'`)
	if (blob === undefined) throw new Error('COPY gave no rows')
	const into = await appDatabase()
	try {
		return await worked(() => into.pg.query(`copy mention (${storedColumns}) from '/dev/blob'`, [], { blob }))
	} finally {
		await into.close()
	}
}

const filters: readonly MentionFilter[] = [
	{ label: 'negative' },
	{ lang: 'nl' },
	{ from: '2026-01-10T00:00:00Z', to: '2026-02-10T00:00:00Z' },
	{ label: 'positive', lang: 'en' },
	{ text: 'claim' }
]
const mostWords = 300

/** The words of a window and its figures, as the Voice page asks for them; beside the least SQL that gives the same list. */
async function wordTimes(database: Database): Promise<{ ours: number; bare: number }> {
	const conditions = [
		`label = 'negative'`,
		`lang = 'nl'`,
		`at >= '2026-01-10T00:00:00Z' and at < '2026-02-10T00:00:00Z'`,
		`label = 'positive' and lang = 'en'`,
		`position('claim' in lower(text)) > 0`
	]
	const figures = new MentionFigures(database)
	const [ours, bare]: [number[], number[]] = [[], []]
	for (let round = 0; round < 3; round += 1) {
		for (const [at, filter] of filters.entries()) {
			ours.push(
				await worked(() => Promise.all([figures.words('bench', filter, mostWords), figures.summary('bench', filter)]))
			)
			bare.push(
				await worked(() =>
					database.rows(
						`select word, count(*) from mention cross join unnest(words) as word where ${conditions[at]}
						group by word order by 2 desc limit ${mostWords}`
					)
				)
			)
		}
	}
	return { ours: median(ours), bare: median(bare) }
}

export async function measured(count: number, shelf: ModelShelf) {
	const file = new Blob([mentionFile(count)])
	const bare = await PGlite.create()
	const copy = await worked(() => copyInto(bare, file))
	await bare.close()
	const database = await appDatabase()
	const mentions = new Mentions(database)
	const all = await worked(async () => {
		await takeIn(file, mentions, shelf)
		await new MentionFigures(database).countWords('bench')
	})
	const finished = await copyFinished(database)
	const words = await wordTimes(database)
	await database.close()
	return { size: count, copy, finished, all, words }
}

/** The rows of mentions for the table of `npm run bench`. */
export async function rows(): Promise<BenchRow[]> {
	const shelf = new ModelShelf((name) => readFile(new URL(`../static/${name}`, import.meta.url)))
	// What is compiled and loaded once is no part of it.
	await measured(2000, shelf)
	const runs: Awaited<ReturnType<typeof measured>>[] = []
	for (const size of sizes) runs.push(await measured(size, shelf))
	const on = (size: number) => `${size.toLocaleString('en')} mentions`
	const taken = runs.map(({ size, copy, all }, at): BenchRow => {
		const ratio = all / copy
		const isLast = at === runs.length - 1
		return {
			what: 'mentions read, cleaned, scored and stored (processor time)',
			on: on(size),
			figure: all,
			unit: 'ms',
			baseline: { what: 'COPY of the same rows into bare PGlite', figure: copy },
			ratio,
			...(isLast && {
				bar: 'ratio ≤ 3',
				holds: ratio <= 3,
				exponent: growth(runs.map((run) => ({ size: run.size, figure: run.all })))
			})
		}
	})
	const least = runs.map(({ size, copy, finished }): BenchRow => ({
		what: 'COPY of the finished rows into the table of the app (processor time)',
		on: on(size),
		figure: finished,
		unit: 'ms',
		baseline: { what: 'COPY of the same rows into bare PGlite', figure: copy },
		ratio: finished / copy
	}))
	const listed = runs.map(({ size, words: { ours, bare } }, at): BenchRow => {
		const isLast = at === runs.length - 1
		return {
			what: 'words and figures of a filter (processor time)',
			on: on(size),
			figure: ours,
			unit: 'ms',
			baseline: { what: 'the least SQL for the same words', figure: bare },
			ratio: ours / bare,
			...(isLast && {
				bar: 'baseline + 150 ms',
				holds: ours - bare <= 150,
				exponent: growth(runs.map((run) => ({ size: run.size, figure: run.words.ours })))
			})
		}
	})
	return [...taken, ...least, ...listed]
}
