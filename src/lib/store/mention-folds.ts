import type { Transaction } from '@electric-sql/pglite'
import { storable, storableJson } from './sql-text.ts'
import { StoreError, type WordedMention } from './store.ts'

/** From so many mentions in a batch on, words are not counted by the trigger but anew when they are next asked for. */
export const bulk = 500

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
export async function foldIn(
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
