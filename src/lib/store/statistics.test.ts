import { afterAll, beforeEach, expect, test } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { mention } from '#lib/domain/model/mention.ts'
import { AtlasLog } from './atlas-log.ts'
import { MentionFigures } from './mention-figures.ts'
import { Mentions } from './mentions.ts'
import { keepStatistics } from './statistics.ts'
import { testDatabase } from './test-database.ts'

const database = await testDatabase()
const mentions = new Mentions(database)
afterAll(() => database.close())
beforeEach(async () => {
	await database.pg.exec('truncate atlas, doc_snapshot, doc_update, source, mention, mention_batch, word_count')
	await new AtlasLog(database).create(smallAtlas())
})

async function add(count: number, from = 0): Promise<void> {
	const rows = Array.from({ length: count }, (_, at) => ({
		...mention.parse({ id: `M${from + at}`, source: 'S', at: '2026-03-02T10:00:00Z', text: `text ${from + at}` }),
		...{
			label: at % 2 === 0 ? ('negative' as const) : ('positive' as const),
			sentiment: 0,
			words: [`word ${at % 50}`]
		},
		...{ says: [], denies: [] }
	}))
	await mentions.add('W', `batch ${from}`, rows)
}

/** How many rows of a filter the planner expects. */
async function expected(): Promise<number> {
	const [plan] = await database.rows<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
		`explain (format json) select * from mention where atlas = 'W' and label = 'negative'`
	)
	return plan?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
}

test('after a load the planner knows how many mentions a filter leaves', async () => {
	await add(3000)
	await new MentionFigures(database).words('W', {}, 10)
	expect(await expected()).toBeGreaterThan(1200)
	expect(await expected()).toBeLessThan(1800)
})

test('it is made to look again when the table has grown by a fifth, and not before', async () => {
	await add(3000)
	expect(await keepStatistics(database)).toBe(true)
	expect(await keepStatistics(database)).toBe(false)
	await add(100, 3000)
	expect(await keepStatistics(database)).toBe(false)
	await add(2900, 3100)
	expect(await keepStatistics(database)).toBe(true)
	expect(await expected()).toBeGreaterThan(2500)
})
