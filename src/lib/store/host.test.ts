import type { PGlite } from '@electric-sql/pglite'
import { afterEach, expect, test, vi } from 'vitest'
import { changes } from '#lib/domain/changes/index.ts'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import { idsOf, workAtRandom } from '#lib/document/random-work.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'
import { Host } from './host.ts'
import { memoryFiles } from './plain-files.ts'
import type { StoreChange, StoreStatus } from './store.ts'
import { testPg } from './test-database.ts'

const hosts: Host[] = []
afterEach(async () => {
	vi.useRealTimers()
	for (const host of hosts.splice(0)) await host.close()
	vi.restoreAllMocks()
})

/** A host whose databases are in memory; `pgs` are the databases that it opened, one after the other. */
function aHost(options: { isNewer?: boolean; fails?: boolean; onPg?: (pg: PGlite) => void } = {}) {
	const files = memoryFiles()
	const statuses: StoreStatus[] = []
	const announced: StoreChange[] = []
	const pgs: PGlite[] = []
	let isBroken = options.fails === true
	const host = new Host({
		open: {
			async open() {
				if (isBroken) throw new Error('could not locate a valid checkpoint record')
				const pg = await testPg()
				pgs.push(pg)
				options.onPg?.(pg)
				return { pg, storage: 'opfs', isNewer: options.isNewer === true, detail: '' }
			},
			async setAside() {
				isBroken = false
			},
			files: async () => files
		},
		onStatus: (status) => statuses.push(status),
		announce: (change) => announced.push(change)
	})
	hosts.push(host)
	return { host, statuses, announced, pgs, files }
}

async function openDocument(host: Host, id: string): Promise<AtlasDocument> {
	const document = new AtlasDocument({ id })
	document.applyUpdate((await host.calls.openAtlas(id)).state)
	return document
}

test('an atlas that was made is listed and opens as it was', async () => {
	const { host, statuses } = aHost()
	await host.calls.createAtlas(smallAtlas(), [], false)
	const [summary, ...others] = await host.calls.listAtlases()
	expect(others).toEqual([])
	expect(summary).toMatchObject({ id: 'W', name: 'Veldhaven', savedAt: null, entities: 7, mentions: 0 })
	expect(summary?.bytes).toBeGreaterThan(100)
	expect((await openDocument(host, 'W')).atlas).toEqual(smallAtlas())
	expect(statuses).toEqual([{ state: 'opening' }, { state: 'ready', storage: 'opfs' }])
})

test('an atlas is made once; asked again for want of an answer, it is there', async () => {
	const { host } = aHost()
	await host.calls.createAtlas(smallAtlas(), [], false)
	await expect(host.calls.createAtlas(smallAtlas(), [], false)).rejects.toMatchObject({ code: 'exists' })
	await host.calls.createAtlas(smallAtlas(), [], true)
	await expect(host.calls.openAtlas('nobody')).rejects.toMatchObject({ code: 'unknown-atlas' })
})

test('what is appended is in the state, the summary and the tables', async () => {
	const { host, pgs } = aHost()
	await host.calls.createAtlas(smallAtlas(), [], false)
	const document = await openDocument(host, 'W')
	const updates: Uint8Array[] = []
	document.subscribe(({ update }) => updates.push(update))
	document.run(changes.editWorkspace, { name: 'Veldhaven 2' }, idsOf('A'))
	document.run(changes.addEntity, { table: 'needs', fields: { name: 'Get advice' } }, idsOf('A'))
	for (const update of updates) expect((await host.calls.append('W', update)).vector).toBeInstanceOf(Uint8Array)
	expect((await openDocument(host, 'W')).atlas).toEqual(document.atlas)
	expect((await host.calls.listAtlases())[0]).toMatchObject({ name: 'Veldhaven 2', entities: 8 })
	const rows = await pgs[0]?.query<{ name: string }>(`select name from need order by name`)
	expect(rows?.rows.map(({ name }) => name)).toEqual(['Get advice', 'Report a theft'])
})

test('updates may come late, twice and out of order; bytes that are none are refused', async () => {
	const { host, pgs } = aHost()
	await host.calls.createAtlas(smallAtlas(), [], false)
	const document = await openDocument(host, 'W')
	const updates: Uint8Array[] = []
	document.subscribe(({ update }) => updates.push(update))
	const random = seededRandom(5)
	for (let step = 0; step < 30; step += 1) workAtRandom(document, random, idsOf(`s${step}x`))
	for (const update of [...updates, ...updates].sort(() => random() - 0.5)) await host.calls.append('W', update)
	expect((await openDocument(host, 'W')).atlas).toEqual(document.atlas)
	await expect(host.calls.append('W', new Uint8Array([9, 9, 9]))).rejects.toMatchObject({ code: 'failed' })
	const needs = await pgs[0]?.query('select id from need')
	expect(needs?.rows).toHaveLength(document.atlas.needs.size)
})

test('when the tables cannot follow, the log is kept and they are written anew later', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
	vi.spyOn(console, 'warn').mockImplementation(() => {})
	const { host, pgs } = aHost()
	await host.calls.createAtlas(smallAtlas(), [], false)
	const document = await openDocument(host, 'W')
	const updates: Uint8Array[] = []
	document.subscribe(({ update }) => updates.push(update))
	document.run(changes.renameEntity, { id: 'N', name: 'one' }, idsOf('A'))
	document.run(changes.renameEntity, { id: 'N', name: 'two' }, idsOf('A'))
	await pgs[0]?.exec('alter table need rename to hidden')
	for (const update of updates) await host.calls.append('W', update)
	await pgs[0]?.exec('alter table hidden rename to need')
	expect((await pgs[0]?.query('select name from need'))?.rows).toEqual([{ name: 'Report a theft' }])
	expect((await openDocument(host, 'W')).atlas.needs.get('N')?.name).toBe('two')
	await vi.advanceTimersByTimeAsync(2500)
	vi.useRealTimers()
	await vi.waitFor(async () => {
		expect((await pgs[0]?.query('select name from need'))?.rows).toEqual([{ name: 'two' }])
	})
})

test('a duplicate is another atlas with the same content; deleting one leaves the other', async () => {
	const { host } = aHost()
	await host.calls.createAtlas(smallAtlas(), [], false)
	await host.calls.duplicateAtlas('W', { id: 'W2', name: 'Copy' }, false)
	await host.calls.markSavedToFile('W2', '2026-01-02T03:04:05.000Z')
	await host.calls.deleteAtlas('W')
	const list = await host.calls.listAtlases()
	expect(list).toMatchObject([{ id: 'W2', name: 'Copy', entities: 7, savedAt: '2026-01-02T03:04:05.000Z' }])
	const { atlas } = await openDocument(host, 'W2')
	expect(atlas).toEqual({ ...smallAtlas(), workspace: { ...smallAtlas().workspace, id: 'W2', name: 'Copy' } })
})

test('while storage refuses to be written nothing is acknowledged, and everything is once it works again', async () => {
	let isFull = false
	const { host, statuses } = aHost({
		onPg(pg) {
			const sync = pg.syncToFs.bind(pg)
			pg.syncToFs = async () => {
				if (isFull) throw new DOMException('full', 'QuotaExceededError')
				await sync()
			}
		}
	})
	await host.calls.createAtlas(smallAtlas(), [], false)
	isFull = true
	const document = await openDocument(host, 'W')
	const before = document.encodeStateVector()
	document.run(changes.renameEntity, { id: 'N', name: 'kept in memory' }, idsOf('A'))
	let isAcknowledged = false
	const appended = host.calls.append('W', document.encodeDiff(before)).then(() => (isAcknowledged = true))
	await vi.waitFor(() => expect(statuses.at(-1)).toMatchObject({ state: 'unsaved', reason: 'quota' }))
	expect(isAcknowledged).toBe(false)
	expect((await openDocument(host, 'W')).atlas.needs.get('N')?.name).toBe('kept in memory')
	isFull = false
	await appended
	expect(statuses.at(-1)).toEqual({ state: 'ready', storage: 'opfs' })
})

test('a database of a newer version can be read and not written', async () => {
	const { host, statuses } = aHost({ isNewer: true })
	await expect(host.calls.createAtlas(smallAtlas(), [], false)).rejects.toMatchObject({ code: 'newer-database' })
	expect(await host.calls.listAtlases()).toEqual([])
	expect(statuses.at(-1)).toMatchObject({ state: 'read-only', reason: 'newer-database' })
})

test('when the database does not open, copies can be restored into a fresh one', async () => {
	const first = aHost()
	await first.host.calls.createAtlas(smallAtlas(), [], false)
	await first.host.close()
	const copies = await first.host.calls.listCopies()
	expect(copies).toMatchObject([{ atlas: 'W', title: 'Veldhaven', entities: 7 }])

	const { host, statuses, files } = aHost({ fails: true })
	await vi.waitFor(() => expect(statuses.at(-1)).toMatchObject({ state: 'failed', reason: 'corrupt' }))
	await expect(host.calls.listAtlases()).rejects.toThrow()
	const name = copies[0]?.name ?? ''
	await files.write(name, (await first.files.read(name)) ?? new Uint8Array())
	expect(await host.calls.restoreCopy(name, 'fresh')).toEqual({ id: 'W' })
	expect((await openDocument(host, 'W')).atlas).toEqual(smallAtlas())
	expect(statuses.at(-1)).toEqual({ state: 'ready', storage: 'opfs' })
	expect(await host.calls.restoreCopy(name, 'fresh')).toEqual({ id: 'fresh' })
	expect(await host.calls.listAtlases()).toHaveLength(2)
})
