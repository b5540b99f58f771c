import { afterAll, beforeEach, expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { lenses } from '#lib/domain/coverage/lens.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { view } from '#lib/domain/model/view.ts'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import { idsOf, workAtRandom } from '#lib/document/random-work.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { migrations } from './migrations.ts'
import { differences, project, projectAnew } from './projection.ts'
import { sqlTables } from './tables.ts'
import { testDatabase } from './test-database.ts'

const database = await testDatabase()
afterAll(() => database.close())
beforeEach(async () => {
	const names = Object.values(sqlTables).map(({ name }) => `"${name}"`)
	await database.pg.exec(`truncate record, ${names.join(', ')}`)
})

function sorted(rows: Iterable<object>): string[] {
	return [...rows].map((row) => JSON.stringify(Object.entries(row).sort())).sort()
}

async function expectTablesEqual(id: string, atlas: Atlas, hint: string): Promise<void> {
	const different = await database.transact((transaction) => differences(transaction, id, atlas))
	expect(different, hint).toEqual([])
}

test('the prebuilt data directory holds the whole schema', async () => {
	const applied = await database.rows<{ version: number }>('select version from schema_migration order by version')
	expect(applied.map(({ version }) => version)).toEqual(migrations.map(({ version }) => version))
})

test('every field of the model has its column', async () => {
	for (const { name, columns } of Object.values(sqlTables)) {
		const found = await database.rows<{ name: string }>(
			'select column_name as name from information_schema.columns where table_name = $1',
			[name]
		)
		const expected = ['atlas', ...(name === 'position' ? ['id'] : []), ...columns.map((column) => column.name)]
		expect(found.map((column) => column.name).sort(), name).toEqual(expected.sort())
	}
})

test('tables and views follow random histories: rows equal the atlas, pair_status equals the coverage in both lenses', async () => {
	const seed = Math.floor(Math.random() * 2 ** 31)
	for (let round = 0; round < 25; round += 1) {
		const random = seededRandom(seed + round)
		const id = `W${round}`
		const document = new AtlasDocument({ id, clientId: 100 })
		document.load(smallAtlas())
		let before: Atlas | null = null
		for (let step = 0; step < 6; step += 1) {
			for (let turn = 0; turn < 12; turn += 1) {
				if (random() < 0.85) workAtRandom(document, random, idsOf(`s${step}t${turn}x`))
				else document.undo()
			}
			const after = document.atlas
			await database.write((transaction) => project(transaction, id, before, after))
			before = after
		}
		const hint = `seed ${seed + round}`
		await expectTablesEqual(id, document.atlas, hint)
		for (const lens of lenses) await expectViewsEqual(id, document.atlas, lens, hint)
	}
})

async function expectViewsEqual(id: string, atlas: Atlas, lens: (typeof lenses)[number], hint: string) {
	const expected = coverage(atlas, lens)
	const statuses = await database.rows<object>(
		'select persona, need, weight, status, best_rank as "bestRank" from pair_status where atlas = $1 and lens = $2',
		[id, lens]
	)
	expect(sorted(statuses), `${hint}, ${lens}`).toEqual(
		sorted(
			expected.pairs.map(({ persona, need, weight, status, bestRank }) => ({ persona, need, weight, status, bestRank }))
		)
	)
	type Demand = { persona: string; need: string; weight: number; channel: string | null; rank: number | null }
	const demand = await database.rows<object>(
		'select persona, need, weight, channel, rank from demand where atlas = $1',
		[id]
	)
	expect(sorted(demand), hint).toEqual(
		sorted(
			expected.pairs.flatMap<Demand>(({ persona, need, weight, preferred }) =>
				preferred.length === 0
					? [{ persona, need, weight, channel: null, rank: null }]
					: preferred.map(({ channel, rank }) => ({ persona, need, weight, channel, rank }))
			)
		)
	)
	const supply = await database.rows<{ need: string; channel: string; product: string }>(
		'select need, channel, product from supply where atlas = $1 and lens = $2',
		[id, lens]
	)
	const supplied = [...atlas.needs.keys()].flatMap((need) =>
		[...atlas.channels.keys()].flatMap((channel) =>
			expected.supply(need, channel).map((product) => ({ need, channel, product }))
		)
	)
	expect(sorted(supply), `${hint}, ${lens}`).toEqual(sorted(supplied))
}

test('writing anew gives the same as following', async () => {
	const document = new AtlasDocument({ id: 'A' })
	document.load(smallAtlas())
	await database.write((transaction) => project(transaction, 'A', null, document.atlas))
	await database.write((transaction) => project(transaction, 'B', null, document.atlas))
	await database.write((transaction) => projectAnew(transaction, 'A', document.atlas))
	await expectTablesEqual('A', document.atlas, 'anew')
	await expectTablesEqual('B', document.atlas, 'untouched')
})

test('a row that is missing, too much or different is found', async () => {
	const atlas = smallAtlas()
	await database.write((transaction) => project(transaction, 'A', null, atlas))
	await expectTablesEqual('A', atlas, 'at first')
	await database.pg.exec(`update need set name = 'x'; delete from has; insert into position values ('A', 'Q', 1, 2)`)
	const different = await database.transact((transaction) => differences(transaction, 'A', atlas))
	expect(different.sort()).toEqual(['has', 'need', 'position'])
})

test('records are written, changed, removed and compared by what the document holds', async () => {
	const kept = view.parse({ id: 'one', name: 'Start', x: 1, y: -0.5, zoom: 2 })
	const first = { ...smallAtlas(), views: new Map([['one', kept]]) }
	const second = { ...first, views: new Map([['two', { ...kept, id: 'two', name: "it's" }]]) }
	await database.write((transaction) => project(transaction, 'A', null, first))
	await expectTablesEqual('A', first, 'first')
	await database.write((transaction) => project(transaction, 'A', first, second))
	await expectTablesEqual('A', second, 'second')
	await database.pg.exec(`update record set fields = fields || '{"zoom": 3}'`)
	expect(await database.transact((transaction) => differences(transaction, 'A', second))).toEqual(['views'])
	await database.write((transaction) => projectAnew(transaction, 'A', smallAtlas()))
	await expectTablesEqual('A', smallAtlas(), 'anew')
})

test('characters that PostgreSQL cannot hold are replaced instead of failing the write', async () => {
	const atlas = smallAtlas()
	const hostile = { ...atlas.needs.get('N'), description: `a\u0000b'\\"; drop table need; --` }
	const needs = new Map([['N', { ...hostile }]]) as Atlas['needs']
	await database.write((transaction) => project(transaction, 'A', null, { ...atlas, needs }))
	const rows = await database.rows<{ description: string }>('select description from need')
	expect(rows).toEqual([{ description: `a\ufffdb'\\"; drop table need; --` }])
})
