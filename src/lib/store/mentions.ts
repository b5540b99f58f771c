import type { Transaction } from '@electric-sql/pglite'
import { sentimentLabels } from '#lib/domain/model/mention.ts'
import type { SentimentLabel } from '#lib/domain/model/mention.ts'
import type { Database } from './database.ts'
import { foldOf } from './fold.ts'
import { instant } from './atlas-log.ts'
import { storable, storableJson } from './sql-text.ts'
import { StoreError } from './store.ts'
import type {
	AddedMentions,
	KeptMention,
	MentionFilter,
	MentionQuery,
	MentionSummary,
	RewrittenMention,
	WordCount,
	WordedMention
} from './store.ts'

const columns = `mention.id, mention.source, mention.external_id as "externalId", ${instant('mention.at')} as at, mention.text,
	mention.lang, mention.author, mention.channel, mention.url, mention.sentiment, mention.label, mention.corrected,
	mention.words, mention.repeats`

const orders: Readonly<Record<MentionQuery['order'], string>> = {
	newest: 'mention.at desc, mention.no desc',
	oldest: 'mention.at, mention.no',
	'most-positive': 'mention.sentiment desc nulls last, mention.no desc',
	'most-negative': 'mention.sentiment nulls last, mention.no desc'
}

/** From so many mentions in a batch on, words are not counted by the trigger but anew when they are next asked for. */
export const bulk = 500

const recordset = `json_to_recordset($2::json) as fresh (id text, source text, "externalId" text, at timestamptz, text text, lang text,
	author text, channel text, url text, sentiment double precision, label text, corrected boolean, words text[], fold uuid, place integer)`

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
			`insert into mention (atlas, id, source, external_id, at, text, lang, author, channel, url, sentiment, label, corrected, words, fold)
			select $1, id, source, "externalId", at, text, lang, author, channel, url, sentiment, label, corrected, words, fold
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
		return result
	}

	/** A page of mentions, and how many there are. */
	async page(atlas: string, query: MentionQuery): Promise<{ rows: KeptMention[]; total: number }> {
		const { where, parameters } = conditions(atlas, query)
		return await this.#database.transact(async (transaction) => {
			const rows = await transaction.query<KeptMention>(
				`select ${columns} from mention where ${where} order by ${orders[query.order]}
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

	/** Mentions in the order they came in, after the given number. */
	async read(atlas: string, after: number, limit: number): Promise<{ rows: KeptMention[]; next: number | null }> {
		const rows = await this.#database.rows<KeptMention & { no: number }>(
			`select mention.no::double precision as no, ${columns} from mention where atlas = $1 and no > $2 order by no limit $3`,
			[atlas, after, limit]
		)
		const next = rows.length < limit ? null : (rows.at(-1)?.no ?? null)
		return { rows: rows.map(({ no: _no, ...row }) => row), next }
	}

	/** The most frequent words of the mentions that the filter leaves. */
	async words(atlas: string, filter: MentionFilter, limit: number): Promise<WordCount[]> {
		const narrowed = Object.values(filter).some((condition) => condition !== undefined)
		if (!narrowed) {
			await this.countWords(atlas)
			return await this.#database.rows<WordCount>(
				`select word, mentions, sentiment / (1000000.0::double precision * nullif(scored, 0)) as sentiment,
					positive, neutral, negative
				from word_count where atlas = $1 order by mentions desc, word collate "C" limit $2`,
				[atlas, limit]
			)
		}
		const { where, parameters } = conditions(atlas, filter)
		return await this.#database.rows<WordCount>(
			`select word, count(*)::integer as mentions,
				sum(round(sentiment * 1000000)) / (1000000.0::double precision * nullif(count(sentiment), 0)) as sentiment,
				(count(*) filter (where label = 'positive'))::integer as positive,
				(count(*) filter (where label = 'neutral'))::integer as neutral,
				(count(*) filter (where label = 'negative'))::integer as negative
			from mention cross join unnest(words) as word where ${where}
			group by word order by mentions desc, word collate "C" limit $${parameters.length + 1}`,
			[...parameters, limit]
		)
	}

	/** Counts the words of an atlas anew, where a bulk load left that for later. */
	async countWords(atlas: string): Promise<void> {
		const dirty = await this.#database.rows<{ words_dirty: boolean }>('select words_dirty from atlas where id = $1', [
			atlas
		])
		if (dirty[0]?.words_dirty !== true) return
		await this.#database.write(async (transaction) => {
			await transaction.query('delete from word_count where atlas = $1', [atlas])
			await transaction.query(
				`insert into word_count (atlas, word, mentions, scored, sentiment, positive, neutral, negative)
				select atlas, word, count(*), count(sentiment), coalesce(sum(round(sentiment * 1000000)), 0),
					count(*) filter (where label = 'positive'), count(*) filter (where label = 'neutral'),
					count(*) filter (where label = 'negative')
				from mention cross join unnest(words) as word where atlas = $1 group by atlas, word`,
				[atlas]
			)
			await transaction.query('update atlas set words_dirty = false where id = $1', [atlas])
			await transaction.exec('analyze word_count')
		})
	}

	/** Figures of the mentions that the filter leaves. */
	async summary(atlas: string, filter: MentionFilter): Promise<MentionSummary> {
		const { where, parameters } = conditions(atlas, filter)
		return await this.#database.transact(async (transaction) => {
			const figures = await transaction.query<Omit<MentionSummary, 'languages' | 'sources' | 'channels'>>(
				`select count(*)::integer as total, coalesce(sum(repeats), 0)::integer as repeats,
					(count(*) filter (where label = 'positive'))::integer as positive,
					(count(*) filter (where label = 'neutral'))::integer as neutral,
					(count(*) filter (where label = 'negative'))::integer as negative,
					(count(*) filter (where label is null))::integer as unscored,
					${instant('min(at)')} as first, ${instant('max(at)')} as last
				from mention where ${where}`,
				parameters
			)
			const by = async (expression: string): Promise<Record<string, number>> => {
				const groups = await transaction.query<{ key: string; mentions: number }>(
					`select coalesce(${expression}, '') as key, count(*)::integer as mentions from mention where ${where} group by 1`,
					parameters
				)
				return Object.fromEntries(groups.rows.map(({ key, mentions }) => [key, mentions]))
			}
			const [row] = figures.rows
			if (row === undefined) throw new StoreError('failed', 'No figures')
			return { ...row, languages: await by('lang'), sources: await by('source'), channels: await by(channelOf) }
		})
	}

	/** A person says what the label is; null takes that back. The score follows: −1, 0 or 1 where it said something else. */
	async correct(atlas: string, id: string, label: SentimentLabel | null): Promise<void> {
		if (label !== null && !sentimentLabels.includes(label)) throw new StoreError('failed', 'Not a label')
		await this.#one(atlas, id, (transaction) =>
			transaction.query(
				`update mention set label = $3, corrected = $3::text is not null, sentiment = case $3
					when 'positive' then case when sentiment > 0 then sentiment else 1 end
					when 'negative' then case when sentiment < 0 then sentiment else -1 end
					when 'neutral' then 0 end
				where atlas = $1 and id = $2`,
				[atlas, id, label]
			)
		)
	}

	/** Replaces fields of a mention. Refused with `exists` where it would then be the same as another one. */
	async edit(atlas: string, id: string, fields: Partial<Omit<WordedMention, 'id'>>): Promise<void> {
		await this.#one(atlas, id, async (transaction) => {
			const found = await transaction.query<KeptMention>(
				`select ${columns} from mention where atlas = $1 and id = $2`,
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
			return await transaction.query(
				`update mention set source = fresh.source, external_id = fresh."externalId", at = fresh.at, text = fresh.text,
					lang = fresh.lang, author = fresh.author, channel = fresh.channel, url = fresh.url,
					sentiment = fresh.sentiment, label = fresh.label, corrected = fresh.corrected, words = fresh.words,
					fold = fresh.fold
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

	/** Writes new words and scores; the label and score that a person set are kept. */
	async rewrite(atlas: string, rows: readonly RewrittenMention[]): Promise<void> {
		await this.#database.write(async (transaction) => {
			if (rows.length >= bulk) await postponeCounting(transaction, atlas)
			await transaction.query(
				`update mention set words = fresh.words, lang = fresh.lang,
					sentiment = case when corrected then mention.sentiment else fresh.sentiment end,
					label = case when corrected then mention.label else fresh.label end
				from json_to_recordset($2::json) as fresh (id text, words text[], lang text, sentiment double precision, label text)
				where mention.atlas = $1 and mention.id = fresh.id`,
				[atlas, storableJson(rows)]
			)
		})
	}

	/** Copies the mentions of one atlas to another, inside a transaction of the caller. */
	async copyIn(transaction: Transaction, from: string, to: string): Promise<void> {
		await postponeCounting(transaction, to)
		const kept = `id, source, external_id, at, text, lang, author, channel, url, sentiment, label, corrected, words, repeats, fold`
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

/** The channel that a mention is about: its own, else that of its source. */
const channelOf = `coalesce(mention.channel, (select source.channel from source where source.atlas = mention.atlas and source.id = mention.source))`

function conditions(atlas: string, filter: MentionFilter): { where: string; parameters: unknown[] } {
	const parameters: unknown[] = [atlas]
	const parts = ['mention.atlas = $1']
	const add = (value: unknown, condition: (place: string) => string) => {
		if (value === undefined) return
		parameters.push(typeof value === 'string' ? storable(value) : value)
		parts.push(condition(`$${parameters.length}`))
	}
	const { word, text, label, lang, channel, source, from, to } = filter
	add(word, (place) => `mention.words @> array[${place}::text]`)
	add(text, (place) => `position(lower(${place}::text) in lower(mention.text)) > 0`)
	if (label === 'unscored') parts.push('mention.label is null')
	else add(label, (place) => `mention.label = ${place}`)
	add(lang, (place) => `mention.lang = ${place}`)
	add(channel, (place) => `${channelOf} = ${place}`)
	add(source, (place) => `mention.source = ${place}`)
	add(from, (place) => `mention.at >= ${place}::timestamptz`)
	add(to, (place) => `mention.at < ${place}::timestamptz`)
	return { where: parts.join(' and '), parameters }
}

/**
 * Takes back what a source no longer has, by the source's own ids. A repeat that was folded is subtracted. Where repeats of it are still there, the mention
 * goes on under the id of one of them. Returns how many of the ids were known.
 */
export async function withdraw(
	transaction: Transaction,
	atlas: string,
	source: string,
	externalIds: readonly string[]
): Promise<number> {
	if (externalIds.length === 0) return 0
	const ids = externalIds.map(storable)
	const repeats = await transaction.query<{ fold: string }>(
		'delete from mention_repeat where atlas = $1 and source = $2 and external_id = any($3::text[]) returning fold',
		[atlas, source, ids]
	)
	await transaction.query(
		`update mention set repeats = greatest(0, mention.repeats - less.number::integer)
		from (select fold, count(*) as number from unnest($2::uuid[]) as fold group by fold) less
		where mention.atlas = $1 and mention.fold = less.fold`,
		[atlas, repeats.rows.map(({ fold }) => fold)]
	)
	const left = await transaction.query<{ fold: string; external_id: string }>(
		`select distinct on (fold) fold, external_id from mention_repeat
		where atlas = $1 and source = $2 and fold in (
			select fold from mention where atlas = $1 and source = $2 and external_id = any($3::text[])
		) order by fold, external_id`,
		[atlas, source, ids]
	)
	for (const { fold, external_id } of left.rows) {
		await transaction.query('delete from mention_repeat where atlas = $1 and source = $2 and external_id = $3', [
			atlas,
			source,
			external_id
		])
		await transaction.query(
			`update mention set external_id = $3, url = null, repeats = greatest(0, repeats - 1) where atlas = $1 and fold = $2`,
			[atlas, fold, external_id]
		)
	}
	const gone = await transaction.query<{ fold: string }>(
		'delete from mention where atlas = $1 and source = $2 and external_id = any($3::text[]) returning fold',
		[atlas, source, ids]
	)
	await forget(
		transaction,
		atlas,
		gone.rows.map(({ fold }) => fold)
	)
	return gone.rows.length + repeats.rows.length + left.rows.length
}

export async function requireAtlas(transaction: Transaction, atlas: string): Promise<void> {
	const found = await transaction.query('select from atlas where id = $1', [atlas])
	if (found.rows.length === 0) throw new StoreError('unknown-atlas', `There is no atlas ${atlas} here`)
}

/** For the rest of the transaction words are not counted; they will be when they are next asked for. */
export async function postponeCounting(transaction: Transaction, atlas: string): Promise<void> {
	await transaction.exec(`set local channel_atlas.bulk = 'on'`)
	await transaction.query('update atlas set words_dirty = true where id = $1', [atlas])
}

/** Forgets the repeats of mentions that are gone, and counts what is left. */
export async function forget(transaction: Transaction, atlas: string, folds: readonly string[]): Promise<void> {
	if (folds.length === 0) return
	await transaction.query('delete from mention_repeat where atlas = $1 and fold = any($2::uuid[])', [atlas, folds])
	await transaction.query(
		`update atlas set mentions = greatest(0, mentions - $2),
			mention_bytes = case when mentions > $2 then mention_bytes * (mentions - $2) / mentions else 0 end
		where id = $1`,
		[atlas, folds.length]
	)
}

/** Says of the mentions that were not added which were known, and folds the others into those that they repeat. */
async function foldIn(
	transaction: Transaction,
	atlas: string,
	fresh: readonly (WordedMention & { fold: string })[],
	added: ReadonlySet<string>
): Promise<{ repeats: number; known: number }> {
	const left: (WordedMention & { fold: string })[] = []
	const seen = new Set<string>()
	let known = 0
	for (const mention of fresh) {
		// Of two with the same id in a batch the first was added.
		if (added.has(mention.id) && !seen.has(mention.id)) seen.add(mention.id)
		else if (added.has(mention.id)) known += 1
		else left.push(mention)
	}
	const byId = await transaction.query<{ id: string }>(
		'select id from mention where atlas = $1 and id = any($2::text[])',
		[atlas, left.map(({ id }) => storable(id))]
	)
	const knownIds = new Set(byId.rows.map(({ id }) => id))
	const byExternal = await transaction.query<{ source: string; external_id: string }>(
		`select source, external_id from mention where atlas = $1 and external_id = any($2::text[])
		union select source, external_id from mention_repeat where atlas = $1 and external_id = any($2::text[])`,
		[atlas, left.flatMap(({ externalId }) => (externalId === null ? [] : [storable(externalId)]))]
	)
	const externalKey = (source: string, external: string) => `${source} ${storable(external)}`
	const knownExternal = new Set(byExternal.rows.map((row) => externalKey(row.source, row.external_id)))
	const repeats: { source: string; externalId: string | null; fold: string }[] = []
	for (const { id, source, externalId, fold } of left) {
		const external = externalId === null ? null : externalKey(source, externalId)
		if (knownIds.has(id) || (external !== null && knownExternal.has(external))) known += 1
		else {
			repeats.push({ source, externalId, fold })
			if (external !== null) knownExternal.add(external)
		}
	}
	if (repeats.length > 0) {
		const json = storableJson(repeats)
		await transaction.query(
			`insert into mention_repeat (atlas, source, external_id, fold)
			select $1, source, "externalId", fold from json_to_recordset($2::json) as folded (source text, "externalId" text, fold uuid)
			where "externalId" is not null on conflict do nothing`,
			[atlas, json]
		)
		await transaction.query(
			`update mention set repeats = mention.repeats + more.number::integer
			from (select fold, count(*) as number from json_to_recordset($2::json) as folded (fold uuid) group by fold) more
			where mention.atlas = $1 and mention.fold = more.fold`,
			[atlas, json]
		)
	}
	return { repeats: repeats.length, known }
}

/** An instant with any offset as the same instant in UTC. */
function utc(at: string): string {
	return new Date(at).toISOString()
}
