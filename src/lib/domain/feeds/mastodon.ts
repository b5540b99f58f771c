import { malformed, putOf, type FeedEvent } from './feed-event.ts'
import { htmlText } from './html-text.ts'
import { parseJson, valueAt } from './json-entry.ts'

/** Which of a server's public streams: posts with a tag, all that it knows, or only those of its own people. */
export type MastodonStream = 'hashtag' | 'public' | 'public:local'

/** A tag without its # and without what a tag cannot hold. */
export function plainTag(tag: string): string {
	return tag.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}_]/gu, '')
}

/** The way to the stream by server-sent events. */
export function streamWay(stream: MastodonStream, tag: string): string {
	if (stream === 'hashtag') return `/api/v1/streaming/hashtag?tag=${encodeURIComponent(plainTag(tag))}`
	return stream === 'public' ? '/api/v1/streaming/public' : '/api/v1/streaming/public/local'
}

/** What to say on a WebSocket to be told the stream. */
export function subscription(stream: MastodonStream, tag: string): string {
	return JSON.stringify({ type: 'subscribe', stream, ...(stream === 'hashtag' ? { tag: plainTag(tag) } : {}) })
}

/** The way to a page of what was posted after a status, the oldest first; without one, to the newest page. */
export function timelineWay(stream: MastodonStream, tag: string, after: string | null, limit: number): string {
	const way = stream === 'hashtag' ? `tag/${encodeURIComponent(plainTag(tag))}` : 'public'
	const parameters = new URLSearchParams({ limit: String(limit) })
	if (stream === 'public:local') parameters.set('local', 'true')
	if (after !== null) parameters.set('min_id', after)
	return `/api/v1/timelines/${way}?${parameters}`
}

/** The later of two status ids: numbers that are too long for numbers. */
export function laterId(one: string | null, other: string): string {
	if (one === null || other.length > one.length) return other
	return other.length === one.length && other > one ? other : one
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : ''
}

/** One event of the stream by name and payload. Null where it is about something else (announcements, filters). */
export function readMastodonEvent(event: string, payload: string): FeedEvent | null {
	switch (event) {
		case 'update':
		case 'status.update':
			return readStatus(parseJson(payload), event === 'status.update')
		case 'delete':
			return payload.trim() === '' ? malformed : { op: 'delete', id: payload.trim() }
		default:
			return null
	}
}

/** A message on the WebSocket: `{"stream": […], "event": "update", "payload": "<JSON>"}`. */
export function readMastodonFrame(frame: string): FeedEvent | null {
	const message = parseJson(frame)
	const event = valueAt(message, 'event')
	if (typeof event !== 'string') return typeof valueAt(message, 'error') === 'string' ? null : malformed
	const payload = valueAt(message, 'payload')
	return readMastodonEvent(event, typeof payload === 'number' ? String(payload) : text(payload))
}

/**
 * A status as a mention: its text without markup, under its warning where it has one. Kept out: what is not public, and what only passes on another's
 * post. An edit goes on from where the stream was, since its id is an old one.
 */
export function readStatus(status: unknown, isEdit = false): FeedEvent {
	const id = text(valueAt(status, 'id'))
	if (id === '' || typeof valueAt(status, 'content') !== 'string') return malformed
	const onward = isEdit ? {} : { cursor: id }
	if (valueAt(status, 'visibility') !== 'public') return { op: 'drop', reason: 'not-public', ...onward }
	if (valueAt(status, 'reblog') !== null && valueAt(status, 'reblog') !== undefined) {
		return { op: 'drop', reason: 'boost', ...onward }
	}
	const warning = text(valueAt(status, 'spoiler_text')).trim()
	const said = htmlText(text(valueAt(status, 'content')))
	return putOf({
		id,
		author: text(valueAt(status, 'account.acct')),
		text: warning === '' ? said : `${warning}\n${said}`,
		lang: text(valueAt(status, 'language')),
		at: text(valueAt(status, 'created_at')),
		url: text(valueAt(status, 'url')),
		...onward
	})
}
