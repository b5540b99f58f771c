import { z } from 'zod'
import { entityTables } from '#lib/domain/model/atlas.ts'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import type { PlainFiles } from './plain-files.ts'
import { StoreError, type SafetyCopy } from './store.ts'

/** How many copies of an atlas are kept, and for how many days one copy of each day beside them. */
const newest = 20
const days = 14

const header = z.object({ atlas: z.string(), title: z.string(), at: z.string(), entities: z.number() })
const headerBytes = 16_384
const day = 86_400_000

/**
 * Copies of atlases as plain files: a line of JSON that says what it is, then the state of the document (V2). They do not depend on PGlite,
 * whose data directory does not open under another version, nor on a database that is whole.
 */
export class SafetyCopies {
	readonly #files: PlainFiles
	readonly #written = new Map<string, string>()

	constructor(files: PlainFiles) {
		this.#files = files
	}

	/** Keeps a copy of a document, unless the newest copy holds the same; drops what is too old. `now` names the copy. */
	async keep(document: AtlasDocument, now: Date): Promise<void> {
		const vector = String(document.encodeStateVector())
		if (this.#written.get(document.id) === vector) return
		const { atlas } = document
		const entities = entityTables.reduce((sum, table) => sum + atlas[table].size, 0)
		const about = { atlas: document.id, title: atlas.workspace.name, at: now.toISOString(), entities }
		const line = new TextEncoder().encode(`${JSON.stringify(about)}\n`)
		const state = document.encode()
		const data = new Uint8Array(line.byteLength + state.byteLength)
		data.set(line)
		data.set(state, line.byteLength)
		await this.#files.write(`${document.id}.${now.getTime()}.copy`, data)
		this.#written.set(document.id, vector)
		await this.#drop(document.id, now.getTime())
	}

	/** Every copy that can be read, newest first. */
	async list(): Promise<SafetyCopy[]> {
		const copies: SafetyCopy[] = []
		for (const { name, bytes } of await this.#files.list()) {
			if (!name.endsWith('.copy')) continue
			const start = await this.#files.read(name, headerBytes)
			const about = start === null ? null : readHeader(start)
			if (about !== null) copies.push({ name, bytes, ...about.header })
		}
		return copies.sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
	}

	/** The state of the document in a copy. */
	async read(name: string): Promise<Uint8Array> {
		const data = await this.#files.read(name)
		const about = data === null ? null : readHeader(data)
		if (data === null || about === null) throw new StoreError('failed', `There is no readable copy ${name}`)
		return data.slice(about.end)
	}

	async #drop(atlas: string, now: number): Promise<void> {
		const times: number[] = []
		for (const { name } of await this.#files.list()) {
			const time = /^(.+)\.(\d+)\.copy$/.exec(name)
			if (time?.[1] === atlas) times.push(Number(time[2]))
		}
		const kept = copiesToKeep(times, now)
		for (const time of times) if (!kept.has(time)) await this.#files.remove(`${atlas}.${time}.copy`)
	}
}

/** Which of the copies made at these times stay: the newest twenty, and the last one of each of the last fourteen days. */
export function copiesToKeep(times: readonly number[], now: number): Set<number> {
	const sorted = times.toSorted((left, right) => right - left)
	const kept = new Set(sorted.slice(0, newest))
	const daysSeen = new Set<number>()
	for (const time of sorted) {
		const number = Math.floor(time / day)
		if (time < now - days * day || daysSeen.has(number)) continue
		daysSeen.add(number)
		kept.add(time)
	}
	return kept
}

function readHeader(data: Uint8Array): { header: z.output<typeof header>; end: number } | null {
	const end = data.indexOf(10)
	if (end < 0) return null
	try {
		return { header: header.parse(JSON.parse(new TextDecoder().decode(data.subarray(0, end)))), end: end + 1 }
	} catch {
		return null
	}
}
