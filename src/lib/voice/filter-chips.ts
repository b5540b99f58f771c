import type { Atlas } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import type { MentionFilter } from '#lib/store/store.ts'
import { languageName } from '#lib/wording/language-name.ts'
import { labelNames } from './label-filter.ts'

/** One thing that narrows the list, and the filter without it. */
export type FilterChip = { readonly id: string; readonly text: string; readonly without: MentionFilter }

/** What narrows the list, in words. The text that is searched for stands in its own field. */
export function filterChips(atlas: Atlas, filter: MentionFilter, locale: string): FilterChip[] {
	const { word, label, lang, channel, source, author, says, denies, value, from, to, about } = filter
	const valueName = (id: string) => atlas.values.get(id)?.name ?? id
	const chips: (FilterChip | null)[] = [
		one('word', word),
		one('label', label && labelNames[label].name()),
		one('lang', lang === '' ? m.voice_group_none() : lang && languageName(lang, locale)),
		one('channel', channelText(atlas, channel)),
		one(
			'about',
			about &&
				(atlas.needs.get(about.topic.id) ?? atlas.personas.get(about.topic.id) ?? atlas.products.get(about.topic.id))
					?.name
		),
		one('says', says && `${m.voice_said()}: ${valueName(says)}`),
		one('denies', denies && `${m.voice_denied()}: ${valueName(denies)}`),
		one('value', value && valueName(value)),
		one('source', source && (atlas.sources.get(source)?.name ?? source)),
		one('author', author)
	]
	if (from !== undefined || to !== undefined)
		chips.push({ id: 'time', text: spanText(from, to, locale), without: { from: undefined, to: undefined } })
	return chips.filter((chip) => chip !== null)
}

function one(id: keyof MentionFilter, text: string | undefined): FilterChip | null {
	return text === undefined || text === '' ? null : { id, text, without: { [id]: undefined } }
}

function channelText(atlas: Atlas, channel: MentionFilter['channel']): string | undefined {
	if (channel === undefined) return undefined
	if (channel === '') return m.voice_group_none()
	const names = [channel].flat().map((id) => atlas.channels.get(id)?.name ?? id)
	return names.length > 2 ? `${names.slice(0, 2).join(', ')} +${names.length - 2}` : names.join(', ')
}

/** A span of whole days, both included. */
function spanText(from: string | undefined, to: string | undefined, locale: string): string {
	const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
	const first = from === undefined ? null : new Date(from)
	const last = to === undefined ? null : new Date(Date.parse(to) - 1)
	if (first !== null && last !== null) return format.formatRange(first, last)
	return first !== null ? `≥ ${format.format(first)}` : last !== null ? `≤ ${format.format(last)}` : ''
}
