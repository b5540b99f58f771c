import { putOf, type FeedEvent } from './feed-event.ts'
import { htmlText } from './html-text.ts'
import { contentHash } from './json-entry.ts'

/** An entry of a web feed (RSS, Atom, JSON Feed), as its parser gives it. */
export type FeedItem = {
	readonly id?: string | undefined
	readonly title?: string | undefined
	/** HTML or text. */
	readonly content?: string | undefined
	readonly link?: string | undefined
	readonly author?: string | undefined
	readonly date?: string | undefined
	readonly lang?: string | undefined
}

/**
 * An entry as a mention: its title, and under it its text without markup, where that says something else. An entry that is gone from the feed is not deleted:
 * feeds hold the newest only.
 */
export function itemEvent(item: FeedItem): FeedEvent {
	const title = htmlText(item.title ?? '')
	const content = htmlText(item.content ?? '')
	const text =
		content === '' || content === title ? title : content.startsWith(title) ? content : `${title}\n${content}`
	const written = Date.parse(item.date ?? '')
	const link = item.link ?? ''
	return putOf({
		id: item.id || link || `~${contentHash(text)}`,
		author: item.author ?? '',
		text,
		lang: item.lang ?? '',
		at: Number.isNaN(written) ? '' : new Date(written).toISOString(),
		url: /^https?:\/\//i.test(link) ? link : ''
	})
}
