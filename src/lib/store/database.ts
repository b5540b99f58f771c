import type { PGlite, Transaction } from '@electric-sql/pglite'
import type { StoreTrouble } from './store.ts'

/** What keeps a database from being durable at the moment; null where nothing does. */
export type WriteTrouble = { readonly reason: Extract<StoreTrouble, 'quota' | 'write-failed'>; readonly detail: string }

const pauseAfterFailure = 1000

/**
 * PGlite with promises that mean something: `write` resolves when the transaction is in storage, not when it is committed in memory.
 * Where storage fails (no room), everything stays in memory, is tried again until it works, and `onTrouble` says so meanwhile.
 */
export class Database {
	readonly pg: PGlite
	readonly #sync: () => Promise<void>
	readonly #onTrouble: (trouble: WriteTrouble | null) => void
	#running: Promise<void> = Promise.resolve()
	#next: Promise<void> | null = null
	#isTroubled = false
	#isClosed = false
	#wake: (() => void) | null = null

	/**
	 * `syncsAlone`: no query may run while storage is written (IndexedDB reads the files as it goes).
	 * From here on `pg` does not write to storage by itself: it would after each query outside a transaction and at each BEGIN, and where that
	 * fails leave the transaction open.
	 */
	constructor(pg: PGlite, options: { syncsAlone: boolean; onTrouble: (trouble: WriteTrouble | null) => void }) {
		this.pg = pg
		const sync = pg.syncToFs.bind(pg)
		this.#sync = options.syncsAlone ? () => pg.runExclusive(sync) : sync
		pg.syncToFs = () => Promise.resolve()
		this.#onTrouble = options.onTrouble
	}

	/** The rows of one query. */
	async rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
		return (await this.pg.query<Row>(sql, parameters)).rows
	}

	/** Does the work in one transaction; resolves when it is committed in memory, not yet durable. */
	async transact<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
		return await this.pg.transaction(work)
	}

	/** Does the work in one transaction; resolves when it is durable. */
	async write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
		const result = await this.pg.transaction(work)
		await this.durable()
		return result
	}

	/** Resolves when everything that is committed now is in storage. Several that wait at the same time share one write to storage. */
	durable(): Promise<void> {
		// The sync under way may have begun before the commit: so the next one is waited for.
		this.#next ??= this.#running.then(async () => {
			this.#next = null
			this.#running = this.#syncUntilItWorks()
			await this.#running
		})
		return this.#next
	}

	/** Runs statements that cannot be in a transaction (VACUUM, CHECKPOINT). Failures of storage are tried again like those of `write`. */
	async maintain(sql: string): Promise<void> {
		await this.pg.exec(sql)
		await this.durable()
	}

	/** Tries at once to write what storage refused, where something is waiting. */
	retry(): void {
		this.#wake?.()
	}

	/** Writes what is waiting and closes. */
	async close(): Promise<void> {
		this.#isClosed = true
		this.retry()
		await this.durable().catch(() => {})
		await this.pg.close()
	}

	async #syncUntilItWorks(): Promise<void> {
		for (;;) {
			try {
				await this.#sync()
				if (this.#isTroubled) {
					this.#isTroubled = false
					this.#onTrouble(null)
				}
				return
			} catch (error) {
				if (this.#isClosed) throw error
				this.#isTroubled = true
				this.#onTrouble(troubleOf(error))
				await new Promise<void>((resume) => {
					this.#wake = resume
					setTimeout(resume, pauseAfterFailure)
				})
				this.#wake = null
			}
		}
	}
}

function troubleOf(error: unknown): WriteTrouble {
	const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
	return { reason: /quota|no space|ENOSPC/i.test(detail) ? 'quota' : 'write-failed', detail }
}
