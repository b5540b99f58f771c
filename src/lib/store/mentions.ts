import type { Transaction } from '@electric-sql/pglite'
import { sentimentLabels } from '#lib/domain/model/mention.ts'
import type { SentimentLabel } from '#lib/domain/model/mention.ts'
import type { Scoring } from '#lib/domain/words/adjustment.ts'
import type { Database } from './database.ts'
import { foldOf } from './fold.ts'
import { conditions, mentionColumns, mentionOrders } from './mention-filter.ts'
import { bulk, foldIn, forget, postponeCounting, requireAtlas, withdraw } from './mention-folds.ts'
import { isStale, unsettle } from './scorings.ts'
import { storableJson } from './sql-text.ts'
import { StoreError } from './store.ts'
import type { AddedMentions, Assignment, KeptMention, MentionQuery, RewrittenMention, WordedMention } from './store.ts'

const recordset = `json_to_recordset($2::json) as fresh (id text, source text, "externalId" text, at timestamptz, text text, lang text,
	author text, channel text, url text, sentiment double precision, label text, corrected boolean, scored text, words text[], says text[], denies text[], fold uuid, place integer)`

/** The mentions of the atlases of a database, and the counts of their words. */
export class Mentions {
	readonly #database: Database

	constructor(database: Database) {
		this.#database = database
	}

	/**
	 * Adds a batch of mentions. `batch` names it: handed in again (because the answer was lost) it counts once.
	 * A mention is known by its id or the source's; a repeat has source, author and text of another one, and is folded into that.
	 */
	add(atlas: string, batch: string, mentions: readonly WordedMention[]): Promise<AddedMentions> {
		return this.#database.write((transaction) => this.addIn(transaction, atlas, batch, mentions))
	}

	/** The same inside a transaction of the caller. */
	async addIn(
		transaction: Transaction,
		atlas: string,
		batch: string,
		mentions: readonly WordedMention[]
	): Promise<AddedMentions> {
		const earlier = await transaction.query<AddedMentions>(
			'select added, repeats, known from mention_batch where atlas = $1 and id = $2',
			[atlas, batch]
		)
		if (earlier.rows[0] !== undefined) return earlier.rows[0]
		await requireAtlas(transaction, atlas)
		// Numbers follow the order in which the mentions were handed in.
		const fresh = mentions.map((mention, place) => ({
			...mention,
			at: utc(mention.at),
			fold: foldOf(mention),
			place
		}))
		const isBulk = fresh.length >= bulk
		if (isBulk) await postponeCounting(transaction, atlas)
		const json = storableJson(fresh)
		const inserted = await transaction.query<{ id: string }>(
			`insert into mention (atlas, id, source, external_id, at, text, lang, author, channel, url, sentiment, label, corrected, scored, words, says, denies, fold)
			select $1, id, source, "externalId", at, text, lang, author, channel, url, sentiment, label, corrected, scored, words,
				coalesce(says, '{}'), coalesce(denies, '{}'), fold
			from ${recordset}
			where not exists (select from mention_repeat known where known.atlas = $1 and known.source = fresh.source
				and known.external_id = fresh."externalId")
			order by place on conflict do nothing returning id`,
			[atlas, json]
		)
		const added = inserted.rows.length
		const result =
			added === fresh.length
				? { added, repeats: 0, known: 0 }
				: { added, ...(await foldIn(transaction, atlas, fresh, new Set(inserted.rows.map(({ id }) => id)))) }
		await transaction.query(
			'insert into mention_batch (atlas, id, added, repeats, known) values ($1, $2, $3, $4, $5)',
			[atlas, batch, result.added, result.repeats, result.known]
		)
		await transaction.query(`delete from mention_batch where atlas = $1 and at < now() - interval '1 day'`, [atlas])
		await transaction.query(
			'update atlas set mentions = mentions + $2, mention_bytes = mention_bytes + $3 where id = $1',
			[atlas, added, Math.round((json.length * added) / Math.max(1, fresh.length))]
		)
		await unsettle(transaction, atlas, mentions)
		return result
	}

	/** A page of mentions, and how many there are. */
	async page(atlas: string, query: MentionQuery): Promise<{ rows: KeptMention[]; total: number }> {
		const { where, parameters } = conditions(atlas, query)
		return await this.#database.transact(async (transaction) => {
			const rows = await transaction.query<KeptMention>(
				`select ${mentionColumns} from mention where ${where} order by ${mentionOrders[query.order]}
				limit $${parameters.length + 1} offset $${parameters.length + 2}`,
				[...parameters, query.limit, query.offset]
			)
			const total = await transaction.query<{ total: number }>(
				`select count(*)::integer as total from mention where ${where}`,
				parameters
			)
			return { rows: rows.rows, total: total.rows[0]?.total ?? 0 }
		})
	}

	/** Mentions in the order they came in, after the given number; with `stale` only those that are to be scored anew to have that scoring. */
	async read(
		atlas: string,
		after: number,
		limit: number,
		stale?: Scoring
	): Promise<{ rows: KeptMention[]; next: number | null }> {
		const rows = await this.#database.rows<KeptMention & { no: number }>(
			`select mention.no::double precision as no, ${mentionColumns} from mention where atlas = $1 and no > $2
				${stale === undefined ? '' : `and ${isStale('$4')}`} order by no limit $3`,
			[atlas, after, limit, ...(stale === undefined ? [] : [JSON.stringify(stale)])]
		)
		const next = rows.length < limit ? null : (rows.at(-1)?.no ?? null)
		return { rows: rows.map(({ no: _no, ...row }) => row), next }
	}

	/** A person says what the label is; null takes that back. The score follows: −1, 0 or 1 where it said something else. */
	async correct(atlas: string, id: string, label: SentimentLabel | null): Promise<void> {
		if (label !== null && !sentimentLabels.includes(label)) throw new StoreError('failed', 'Not a label')
		await this.#one(atlas, id, async (transaction) => {
			// What is taken back is scored anew.
			if (label === null) await unsettle(transaction, atlas, null)
			return await transaction.query(
				`update mention set label = $3, corrected = $3::text is not null, scored = null, sentiment = case $3
					when 'positive' then case when sentiment > 0 then sentiment else 1 end
					when 'negative' then case when sentiment < 0 then sentiment else -1 end
					when 'neutral' then 0 end
				where atlas = $1 and id = $2`,
				[atlas, id, label]
			)
		})
	}

	/** A person says what a mention is about; null takes that back, what is left out stays. */
	async assign(atlas: string, id: string, assignment: Assignment): Promise<void> {
		const given = (['channel', 'persona', 'need'] as const).filter((field) => assignment[field] !== undefined)
		if (given.length === 0) return
		await this.#one(atlas, id, (transaction) =>
			transaction.query(
				`update mention set ${given.map((field, at) => `${field} = $${at + 3}`).join(', ')} where atlas = $1 and id = $2`,
				[atlas, id, ...given.map((field) => assignment[field])]
			)
		)
	}

	/** By which word lists and values the mentions were read, or null. */
	async wordedBy(atlas: string): Promise<string | null> {
		const [row] = await this.#database.rows<{ worded: string | null }>('select worded from atlas where id = $1', [
			atlas
		])
		return row?.worded ?? null
	}

	async setWordedBy(atlas: string, worded: string): Promise<void> {
		await this.#database.write((transaction) =>
			transaction.query('update atlas set worded = $2 where id = $1', [atlas, worded])
		)
	}

	/** Replaces fields of a mention. Refused with `exists` where it would then be the same as another one. */
	async edit(atlas: string, id: string, fields: Partial<Omit<WordedMention, 'id'>>): Promise<void> {
		await this.#one(atlas, id, async (transaction) => {
			const found = await transaction.query<KeptMention>(
				`select ${mentionColumns} from mention where atlas = $1 and id = $2`,
				[atlas, id]
			)
			const [row] = found.rows
			if (row === undefined) return { affectedRows: 0 }
			const edited = { ...row, ...fields, id }
			const fold = foldOf(edited)
			const same = await transaction.query(
				`select from mention where atlas = $1 and id <> $2 and (fold = $3 or (source = $4 and external_id = $5))`,
				[atlas, id, fold, edited.source, edited.externalId]
			)
			if (same.rows.length > 0) throw new StoreError('exists', 'There is another mention like that')
			await unsettle(transaction, atlas, [edited])
			return await transaction.query(
				`update mention set source = fresh.source, external_id = fresh."externalId", at = fresh.at, text = fresh.text,
					lang = fresh.lang, author = fresh.author, channel = fresh.channel, url = fresh.url,
					sentiment = fresh.sentiment, label = fresh.label, corrected = fresh.corrected, scored = fresh.scored, words = fresh.words,
					says = coalesce(fresh.says, '{}'), denies = coalesce(fresh.denies, '{}'), fold = fresh.fold
				from ${recordset} where mention.atlas = $1 and mention.id = fresh.id`,
				[atlas, storableJson([{ ...edited, at: utc(edited.at), fold }])]
			)
		})
	}

	/** Deletes mentions by id; returns how many there were. */
	async remove(atlas: string, ids: readonly string[]): Promise<number> {
		return await this.#database.write(async (transaction) => {
			if (ids.length >= bulk) await postponeCounting(transaction, atlas)
			const gone = await transaction.query<{ fold: string }>(
				'delete from mention where atlas = $1 and id = any($2::text[]) returning fold',
				[atlas, ids]
			)
			await forget(
				transaction,
				atlas,
				gone.rows.map(({ fold }) => fold)
			)
			return gone.rows.length
		})
	}

	/** Deletes what a source announces as deleted; a repeat that was folded is subtracted. Returns how many of the ids were known. */
	async removeExternal(atlas: string, source: string, externalIds: readonly string[]): Promise<number> {
		return await this.#database.write((transaction) => withdraw(transaction, atlas, source, externalIds))
	}

	/** Writes new words and scores, or, without words, only scores; the label and score that a person set are kept. */
	async rewrite(atlas: string, rows: readonly RewrittenMention[]): Promise<void> {
		await this.#database.write(async (transaction) => {
			if (rows.length >= bulk) await postponeCounting(transaction, atlas)
			await transaction.query(
				`update mention set words = coalesce(fresh.words, mention.words), lang = fresh.lang, says = coalesce(fresh.says, mention.says),
					denies = coalesce(fresh.denies, mention.denies),
					sentiment = case when corrected then mention.sentiment else fresh.sentiment end,
					label = case when corrected then mention.label else fresh.label end,
					scored = case when corrected then null else fresh.scored end
				from json_to_recordset($2::json) as fresh (id text, words text[], says text[], denies text[],
					lang text, sentiment double precision, label text, scored text)
				where mention.atlas = $1 and mention.id = fresh.id`,
				[atlas, storableJson(rows)]
			)
			await unsettle(transaction, atlas, rows)
		})
	}

	/** How many mentions are to be scored anew to have this scoring; what a newer model scored is left alone. */
	async stale(atlas: string, scoring: Scoring): Promise<number> {
		const wanted = JSON.stringify(scoring)
		const [kept] = await this.#database.rows<{ scored: string | null }>('select scored from atlas where id = $1', [
			atlas
		])
		if (kept === undefined || kept.scored === wanted) return 0
		const [counted] = await this.#database.rows<{ count: number }>(
			`select count(*)::integer as count from mention where atlas = $1 and ${isStale('$2')}`,
			[atlas, wanted]
		)
		return counted?.count ?? 0
	}

	/** Remembers that all mentions have this scoring, if that is so; then `stale` is quick. */
	async settle(atlas: string, scoring: Scoring): Promise<void> {
		await this.#database.write((transaction) =>
			transaction.query(
				`update atlas set scored = $2 where id = $1
					and not exists (select from mention where atlas = $1 and ${isStale('$2')})`,
				[atlas, JSON.stringify(scoring)]
			)
		)
	}

	/** Copies the mentions of one atlas to another, inside a transaction of the caller. */
	async copyIn(transaction: Transaction, from: string, to: string): Promise<void> {
		await postponeCounting(transaction, to)
		const kept = `id, source, external_id, at, text, lang, author, channel, url, sentiment, label, corrected, scored, words, says, denies,
			persona, need, repeats, fold`
		await transaction.query(
			`insert into mention (atlas, ${kept}) select $2, ${kept} from mention where atlas = $1 order by no`,
			[from, to]
		)
		await transaction.query(
			`insert into mention_repeat (atlas, source, external_id, fold)
			select $2, source, external_id, fold from mention_repeat where atlas = $1`,
			[from, to]
		)
		await transaction.query(
			`update atlas set mentions = original.mentions, mention_bytes = original.mention_bytes
			from atlas original where original.id = $1 and atlas.id = $2`,
			[from, to]
		)
	}

	async #one(
		atlas: string,
		id: string,
		work: (transaction: Transaction) => Promise<{ affectedRows?: number }>
	): Promise<void> {
		const { affectedRows } = await this.#database.write(work)
		if (affectedRows === 0) throw new StoreError('failed', `There is no mention ${id} in atlas ${atlas}`)
	}
}

/** An instant with any offset as the same instant in UTC. */
function utc(at: string): string {
	return new Date(at).toISOString()
}
