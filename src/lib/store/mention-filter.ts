import { instant } from './atlas-log.ts'
import { storable } from './sql-text.ts'
import type { MentionFilter, MentionQuery, TopicFilter } from './store.ts'

/** The columns of a mention as a tab sees it. */
export const mentionColumns = `mention.id, mention.source, mention.external_id as "externalId", ${instant('mention.at')} as at, mention.text,
	mention.lang, mention.author, mention.channel, mention.url, mention.sentiment, mention.label, mention.corrected, mention.scored,
	mention.words, mention.says, mention.denies, mention.persona, mention.need, mention.repeats`

export const mentionOrders: Readonly<Record<MentionQuery['order'], string>> = {
	newest: 'mention.at desc, mention.no desc',
	oldest: 'mention.at, mention.no',
	'most-positive': 'mention.sentiment desc nulls last, mention.no desc',
	'most-negative': 'mention.sentiment nulls last, mention.no desc'
}

/** The channel that a mention is about: its own, else that of its source. */
export const channelOf = `coalesce(mention.channel, (select source.channel from source where source.atlas = mention.atlas and source.id = mention.source))`

type Add = (value: unknown) => string

/** A condition on rows of `mention`, with its parameters; the first is the atlas. */
export function conditions(atlas: string, filter: MentionFilter): { where: string; parameters: unknown[] } {
	const parameters: unknown[] = [atlas]
	const parts = ['mention.atlas = $1']
	const add: Add = (value) => {
		parameters.push(storableValue(value))
		return `$${parameters.length}`
	}
	const narrow = (value: unknown, condition: (place: string) => string) => {
		if (value !== undefined) parts.push(condition(add(value)))
	}
	const { word, text, label, lang, channel, source, author, says, denies, value, from, to, about, corrected } = filter
	narrow(word, (place) => `mention.words @> array[${place}::text]`)
	narrow(text, (place) => `position(lower(${place}::text) in lower(mention.text)) > 0`)
	if (label === 'unscored') parts.push('mention.label is null')
	else narrow(label, (place) => `mention.label = ${place}`)
	if (lang === '') parts.push('mention.lang is null')
	else narrow(lang, (place) => `mention.lang = ${place}`)
	if (channel === '') parts.push(`${channelOf} is null`)
	else if (typeof channel === 'string') narrow(channel, (place) => `${channelOf} = ${place}`)
	else narrow(channel, (place) => `${channelOf} = any(${place}::text[])`)
	narrow(source, (place) => `mention.source = ${place}`)
	narrow(corrected, (place) => `mention.corrected = ${place}`)
	narrow(author, (place) => `mention.author = ${place}`)
	narrow(says, (place) => `mention.says @> array[${place}::text]`)
	narrow(denies, (place) => `mention.denies @> array[${place}::text]`)
	narrow(value, (place) => `(mention.says @> array[${place}::text] or mention.denies @> array[${place}::text])`)
	narrow(from, (place) => `mention.at >= ${place}::timestamptz`)
	narrow(to, (place) => `mention.at < ${place}::timestamptz`)
	if (about !== undefined) parts.push(aboutCondition(about, add))
	return { where: parts.join(' and '), parameters }
}

function storableValue(value: unknown): unknown {
	if (typeof value === 'string') return storable(value)
	return Array.isArray(value) ? value.map(storableValue) : value
}

/** A person's word counts before the words of the text. */
function aboutCondition({ kind, topic }: TopicFilter, add: Add): string {
	const column = kind === 'persona' ? 'mention.persona' : 'mention.need'
	const single = topic.entries.filter(({ needed }) => needed === 1).flatMap(({ words }) => words)
	const several = topic.entries.filter(({ needed }) => needed > 1)
	const fits = several.map(
		({ words, needed }) =>
			`(select count(*) from unnest(mention.words) as word where word = any(${add([...words])}::text[])) >= ${add(needed)}::integer`
	)
	if (single.length > 0) fits.unshift(`mention.words && ${add(single)}::text[]`)
	const assigned = `${column} = ${add(topic.id)}`
	return fits.length === 0 ? assigned : `(${assigned} or (${column} is null and (${fits.join(' or ')})))`
}
