import { byCodeUnit } from '#lib/domain/model/atlas.ts'
import type { SentimentLabel } from '#lib/domain/model/mention.ts'
import type { WordOrigin } from '#lib/domain/wall/moderation.ts'
import { instant } from './atlas-log.ts'
import type { Database } from './database.ts'
import { channelOf, conditions } from './mention-filter.ts'
import { storable, storableJson } from './sql-text.ts'
import { keepStatistics } from './statistics.ts'
import type { GroupKey, MentionFilter, MentionGroup, MentionSummary, Pulse, TopicQuery, WordCount } from './store.ts'

const byLabel = `(count(*) filter (where label = 'positive'))::integer as positive,
	(count(*) filter (where label = 'neutral'))::integer as neutral,
	(count(*) filter (where label = 'negative'))::integer as negative`
const mean = `sum(round(sentiment * 1000000)) / (1000000.0::double precision * nullif(count(sentiment), 0)) as sentiment`
const groupColumns = `count(*)::integer as total, ${byLabel}, (count(*) filter (where label is null))::integer as unscored, ${mean}`

function moment(unit: string): string {
	return instant(`date_trunc('${unit}', mention.at, 'UTC')`)
}

/** What mentions can be grouped by, as SQL. */
const groupings: Readonly<Record<GroupKey, string>> = {
	channel: `coalesce(${channelOf}, '')`,
	source: 'mention.source',
	lang: `coalesce(mention.lang, '')`,
	author: 'mention.author',
	says: 'unnest(mention.says)',
	denies: 'unnest(mention.denies)',
	hour: moment('hour'),
	day: moment('day'),
	week: moment('week'),
	month: moment('month')
}

type SummaryGroup = Readonly<{
	lang: string
	source: string
	channel: string | null
	label: SentimentLabel | null
	total: number
	repeats: number
	first: string
	last: string
}>

/** Figures of the mentions of an atlas: their words, labels and groups. */
export class MentionFigures {
	readonly #database: Database

	constructor(database: Database) {
		this.#database = database
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
		// What is asked of a mention is reckoned once for it, not once for each of its words: `offset 0` keeps the planner from moving that.
		return await this.#database.rows<WordCount>(
			`select word, count(*)::integer as mentions, sum(scaled) / (1000000.0::double precision * nullif(count(scaled), 0)) as sentiment,
				count(positive)::integer as positive, count(neutral)::integer as neutral, count(negative)::integer as negative
			from (
				select words, round(sentiment * 1000000) as scaled, case label when 'positive' then 1 end as positive,
					case label when 'neutral' then 1 end as neutral, case label when 'negative' then 1 end as negative
				from mention where ${where} offset 0
			) narrowed cross join unnest(words) as word
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
		await keepStatistics(this.#database)
	}

	/** Figures of the mentions that the filter leaves. All come from one pass over them: a filter by text reads every mention. */
	async summary(atlas: string, filter: MentionFilter): Promise<MentionSummary> {
		const { where, parameters } = conditions(atlas, filter)
		const { groups, sources } = await this.#database.transact(async (transaction) => {
			const groups = await transaction.query<SummaryGroup>(
				`select coalesce(lang, '') as lang, source, channel, label, count(*)::integer as total,
					sum(repeats)::integer as repeats, ${instant('min(at)')} as first, ${instant('max(at)')} as last
				from mention where ${where} group by lang, source, channel, label`,
				parameters
			)
			const sources = await transaction.query<{ id: string; channel: string | null }>(
				'select id, channel from source where atlas = $1',
				[atlas]
			)
			return { groups: groups.rows, sources: sources.rows }
		})
		const channelOfSource = new Map(sources.map(({ id, channel }) => [id, channel]))
		const sum = (list: readonly SummaryGroup[]) => list.reduce((total, group) => total + group.total, 0)
		const of = (label: SentimentLabel | null) => sum(groups.filter((group) => group.label === label))
		const by = (key: (group: SummaryGroup) => string) =>
			Object.fromEntries([...Map.groupBy(groups, key)].map(([name, list]) => [name, sum(list)]))
		return {
			total: sum(groups),
			repeats: groups.reduce((total, { repeats }) => total + repeats, 0),
			positive: of('positive'),
			neutral: of('neutral'),
			negative: of('negative'),
			unscored: of(null),
			first: groups.map(({ first }) => first).toSorted(byCodeUnit)[0] ?? null,
			last:
				groups
					.map(({ last }) => last)
					.toSorted(byCodeUnit)
					.at(-1) ?? null,
			languages: by(({ lang }) => lang),
			sources: by(({ source }) => source),
			channels: by(({ channel, source }) => channel ?? channelOfSource.get(source) ?? '')
		}
	}

	/** The mentions that the filter leaves in groups, the largest first; a mention that says two values is in two. */
	async groups(atlas: string, filter: MentionFilter, by: GroupKey, limit: number): Promise<MentionGroup[]> {
		const { where, parameters } = conditions(atlas, filter)
		const named = by === 'author' ? ' and mention.author is not null' : ''
		return await this.#database.rows<MentionGroup>(
			`select key, ${groupColumns}
			from (select ${groupings[by]} as key, label, sentiment from mention where ${where}${named}) grouped
			group by key order by total desc, key collate "C" limit $${parameters.length + 1}`,
			[...parameters, limit]
		)
	}

	/** The mentions about each topic: those that a person assigned to it, and, of those that nobody did, the ones that its words fit. */
	async topics(atlas: string, filter: MentionFilter, { kind, topics }: TopicQuery): Promise<MentionGroup[]> {
		const { where, parameters } = conditions(atlas, filter)
		const column = kind === 'persona' ? 'mention.persona' : 'mention.need'
		const parts = topics.flatMap(({ id, entries }) =>
			entries.flatMap(({ words, needed }, entry) => words.map((word) => ({ id, entry, needed, word })))
		)
		return await this.#database.rows<MentionGroup>(
			`with part as (
				select * from json_to_recordset($${parameters.length + 1}::json) as part (id text, entry integer, needed integer, word text)
			), fit as (
				select part.id as topic, mention.no, label, sentiment
				from mention cross join unnest(words) as held join part on part.word = held
				where ${where} and ${column} is null
				group by part.id, part.entry, part.needed, mention.no, label, sentiment having count(*) >= part.needed
			)
			select key, ${groupColumns} from (
				select distinct topic as key, no, label, sentiment from fit
				union all select ${column}, no, label, sentiment from mention where ${where} and ${column} is not null
			) grouped group by key order by total desc, key collate "C"`,
			[...parameters, storableJson(parts)]
		)
	}

	/** How much was said in so many hours up to the newest mention; null: since ever. What claims to be of the future does not move the hours. */
	async pulse(atlas: string, hours: number | null): Promise<Pulse> {
		const [row] = await this.#database.rows<Pulse>(
			`with newest as (
				select max(at) as at from mention where atlas = $1 and at <= now() + interval '1 hour'
			), stretch as (
				select at - make_interval(hours => $2::integer) as start, at + interval '1 millisecond' as ending,
					at - make_interval(hours => 2 * $2::integer) as earlier, at from newest
			)
			select ${instant('stretch.at')} as newest, ${instant('stretch.start')} as from, ${instant('stretch.ending')} as to,
				(select count(*)::integer from mention where atlas = $1 and ($2::integer is null or mention.at >= stretch.start)
					and mention.at < stretch.ending) as total,
				case when $2::integer is not null then (select count(*)::integer from mention where atlas = $1
					and mention.at >= stretch.earlier and mention.at < stretch.start) end as before
			from stretch`,
			[atlas, hours]
		)
		return row ?? { newest: null, from: null, to: null, total: 0, before: null }
	}

	/** Who said each of the words; authors that are not named count as one. */
	async wordOrigins(atlas: string, words: readonly string[]): Promise<WordOrigin[]> {
		return await this.#database.rows<WordOrigin>(
			`select word, count(distinct coalesce(author, ''))::integer as authors, ${instant('min(at)')} as first
			from mention cross join unnest(words) as word
			where atlas = $1 and mention.words && $2::text[] and word = any($2::text[])
			group by word order by word collate "C"`,
			[atlas, words.map(storable)]
		)
	}
}
