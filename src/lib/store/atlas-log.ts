import type { Transaction } from '@electric-sql/pglite'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import { mergeUpdates } from '#lib/document/updates.ts'
import { entityTables, type Atlas } from '#lib/domain/model/atlas.ts'
import type { Database } from './database.ts'
import { clear, differences, project, projectAnew } from './projection.ts'
import { storable } from './sql-text.ts'
import { StoreError, type AtlasSummary } from './store.ts'

/** After so many updates, or bytes of updates, the log of an atlas is folded into one state. */
const mostUpdates = 300
const mostBytes = 1_000_000
/** How many documents are held in memory; the one that was used longest ago is let go. */
const mostReplicas = 4

type Replica = {
	readonly document: AtlasDocument
	/** What the tables follow; null where they have to be written anew. */
	projected: Atlas | null
	updates: number
	bytes: number
}

/**
 * The atlases of a database: a log of document updates for each, and the tables that follow it. One writer at a time:
 * what reads and writes a replica runs in a queue.
 */
export class AtlasLog {
	readonly #database: Database
	readonly #replicas = new Map<string, Replica>()
	readonly #now: () => Date
	#queue: Promise<unknown> = Promise.resolve()

	constructor(database: Database, now: () => Date = () => new Date()) {
		this.#database = database
		this.#now = now
	}

	/** Every atlas, the one changed last first. */
	async list(): Promise<AtlasSummary[]> {
		const rows = await this.#database.rows<Record<keyof AtlasSummary, unknown>>(
			`select id, name, ${instant('created_at')} as "createdAt", ${instant('changed_at')} as "changedAt",
				${instant('saved_at')} as "savedAt", entities, mentions, (bytes + mention_bytes)::double precision as bytes
			from atlas order by changed_at desc, id`
		)
		return rows.map((row) => ({
			id: String(row.id),
			name: String(row.name),
			createdAt: String(row.createdAt),
			changedAt: String(row.changedAt),
			savedAt: row.savedAt === null ? null : String(row.savedAt),
			entities: Number(row.entities),
			mentions: Number(row.mentions),
			bytes: Number(row.bytes)
		}))
	}

	/** Keeps a new atlas; `alongside` writes what belongs to it in the same transaction. */
	create(atlas: Atlas, alongside?: (transaction: Transaction) => Promise<void>): Promise<void> {
		const { id, name } = atlas.workspace
		const document = new AtlasDocument({ id })
		document.load(atlas)
		return this.createFrom(id, name, document, alongside)
	}

	/** Keeps a document as a new atlas. */
	createFrom(
		id: string,
		name: string,
		document: AtlasDocument,
		alongside?: (transaction: Transaction) => Promise<void>
	): Promise<void> {
		return this.#alone(async () => {
			const state = document.encode()
			const now = this.#now().toISOString()
			await this.#database.write(async (transaction) => {
				const made = await transaction.query(
					`insert into atlas (id, name, created_at, changed_at, entities, bytes) values ($1, $2, $3, $3, $4, $5)
					on conflict do nothing`,
					[id, storable(name), now, entityCount(document.atlas), state.byteLength]
				)
				if (made.affectedRows === 0) throw new StoreError('exists', `There is an atlas ${id} already`)
				await transaction.query('insert into doc_snapshot (atlas, data) values ($1, $2)', [id, state])
				await projectAnew(transaction, id, document.atlas)
				await alongside?.(transaction)
			})
			this.#keep(id, { document, projected: document.atlas, updates: 0, bytes: 0 })
		})
	}

	/** The state of an atlas as one update. */
	async state(id: string): Promise<Uint8Array> {
		const replica = this.#replicas.get(id)
		if (replica !== undefined) return await this.#alone(async () => replica.document.encode())
		return mergeUpdates((await this.#stored(id)).parts)
	}

	/** The atlas value of what is kept. */
	atlas(id: string): Promise<Atlas> {
		return this.#alone(async () => (await this.#replica(id)).document.atlas)
	}

	/** The state vector of what is kept. */
	vector(id: string): Promise<Uint8Array> {
		return this.#alone(async () => (await this.#replica(id)).document.encodeStateVector())
	}

	/**
	 * Takes in an update: into the log, the replica and the tables. Resolves when that is durable, with the state vector then.
	 * Where the tables cannot be written, the log still is, and they are written anew later.
	 */
	append(id: string, update: Uint8Array): Promise<Uint8Array> {
		return this.#alone(async () => {
			const replica = await this.#replica(id)
			const { document } = replica
			const before = replica.projected
			let brought = false
			const stop = document.subscribe(() => (brought = true))
			try {
				document.applyUpdate(update)
			} catch (error) {
				throw new StoreError('failed', `Not an update of a document: ${String(error)}`)
			} finally {
				stop()
			}
			if (!brought && !document.isWaiting) {
				// It was known, but what made it known may still be on its way to storage.
				const vector = document.encodeStateVector()
				return { vector, durable: this.#database.durable() }
			}
			const after = document.atlas
			try {
				const projected = await this.#database.transact(async (transaction) => {
					await transaction.query('insert into doc_update (atlas, data) values ($1, $2)', [id, update])
					return await this.#follow(transaction, id, before, after, update.byteLength)
				})
				replica.projected = projected ? after : null
			} catch (error) {
				// The replica is ahead of what is kept: it is read anew when it is next used.
				this.#letGo(id)
				throw error
			}
			replica.updates += 1
			replica.bytes += update.byteLength
			return { vector: document.encodeStateVector(), durable: this.#database.durable() }
		}).then(async ({ vector, durable }) => {
			await durable
			return vector
		})
	}

	/** Removes an atlas with everything that belongs to it. */
	remove(id: string): Promise<void> {
		return this.#alone(async () => {
			this.#letGo(id)
			await this.#database.write(async (transaction) => {
				await clear(transaction, id)
				await transaction.exec(`set local channel_atlas.bulk = 'on'`)
				for (const table of [
					'doc_update',
					'doc_snapshot',
					'mention',
					'mention_repeat',
					'mention_batch',
					'word_count',
					'source_state'
				])
					await transaction.query(`delete from ${table} where atlas = $1`, [id])
				await transaction.query('delete from atlas where id = $1', [id])
			})
		})
	}

	/** Remembers when an atlas was saved to a file. */
	async markSaved(id: string, at: string): Promise<void> {
		const { affectedRows } = await this.#database.write((transaction) =>
			transaction.query('update atlas set saved_at = $2 where id = $1', [id, at])
		)
		if (affectedRows === 0) throw unknown(id)
	}

	/** Folds long logs into one state, and writes tables anew that do not follow. For quiet moments. Returns whether there was something to do. */
	tidy(): Promise<boolean> {
		return this.#alone(async () => {
			let did = false
			for (const [id, replica] of this.#replicas) {
				if (replica.projected === null) {
					const { atlas } = replica.document
					await this.#database.write(async (transaction) => {
						await projectAnew(transaction, id, atlas)
						await transaction.query('update atlas set rows_dirty = false where id = $1', [id])
					})
					replica.projected = atlas
					did = true
				}
				if (replica.updates < mostUpdates && replica.bytes < mostBytes) continue
				await this.#compact(id, replica)
				did = true
			}
			return did
		})
	}

	/** The names of the tables whose rows are not those of the document. */
	verify(id: string): Promise<string[]> {
		return this.#alone(async () => {
			const { atlas } = (await this.#replica(id)).document
			return await this.#database.transact((transaction) => differences(transaction, id, atlas))
		})
	}

	/** The documents in memory, for safety copies. */
	openDocuments(): { id: string; document: AtlasDocument }[] {
		return [...this.#replicas].map(([id, { document }]) => ({ id, document }))
	}

	async #follow(
		transaction: Transaction,
		id: string,
		before: Atlas | null,
		after: Atlas,
		bytes: number
	): Promise<boolean> {
		let projected = before !== null
		if (before !== null) {
			await transaction.exec('savepoint rows')
			try {
				await project(transaction, id, before, after)
				await transaction.exec('release savepoint rows')
			} catch (error) {
				console.warn(`The tables of atlas ${id} could not follow and will be written anew`, error)
				await transaction.exec('rollback to savepoint rows')
				projected = false
			}
		}
		await transaction.query(
			`update atlas set name = $2, changed_at = $3, entities = $4, bytes = bytes + $5, rows_dirty = $6 where id = $1`,
			[id, storable(after.workspace.name), this.#now().toISOString(), entityCount(after), bytes, !projected]
		)
		return projected
	}

	async #compact(id: string, replica: Replica): Promise<void> {
		const state = replica.document.encode()
		await this.#database.write(async (transaction) => {
			await transaction.query(
				'insert into doc_snapshot (atlas, data) values ($1, $2) on conflict (atlas) do update set data = excluded.data',
				[id, state]
			)
			await transaction.query('delete from doc_update where atlas = $1', [id])
			await transaction.query('update atlas set bytes = $2 where id = $1', [id, state.byteLength])
		})
		replica.updates = 0
		replica.bytes = 0
	}

	async #stored(id: string): Promise<{ parts: Uint8Array[]; updates: number; bytes: number; isDirty: boolean }> {
		return await this.#database.transact(async (transaction) => {
			const found = await transaction.query<{ rows_dirty: boolean }>('select rows_dirty from atlas where id = $1', [id])
			const [atlas] = found.rows
			if (atlas === undefined) throw unknown(id)
			const snapshot = await transaction.query<{ data: Uint8Array }>('select data from doc_snapshot where atlas = $1', [
				id
			])
			const updates = await transaction.query<{ data: Uint8Array }>(
				'select data from doc_update where atlas = $1 order by seq',
				[id]
			)
			const parts = [...snapshot.rows, ...updates.rows].map(({ data }) => data)
			const bytes = updates.rows.reduce((sum, { data }) => sum + data.byteLength, 0)
			return { parts, updates: updates.rows.length, bytes, isDirty: atlas.rows_dirty }
		})
	}

	async #replica(id: string): Promise<Replica> {
		const known = this.#replicas.get(id)
		if (known !== undefined) {
			// Moved to the end: the order is that of use.
			this.#replicas.delete(id)
			this.#replicas.set(id, known)
			return known
		}
		const { parts, updates, bytes, isDirty } = await this.#stored(id)
		const document = new AtlasDocument({ id })
		if (parts.length > 0) document.applyUpdate(mergeUpdates(parts))
		return this.#keep(id, { document, projected: isDirty ? null : document.atlas, updates, bytes })
	}

	#keep(id: string, replica: Replica): Replica {
		this.#replicas.set(id, replica)
		for (const oldest of this.#replicas.keys()) {
			if (this.#replicas.size <= mostReplicas) break
			this.#letGo(oldest)
		}
		return replica
	}

	#letGo(id: string): void {
		this.#replicas.get(id)?.document.destroy()
		this.#replicas.delete(id)
	}

	#alone<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = this.#queue.then(work)
		this.#queue = result.catch(() => {})
		return result
	}
}

function unknown(id: string): StoreError {
	return new StoreError('unknown-atlas', `There is no atlas ${id} here`)
}

function entityCount(atlas: Atlas): number {
	return entityTables.reduce((sum, table) => sum + atlas[table].size, 0)
}

/** A column of instants as ISO 8601 text in UTC. */
export function instant(column: string): string {
	return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
