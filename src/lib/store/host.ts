import { AtlasDocument } from '#lib/document/atlas-document.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { AtlasLog } from './atlas-log.ts'
import { Database, type WriteTrouble } from './database.ts'
import { MentionFigures } from './mention-figures.ts'
import { MentionNews } from './mention-news.ts'
import { Mentions } from './mentions.ts'
import type { OpenStorage, OpenedStorage } from './open-storage.ts'
import { unpackMentions, type PackedMentions } from './packed-mentions.ts'
import { SafetyCopies } from './safety-copy.ts'
import { SourceStates } from './source-states.ts'
import { sqlDump } from './sql-dump.ts'
import { keepStatistics } from './statistics.ts'
import {
	StoreError,
	type Load,
	type RewrittenMention,
	type StoreChange,
	type StoreStatus,
	type WordedMention
} from './store.ts'

/** A quiet moment: nothing was written for so long. */
const quiet = 2000
/** A safety copy of an atlas that is being worked on is never older than this. */
const copyEvery = 240_000
/** Mentions of one batch while an atlas is made or copied. */
const batchSize = 5000

type Parts = {
	readonly opened: OpenedStorage
	readonly database: Database
	readonly log: AtlasLog
	readonly mentions: Mentions
	readonly figures: MentionFigures
	readonly sources: SourceStates
}

/**
 * What the worker does: opens the database and answers the calls of the tabs, by name. Everything that changes rows of mentions or the list
 * of atlases is announced through `announce`.
 */
export class Host {
	readonly #open: OpenStorage
	readonly #onStatus: (status: StoreStatus) => void
	readonly #announce: (change: StoreChange) => void
	readonly #news = new MentionNews((atlas) => {
		this.#announce({ kind: 'mentions', atlas })
		this.#announce({ kind: 'atlases' })
	})
	readonly #now: () => Date
	#status: StoreStatus = { state: 'opening' }
	#settled: StoreStatus = { state: 'opening' }
	#parts: Promise<Parts>
	#copies: Promise<SafetyCopies>
	#tidyTimer: ReturnType<typeof setTimeout> | null = null
	#lastCopies: number
	#tidying: Promise<void> = Promise.resolve()
	#isClosed = false

	constructor(options: {
		open: OpenStorage
		onStatus: (status: StoreStatus) => void
		announce: (change: StoreChange) => void
		now?: () => Date
	}) {
		this.#open = options.open
		this.#onStatus = options.onStatus
		this.#announce = options.announce
		this.#now = options.now ?? (() => new Date())
		this.#lastCopies = this.#now().getTime()
		this.#copies = this.#open.files().then((files) => new SafetyCopies(files))
		this.#parts = this.#begin()
		this.#parts.catch(() => {})
	}

	get status(): StoreStatus {
		return this.#status
	}

	/** The calls by name. What they do and return stands at `Store`. */
	readonly calls = {
		listAtlases: async () => (await this.#parts).log.list(),

		createAtlas: async (atlas: Atlas, mentions: readonly WordedMention[], isAgain: boolean) => {
			const parts = await this.#writable()
			const { id } = atlas.workspace
			try {
				await parts.log.create(atlas, async (transaction) => {
					for (let start = 0; start < mentions.length; start += batchSize) {
						const batch = mentions.slice(start, start + batchSize)
						await parts.mentions.addIn(transaction, id, `create ${start}`, batch)
					}
				})
			} catch (error) {
				// Asked again because the answer was lost: then it is there.
				if (!(isAgain && error instanceof StoreError && error.code === 'exists')) throw error
			}
			this.#announce({ kind: 'atlases' })
			this.#wrote()
		},

		openAtlas: async (id: string) => ({ state: await (await this.#parts).log.state(id) }),

		append: async (id: string, update: Uint8Array) => {
			const vector = await (await this.#writable()).log.append(id, update)
			this.#announce({ kind: 'atlases' })
			this.#wrote()
			return { vector }
		},

		vector: async (id: string) => (await this.#parts).log.vector(id),

		deleteAtlas: async (id: string) => {
			await (await this.#writable()).log.remove(id)
			this.#announce({ kind: 'atlases' })
			this.#wrote()
		},

		duplicateAtlas: async (id: string, copy: { id: string; name: string }, isAgain: boolean) => {
			const { log, mentions } = await this.#writable()
			const atlas = await log.atlas(id)
			const renamed = { ...atlas, workspace: { ...atlas.workspace, id: copy.id, name: copy.name } }
			try {
				await log.create(renamed, (transaction) => mentions.copyIn(transaction, id, copy.id))
			} catch (error) {
				if (!(isAgain && error instanceof StoreError && error.code === 'exists')) throw error
			}
			this.#announce({ kind: 'atlases' })
			this.#wrote()
		},

		markSavedToFile: async (id: string, at: string) => {
			await (await this.#writable()).log.markSaved(id, at)
			this.#announce({ kind: 'atlases' })
		},

		addMentions: async (id: string, batch: string, rows: readonly WordedMention[], load: Load) => {
			const added = await (await this.#writable()).mentions.add(id, batch, rows)
			this.#changedMentions(id, load)
			return added
		},
		addPacked: (id: string, batch: string, packed: PackedMentions, load: Load) =>
			this.calls.addMentions(id, batch, unpackMentions(packed), load),
		mentions: async (id: string, query: Parameters<Mentions['page']>[1]) =>
			(await this.#parts).mentions.page(id, query),
		readMentions: async (...call: Parameters<Mentions['read']>) => (await this.#parts).mentions.read(...call),
		words: async (...call: Parameters<MentionFigures['words']>) => (await this.#parts).figures.words(...call),
		summary: async (...call: Parameters<MentionFigures['summary']>) => (await this.#parts).figures.summary(...call),
		groups: async (...call: Parameters<MentionFigures['groups']>) => (await this.#parts).figures.groups(...call),
		topics: async (...call: Parameters<MentionFigures['topics']>) => (await this.#parts).figures.topics(...call),
		pulse: async (...call: Parameters<MentionFigures['pulse']>) => (await this.#parts).figures.pulse(...call),
		wordOrigins: async (...call: Parameters<MentionFigures['wordOrigins']>) =>
			(await this.#parts).figures.wordOrigins(...call),
		assignMention: async (...call: Parameters<Mentions['assign']>) => {
			await (await this.#writable()).mentions.assign(...call)
			this.#changedMentions(call[0])
		},
		correctMention: async (...call: Parameters<Mentions['correct']>) => {
			await (await this.#writable()).mentions.correct(...call)
			this.#changedMentions(call[0])
		},
		editMention: async (...call: Parameters<Mentions['edit']>) => {
			await (await this.#writable()).mentions.edit(...call)
			this.#changedMentions(call[0])
		},
		deleteMentions: async (...call: Parameters<Mentions['remove']>) => {
			const number = await (await this.#writable()).mentions.remove(...call)
			this.#changedMentions(call[0])
			return number
		},
		deleteExternal: async (...call: Parameters<Mentions['removeExternal']>) => {
			const number = await (await this.#writable()).mentions.removeExternal(...call)
			this.#changedMentions(call[0])
			return number
		},
		rewriteWords: async (id: string, rows: readonly RewrittenMention[], load: Load) => {
			await (await this.#writable()).mentions.rewrite(id, rows)
			this.#changedMentions(id, load)
		},
		wordedBy: async (id: string) => (await this.#parts).mentions.wordedBy(id),
		setWordedBy: async (...call: Parameters<Mentions['setWordedBy']>) => {
			await (await this.#writable()).mentions.setWordedBy(...call)
		},
		staleScores: async (...call: Parameters<Mentions['stale']>) => (await this.#parts).mentions.stale(...call),
		settleScores: async (...call: Parameters<Mentions['settle']>) => {
			await (await this.#writable()).mentions.settle(...call)
		},

		sourceStandings: async (id: string) => (await this.#parts).sources.standings(id),
		sourceStart: async (id: string, source: string) => (await this.#parts).sources.start(id, source),
		setSource: async (...call: Parameters<SourceStates['set']>) => {
			await (await this.#writable()).sources.set(...call)
			this.#announce({ kind: 'sources', atlas: call[0] })
		},
		takeIn: async (...call: Parameters<SourceStates['takeIn']>) => {
			const { counts, changed } = await (await this.#writable()).sources.takeIn(...call)
			if (changed) this.#changedMentions(call[0])
			return counts
		},
		forgetSource: async (...call: Parameters<SourceStates['forget']>) => {
			const gone = await (await this.#writable()).sources.forget(...call)
			this.#announce({ kind: 'sources', atlas: call[0] })
			if (gone > 0) this.#changedMentions(call[0])
			return gone
		},

		verify: async (id: string) => (await this.#parts).log.verify(id),
		sqlDump: async (id: string | undefined) => sqlDump((await this.#parts).database, id),

		listCopies: async () => (await this.#copies).list(),
		readCopy: async (name: string) => (await this.#copies).read(name),
		restoreCopy: async (name: string, freshId: string) => {
			const state = await (await this.#copies).read(name)
			const about = (await (await this.#copies).list()).find((copy) => copy.name === name)
			if (about === undefined) throw new StoreError('failed', `There is no copy ${name}`)
			const document = new AtlasDocument({ id: about.atlas })
			document.applyUpdate(state)
			if (this.#status.state === 'failed') await this.#startAfresh()
			const { log } = await this.#writable()
			const { atlas } = document
			const taken = (await log.list()).some(({ id }) => id === about.atlas)
			const id = taken ? freshId : about.atlas
			if (taken) await log.create({ ...atlas, workspace: { ...atlas.workspace, id } })
			else await log.createFrom(id, atlas.workspace.name, document)
			this.#announce({ kind: 'atlases' })
			this.#wrote()
			return { id }
		},
		startAfresh: async () => this.#startAfresh()
	}

	/** Writes what is waiting, copies included, and closes the database. */
	async close(): Promise<void> {
		if (this.#isClosed) return
		this.#isClosed = true
		if (this.#tidyTimer !== null) clearTimeout(this.#tidyTimer)
		this.#news.close()
		try {
			const { database } = await this.#parts
			await this.#tidying
			await this.#copyNow()
			await database.close()
		} catch {
			// What does not open need not be closed.
		}
	}

	async #begin(): Promise<Parts> {
		this.#say({ state: 'opening' })
		try {
			const opened = await this.#open.open()
			const database = new Database(opened.pg, {
				syncsAlone: opened.storage === 'idb',
				onTrouble: (trouble) => this.#onTrouble(trouble)
			})
			this.#settle(statusOf(opened))
			const mentions = new Mentions(database)
			const log = new AtlasLog(database, this.#now)
			const parts = { mentions, figures: new MentionFigures(database), sources: new SourceStates(database, mentions) }
			return { opened, database, log, ...parts }
		} catch (error) {
			const failure =
				error instanceof StoreError
					? error
					: new StoreError('corrupt', error instanceof Error ? error.message : String(error))
			const reason = failure.code === 'locked' || failure.code === 'outdated' ? failure.code : 'corrupt'
			this.#settle({ state: 'failed', reason, detail: failure.message })
			throw failure
		}
	}

	async #startAfresh(): Promise<void> {
		const old = this.#parts
		this.#parts = (async () => {
			await old.then(({ database }) => database.close()).catch(() => {})
			await this.#open.setAside()
			return await this.#begin()
		})()
		this.#parts.catch(() => {})
		await this.#parts
		this.#announce({ kind: 'atlases' })
	}

	async #writable(): Promise<Parts> {
		const parts = await this.#parts
		if (this.#settled.state === 'read-only') throw new StoreError('newer-database', 'This database can only be read')
		return parts
	}

	#changedMentions(atlas: string, { more }: Load = { more: false }): void {
		this.#news.changed(atlas, more)
		this.#wrote()
	}

	#say(status: StoreStatus): void {
		this.#status = status
		this.#onStatus(status)
	}

	#settle(status: StoreStatus): void {
		this.#settled = status
		this.#say(status)
	}

	#onTrouble(trouble: WriteTrouble | null): void {
		this.#say(trouble === null ? this.#settled : { state: 'unsaved', ...trouble })
	}

	/** Something was written: tidies up when it is quiet, and sees to the safety copies in between where it never is. */
	#wrote(): void {
		if (this.#tidyTimer !== null) clearTimeout(this.#tidyTimer)
		if (this.#isClosed) return
		this.#tidyTimer = setTimeout(() => (this.#tidying = this.#tidy()), quiet)
		if (this.#now().getTime() - this.#lastCopies > copyEvery) void this.#copyNow()
	}

	async #copyNow(): Promise<void> {
		this.#lastCopies = this.#now().getTime()
		try {
			const { log } = await this.#parts
			const copies = await this.#copies
			for (const { document } of log.openDocuments()) await copies.keep(document, this.#now())
		} catch (error) {
			console.warn('No safety copy could be written', error)
		}
	}

	async #tidy(): Promise<void> {
		this.#tidyTimer = null
		try {
			const { log, database } = await this.#parts
			if (this.#settled.state === 'read-only') return
			const compacted = await log.tidy()
			await this.#copyNow()
			if (compacted) await database.maintain('vacuum doc_update')
			await keepStatistics(database)
			await checkpointWhenLong(database)
		} catch (error) {
			console.warn('Tidying up has to wait', error)
		}
	}
}

const walBytes = 8 * 1024 * 1024

/** Folds the write-ahead log into the tables when it has grown long: nothing else does that in PGlite. */
async function checkpointWhenLong(database: Database): Promise<void> {
	const [grown] = await database.rows<{ bytes: number }>(
		`select (pg_current_wal_insert_lsn() - redo_lsn)::double precision as bytes from pg_control_checkpoint()`
	)
	if (grown !== undefined && grown.bytes > walBytes) await database.maintain('checkpoint')
}

function statusOf({ storage, isNewer, detail }: OpenedStorage): StoreStatus {
	if (isNewer) return { state: 'read-only', reason: 'newer-database', detail: 'Written by a newer version' }
	if (storage === 'memory') return { state: 'memory-only', reason: 'no-storage', detail }
	return { state: 'ready', storage }
}
