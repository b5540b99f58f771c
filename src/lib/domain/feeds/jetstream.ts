import { malformed, putOf, type FeedEvent } from './feed-event.ts'
import { parseJson, valueAt } from './json-entry.ts'

const posts = 'app.bsky.feed.post'
/** What people say of their own posts to keep them from those who do not want to see such. */
const adult = new Set(['porn', 'sexual', 'nudity', 'graphic-media', 'gore', 'nsfl'])
/** Event times come out of order: going on, so much is read again (and known again). In microseconds. */
const rewind = 5_000_000

/** The address that goes on after a cursor; from now where there is none. */
export function jetstreamAddress(host: string, cursor: string | null): string {
	const base = /^wss?:\/\//.test(host) ? host.replace(/\/$/, '') : `wss://${host}`
	const onward = cursor !== null && /^\d{1,17}$/.test(cursor) ? `&cursor=${Math.max(0, Number(cursor) - rewind)}` : ''
	return `${base}/subscribe?wantedCollections=${posts}${onward}`
}

/** The later of two cursors. */
export function laterCursor(one: string | null, other: string): string {
	return one === null || Number(other) > Number(one) ? other : one
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : ''
}

/** The id of a post within Bluesky: the account and the key of the record. */
function postId(did: string, key: string): string {
	return `${did}/${key}`
}

/**
 * One frame of Jetstream: a post made, changed or deleted, or an account that is no longer active. Null where it tells of neither (names of accounts,
 * other collections). The cursor is the server's, else the time of the event.
 */
export function readJetstream(frame: string): FeedEvent | null {
	const message = parseJson(frame)
	const did = text(valueAt(message, 'did'))
	if (!did.startsWith('did:')) return malformed
	const stamp = valueAt(message, 'cursor') ?? valueAt(message, 'time_us')
	const onward = typeof stamp === 'number' || typeof stamp === 'string' ? { cursor: String(stamp) } : {}
	switch (valueAt(message, 'kind')) {
		case 'identity':
			return null
		case 'account':
			return valueAt(message, 'account.active') === false ? { op: 'delete-author', author: did, ...onward } : null
		case 'commit':
			return valueAt(message, 'commit.collection') === posts ? { ...readCommit(message, did), ...onward } : null
		default:
			return malformed
	}
}

function readCommit(message: unknown, did: string): FeedEvent {
	const key = text(valueAt(message, 'commit.rkey'))
	if (key === '') return malformed
	const id = postId(did, key)
	const revision = text(valueAt(message, 'commit.rev'))
	const operation = valueAt(message, 'commit.operation')
	if (operation === 'delete') return { op: 'delete', id, revision }
	if (operation !== 'create' && operation !== 'update') return malformed
	const record = valueAt(message, 'commit.record')
	if (typeof valueAt(record, 'text') !== 'string') return malformed
	const labels = valueAt(record, 'labels.values')
	if (Array.isArray(labels) && labels.some((label) => adult.has(text(valueAt(label, 'val'))))) {
		return { op: 'drop', reason: 'adult' }
	}
	const langs = valueAt(record, 'langs')
	return putOf({
		id,
		author: did,
		text: text(valueAt(record, 'text')),
		lang: Array.isArray(langs) ? text(langs[0]) : '',
		at: momentOf(text(valueAt(record, 'createdAt')), Number(valueAt(message, 'time_us'))),
		url: `https://bsky.app/profile/${did}/post/${key}`,
		revision
	})
}

/** When a post was written: what its author's clock says, but never later than it came. */
function momentOf(createdAt: string, came: number): string {
	const written = Date.parse(createdAt)
	const arrived = came / 1000
	if (Number.isNaN(written)) return Number.isFinite(arrived) ? new Date(arrived).toISOString() : ''
	return new Date(Number.isFinite(arrived) ? Math.min(written, arrived) : written).toISOString()
}
