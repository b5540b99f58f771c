import type { Transaction } from '@electric-sql/pglite'
import type { DropReason } from '#lib/domain/feeds/feed-event.ts'
import type { SentimentLabel } from '#lib/domain/model/mention.ts'
import type { Database } from './database.ts'
import { foldOf } from './fold.ts'
import { bulk, forget, postponeCounting, requireAtlas, withdraw } from './mention-folds.ts'
import type { Mentions } from './mentions.ts'
import { storable } from './sql-text.ts'
import type { SourceBatch, SourceCounts, SourceStanding, WordedMention } from './store.ts'

const nothing: SourceCounts = {
	...{ read: 0, kept: 0, repeats: 0, known: 0, changed: 0, dropped: {}, deleted: 0, letGo: 0 }
}

/** A label that a person gave, which outlives another wording. */
type Correction = { label: SentimentLabel; sentiment: number | null }

/** How the sources of an atlas stand on this device, and what they tell. */
export class SourceStates {
	readonly #database: Database
	readonly #mentions: Mentions

	constructor(database: Database, mentions: Mentions) {
		this.#database = database
		this.#mentions = mentions
	}

	async standings(atlas: string): Promise<SourceStanding[]> {
		const rows = await this.#database.rows<SourceStanding>(
			`select source, is_on as "isOn", secret is not null as "hasSecret", counts from source_state where atlas = $1`,
			[atlas]
		)
		return rows.map((row) => ({ ...row, counts: { ...nothing, ...row.counts } }))
	}

	async start(atlas: string, source: string) {
		const [row] = await this.#database.rows<{
			isOn: boolean
			cursor: string | null
			secret: string | null
			counts: SourceCounts
		}>('select is_on as "isOn", cursor, secret, counts from source_state where atlas = $1 and source = $2', [
			atlas,
			source
		])
		return row === undefined
			? { isOn: false, cursor: null, secret: null, counts: nothing }
			: { ...row, counts: { ...nothing, ...row.counts } }
	}

	async set(
		atlas: string,
		source: string,
		{ isOn, secret }: { isOn?: boolean; secret?: string | null }
	): Promise<void> {
		await this.#database.write(async (transaction) => {
			await requireAtlas(transaction, atlas)
			await transaction.query(
				`insert into source_state (atlas, source, is_on, secret) values ($1, $2, coalesce($3, false), $4)
				on conflict (atlas, source) do update set is_on = coalesce($3, source_state.is_on),
					secret = case when $5 then $4 else source_state.secret end`,
				[atlas, source, isOn ?? null, secret == null ? null : storable(secret), secret !== undefined]
			)
		})
	}

	/** `id` names the batch: handed in again because the answer was lost, it counts once. */
	async takeIn(
		atlas: string,
		source: string,
		id: string,
		batch: SourceBatch
	): Promise<{ counts: SourceCounts; changed: boolean }> {
		return await this.#database.write(async (transaction) => {
			await requireAtlas(transaction, atlas)
			const before = await stateIn(transaction, atlas, source)
			const known = await transaction.query('select from mention_batch where atlas = $1 and id = $2', [atlas, id])
			if (known.rows.length > 0) return { counts: before, changed: false }
			let deleted = await withdraw(transaction, atlas, source, batch.deletes)
			deleted += await withdrawAuthors(transaction, atlas, source, batch.deleteAuthors)
			const { puts, changed } = await reworded(transaction, atlas, source, batch.puts)
			const added = await this.#mentions.addIn(transaction, atlas, id, puts)
			const counts = {
				read: before.read + batch.read,
				kept: before.kept + Math.max(0, added.added - changed),
				repeats: before.repeats + added.repeats,
				known: before.known + added.known,
				changed: before.changed + changed,
				dropped: sumOf(before.dropped, batch.dropped),
				deleted: before.deleted + deleted,
				letGo: before.letGo
			}
			const step = Math.max(50, Math.floor(batch.most / 20))
			if (Math.floor(counts.kept / step) > Math.floor(before.kept / step))
				counts.letGo += await letGo(transaction, atlas, source, batch.most)
			await transaction.query(
				`insert into source_state (atlas, source, cursor, counts) values ($1, $2, $3, $4::text::jsonb)
				on conflict (atlas, source) do update set cursor = coalesce($3, source_state.cursor), counts = excluded.counts`,
				[atlas, source, batch.cursor === null ? null : storable(batch.cursor), JSON.stringify(counts)]
			)
			return { counts, changed: deleted > 0 || changed > 0 || added.added > 0 || added.repeats > 0 }
		})
	}

	async forget(atlas: string, source: string, options: { mentions: boolean }): Promise<number> {
		return await this.#database.write(async (transaction) => {
			await transaction.query('delete from source_state where atlas = $1 and source = $2', [atlas, source])
			if (!options.mentions) return 0
			await postponeCounting(transaction, atlas)
			return await removeWhere(transaction, atlas, 'source = $2', [source])
		})
	}
}

async function stateIn(transaction: Transaction, atlas: string, source: string): Promise<SourceCounts> {
	const found = await transaction.query<{ counts: Partial<SourceCounts> }>(
		'select counts from source_state where atlas = $1 and source = $2',
		[atlas, source]
	)
	return { ...nothing, ...found.rows[0]?.counts }
}

function sumOf(one: SourceCounts['dropped'], other: SourceCounts['dropped']): SourceCounts['dropped'] {
	const sum: Partial<Record<DropReason, number>> = { ...one }
	for (const [reason, count] of Object.entries(other)) {
		const known = reason as DropReason
		sum[known] = (sum[known] ?? 0) + count
	}
	return sum
}

/** Deletes mentions that a condition on their columns leaves (`$1` is the atlas), with their repeats; returns how many. */
async function removeWhere(
	transaction: Transaction,
	atlas: string,
	condition: string,
	parameters: readonly unknown[]
): Promise<number> {
	const gone = await transaction.query<{ fold: string }>(
		`delete from mention where atlas = $1 and ${condition} returning fold`,
		[atlas, ...parameters]
	)
	await forget(
		transaction,
		atlas,
		gone.rows.map(({ fold }) => fold)
	)
	return gone.rows.length
}

/** Everything of these authors goes; a repeat has the author of what it repeats, so it goes too. */
async function withdrawAuthors(
	transaction: Transaction,
	atlas: string,
	source: string,
	authors: readonly string[]
): Promise<number> {
	if (authors.length === 0) return 0
	return await removeWhere(transaction, atlas, 'source = $2 and author = any($3::text[])', [
		source,
		authors.map(storable)
	])
}

/**
 * Mentions that are there in another wording are taken back, to be put anew; a label that a person gave goes with them. Returns what is to be put, and how
 * many of them were there.
 */
async function reworded(
	transaction: Transaction,
	atlas: string,
	source: string,
	puts: readonly WordedMention[]
): Promise<{ puts: readonly WordedMention[]; changed: number }> {
	const ids = puts.flatMap(({ externalId }) => (externalId === null ? [] : [storable(externalId)]))
	if (ids.length === 0) return { puts, changed: 0 }
	const there = await transaction.query<{ external_id: string; fold: string } & Partial<Correction>>(
		`select external_id, fold, case when corrected then label end as label, case when corrected then sentiment end as sentiment
		from mention where atlas = $1 and source = $2 and external_id = any($3::text[])
		union all select external_id, fold, null, null
		from mention_repeat where atlas = $1 and source = $2 and external_id = any($3::text[])`,
		[atlas, source, ids]
	)
	if (there.rows.length === 0) return { puts, changed: 0 }
	const byId = new Map(there.rows.map((row) => [row.external_id, row]))
	const others = new Set<string>()
	const corrected = puts.map((put) => {
		const row = byId.get(storable(put.externalId ?? ''))
		if (row === undefined || put.externalId === null || row.fold === foldOf(put)) return put
		others.add(row.external_id)
		return row.label == null ? put : { ...put, label: row.label, sentiment: row.sentiment ?? null, corrected: true }
	})
	await withdraw(transaction, atlas, source, [...others])
	return { puts: corrected, changed: others.size }
}

/** Lets the oldest mentions of a source go beyond so many, but for those that a person labelled. Returns how many. */
async function letGo(transaction: Transaction, atlas: string, source: string, most: number): Promise<number> {
	const counted = await transaction.query<{ count: number }>(
		'select count(*)::integer as count from mention where atlas = $1 and source = $2',
		[atlas, source]
	)
	const beyond = (counted.rows[0]?.count ?? 0) - most
	if (beyond <= 0) return 0
	if (beyond >= bulk) await postponeCounting(transaction, atlas)
	return await removeWhere(
		transaction,
		atlas,
		`no in (select no from mention where atlas = $1 and source = $2 and not corrected order by at, no limit $3)`,
		[source, beyond]
	)
}
