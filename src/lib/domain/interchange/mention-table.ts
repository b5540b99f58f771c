import type { Atlas } from '../model/atlas.ts'
import { mention, mentionLength, type Mention } from '../model/mention.ts'
import type { MentionNoteRule, MentionRule } from './mention-rules.ts'
import { readMoment, type DateOrder } from './moment.ts'

/** What a column of a mention table can hold (model, section 7). */
export const mentionColumns = ['text', 'at', 'author', 'channel', 'lang', 'id', 'url'] as const
export type MentionColumn = (typeof mentionColumns)[number]
/** Which column (counted from 0) holds what; what no column holds is left out. */
export type ColumnChoice = Partial<Record<MentionColumn, number>>

/** How columns are called in English, Dutch and Chinese, the surest name first. Compared without case, width, spaces and signs. */
const columnNames: Readonly<Record<MentionColumn, readonly string[]>> = {
	text: [
		...[
			'text',
			'mention',
			'message',
			'content',
			'body',
			'comment',
			'review',
			'feedback',
			'post',
			'tweet',
			'answer',
			'verbatim'
		],
		...['tekst', 'bericht', 'inhoud', 'reactie', 'opmerking', 'recensie', 'beoordeling', 'antwoord', 'toelichting'],
		...[
			'文本',
			'内容',
			'正文',
			'评论',
			'留言',
			'消息',
			'提及',
			'评论内容',
			'留言内容',
			'反馈内容',
			'消息内容',
			'反馈',
			'评价',
			'原文',
			'評論',
			'內容'
		]
	],
	at: [
		...[
			'at',
			'datetime',
			'timestamp',
			'date',
			'time',
			'createdat',
			'created',
			'publishedat',
			'published',
			'posted',
			'postedat',
			'when'
		],
		...['datum', 'tijdstip', 'datumtijd', 'tijd', 'geplaatst', 'geplaatstop', 'gemaaktop', 'aangemaakt'],
		...['时间', '日期', '发布时间', '创建时间', '发表时间', '评论时间', '日期时间', '時間']
	],
	author: [
		...['author', 'user', 'username', 'from', 'by', 'customer', 'screenname', 'handle', 'authorname', 'name'],
		...['auteur', 'gebruiker', 'gebruikersnaam', 'afzender', 'klant', 'van', 'naam', 'schrijver'],
		...['作者', '用户', '用户名', '昵称', '发布者', '客户', '姓名', '用戶']
	],
	channel: [
		...['channel', 'source', 'platform', 'medium', 'touchpoint', 'network', 'site'],
		...['kanaal', 'bron', 'contactpunt', 'netwerk'],
		...['渠道', '来源', '平台', '频道', '媒体']
	],
	lang: [...['lang', 'language', 'locale', 'languagecode', 'taal', 'taalcode'], ...['语言', '语种', '語言']],
	id: [
		...[
			'id',
			'externalid',
			'mentionid',
			'messageid',
			'postid',
			'tweetid',
			'reviewid',
			'commentid',
			'uuid',
			'guid',
			'key'
		],
		...['berichtid', 'kenmerk', 'nummer', 'referentie'],
		...['编号', '标识', '序号', '消息编号', '评论编号']
	],
	url: [
		...['url', 'link', 'permalink', 'href', 'webaddress', 'uri', 'weblink', 'webadres', 'webpagina', 'koppeling'],
		...['链接', '网址', '地址', '网页', '原文链接', '鏈接']
	]
}

/** What the columns of a table hold, judged by the names in its header; each column holds one thing at most. */
export function guessColumns(header: readonly string[]): ColumnChoice {
	const names = header.map(plain)
	const choice: ColumnChoice = {}
	const taken = new Set<number>()
	for (const column of mentionColumns) {
		const found = columnNames[column].map((name) => names.indexOf(name)).find((at) => at >= 0 && !taken.has(at))
		if (found === undefined) continue
		choice[column] = found
		taken.add(found)
	}
	return choice
}

function plain(name: string): string {
	return name
		.slice(0, 200)
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
}

/** The ids of an atlas's channels by what a table may call them: the id itself, or the name without case, width and signs. */
export function channelNames(atlas: Atlas): (name: string) => string | null {
	const byName = new Map<string, string>()
	for (const { id, name } of atlas.channels.values()) if (!byName.has(plain(name))) byName.set(plain(name), id)
	return (name) => (atlas.channels.has(name.trim()) ? name.trim() : (byName.get(plain(name)) ?? null))
}

/** What a row needs from outside the table. */
export type MentionContext = {
	/** The id of the source that the mentions come from. */
	source: string
	/** From `channelNames`. */
	channelNamed: (name: string) => string | null
	/** The time of the import (ISO 8601, UTC), for mentions without a date. */
	now: string
	/** From `dateOrderOf` the whole column, for dates with slashes. */
	dateOrder?: DateOrder | null
}

/** A mention that has no id and no score yet. */
export type MentionDraft = Omit<Mention, 'id' | 'sentiment' | 'label' | 'corrected'>
export type MentionNote = { rule: MentionNoteRule; params: Readonly<Record<string, string>> }
export type MentionRowRead =
	| { ok: true; draft: MentionDraft; notes: readonly MentionNote[] }
	| { ok: false; rule: MentionRule; params: Readonly<Record<string, string>> }

const draftSchema = mention.omit({ id: true, sentiment: true, label: true, corrected: true })

/**
 * A mention from a row of a table. Dropped, with the reason: no text, a text that is too long, a date that is none.
 * Left out with a note, while the mention stays: a channel that the atlas has not, an address that is not http(s), a language that is no tag.
 */
export function mentionFromRow(row: readonly string[], columns: ColumnChoice, context: MentionContext): MentionRowRead {
	const cell = (column: MentionColumn) => {
		const at = columns[column]
		return at === undefined ? '' : storable(row[at] ?? '').trim()
	}
	const text = cell('text')
	if (text === '') return { ok: false, rule: 'empty-text', params: {} }
	const moment = cell('at') === '' ? { ok: true as const, at: context.now } : readMoment(cell('at'), context.dateOrder)
	if (!moment.ok) return { ok: false, rule: moment.rule, params: { date: cell('at').slice(0, 40) } }
	const notes: MentionNote[] = []
	const kept = (column: MentionColumn, rule: MentionNoteRule, read: (value: string) => string | null) => {
		const value = cell(column)
		if (value === '') return null
		const result = read(value)
		if (result === null) notes.push({ rule, params: { value: value.slice(0, 80) } })
		return result
	}
	const author = cell('author')
	if ([...author].length > 200) notes.push({ rule: 'author-cut', params: { value: author.slice(0, 80) } })
	const draft = draftSchema.safeParse({
		source: context.source,
		externalId: kept('id', 'bad-id', (value) => fitting(draftSchema.shape.externalId, value)),
		at: moment.at,
		text,
		lang: kept('lang', 'bad-lang', (value) => fitting(draftSchema.shape.lang, value.replaceAll('_', '-'))),
		author: author === '' ? null : [...author].slice(0, 200).join(''),
		channel: kept('channel', 'unknown-channel', context.channelNamed),
		url: kept('url', 'bad-url', (value) => fitting(draftSchema.shape.url, value))
	})
	// Everything else has been made fit above.
	if (!draft.success) return { ok: false, rule: 'text-too-long', params: { most: String(mentionLength) } }
	return { ok: true, draft: draft.data, notes }
}

function fitting(schema: { safeParse(value: string): { success: boolean } }, value: string): string | null {
	return schema.safeParse(value).success ? value : null
}

/** Text that every store can hold: half characters become the sign for one that cannot be shown, zero characters go. */
function storable(cell: string): string {
	return cell.toWellFormed().replaceAll('\0', '')
}
