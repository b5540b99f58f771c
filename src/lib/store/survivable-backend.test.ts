import { PGlite } from '@electric-sql/pglite'
import { MemfsFrontendFS } from '@electric-sql/pglite/memfs-frontend'
import { expect, test } from 'vitest'
import { seededRandom } from '#lib/domain/seeded-random.ts'
import { survivable } from './survivable-backend.ts'
import { startParams } from './start-params.ts'
import { template } from './test-database.ts'

type StorageBackend = MemfsFrontendFS['backend']
type Disk = Map<string, Uint8Array | 'directory'>

/** A disk that remembers how it was after every single step, as a machine that dies there would leave it. */
class SteppingDisk implements StorageBackend {
	disk: Disk
	readonly states: { disk: Disk; acknowledged: number }[] = []
	acknowledged = 0

	constructor(disk: Disk = new Map()) {
		this.disk = disk
	}
	async init(): Promise<void> {}
	async close(): Promise<void> {}

	async *load(): ReturnType<StorageBackend['load']> {
		const entries = [...this.disk].sort(([left], [right]) => (left < right ? -1 : 1))
		for (const [path, data] of entries) {
			if (data === 'directory') yield { kind: 'dir' as const, path }
			else yield { kind: 'file' as const, path, data: data.slice() }
		}
	}

	async apply({ ops, files }: Parameters<StorageBackend['apply']>[0]): Promise<void> {
		for (const { op, path } of ops) {
			if (op === 'mkdir') this.disk.set(path, 'directory')
			else for (const name of this.disk.keys()) if (name === path || name.startsWith(`${path}/`)) this.disk.delete(name)
			this.#step()
		}
		for (const file of [...files.wal, ...files.data, ...files.control]) {
			const old = this.disk.get(file.path)
			// A browser makes a file, empty, before it fills it.
			if (old === undefined) {
				this.disk.set(file.path, new Uint8Array())
				this.#step()
			}
			const data = new Uint8Array(file.size)
			if (old instanceof Uint8Array && !file.full) data.set(old.subarray(0, file.size))
			for (const chunk of file.chunks) data.set(chunk.data, chunk.at)
			this.disk.set(file.path, data)
			this.#step()
		}
	}

	#step(): void {
		this.states.push({ disk: new Map(this.disk), acknowledged: this.acknowledged })
	}
}

async function openOn(disk: SteppingDisk, wrap: (backend: StorageBackend) => StorageBackend, first: boolean) {
	const fs = new MemfsFrontendFS(wrap(disk))
	return await PGlite.create({ fs, startParams, ...(first ? { loadDataDir: template() } : {}) })
}

/** Rows, checkpoints and a truncation; returns the disk with all its steps. */
async function workOn(wrap: (backend: StorageBackend) => StorageBackend): Promise<SteppingDisk> {
	const disk = new SteppingDisk()
	const pg = await openOn(disk, wrap, true)
	await pg.exec('create table kept (number integer); create table filler (text text)')
	disk.states.length = 0
	for (let number = 1; number <= 12; number += 1) {
		await pg.exec(`insert into kept values (${number})`)
		disk.acknowledged = number
		await pg.exec(`insert into filler select repeat(md5(n::text), 8) from generate_series(1, 4000) n`)
		if (number % 4 === 0) await pg.exec('checkpoint')
		if (number % 6 === 0) await pg.exec('truncate filler')
	}
	await pg.close()
	return disk
}

async function numbersOn(disk: Disk): Promise<number[]> {
	const pg = await openOn(new SteppingDisk(new Map(disk)), survivable, false)
	const rows = await pg.query<{ number: number }>('select number from kept order by number')
	await pg.close()
	return rows.rows.map((row) => row.number)
}

/** The states after steps at which a file was made or removed or the control file was written, and some others. */
function interesting(disk: SteppingDisk, random: () => number, count: number): SteppingDisk['states'] {
	const { states } = disk
	const turns = states.filter(({ disk: now }, index) => {
		const before = states[index - 1]?.disk
		return (
			before !== undefined &&
			(now.size !== before.size || now.get('/global/pg_control') !== before.get('/global/pg_control'))
		)
	})
	const chosen = new Set<SteppingDisk['states'][number]>()
	for (const pool of [turns, states]) {
		for (let picked = 0; picked < count / 2; picked += 1) {
			const state = pool[Math.floor(random() * pool.length)]
			if (state !== undefined) chosen.add(state)
		}
	}
	return [...chosen]
}

test('a machine that dies at any step of writing leaves a database that opens with everything acknowledged', async () => {
	const seed = Math.floor(Math.random() * 2 ** 31)
	const disk = await workOn(survivable)
	expect(disk.states.length).toBeGreaterThan(50)
	// It may die while the database opens, too.
	const whileOpening = new SteppingDisk(new Map(disk.states[Math.floor(disk.states.length / 2)]?.disk))
	whileOpening.acknowledged = disk.states[Math.floor(disk.states.length / 2)]?.acknowledged ?? 0
	await (await openOn(whileOpening, survivable, false)).exec('insert into filler values (1)')
	expect(whileOpening.states.length).toBeGreaterThan(5)
	const random = seededRandom(seed)
	for (const state of [...interesting(disk, random, 16), ...interesting(whileOpening, random, 8)]) {
		const numbers = await numbersOn(state.disk)
		const expected = Array.from({ length: numbers.length }, (_, index) => index + 1)
		expect(numbers, `seed ${seed}`).toEqual(expected)
		expect(numbers.length, `seed ${seed}`).toBeGreaterThanOrEqual(state.acknowledged)
	}
})
