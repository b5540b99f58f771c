import { expect, test } from 'vitest'
import { jetstreamAddress, laterCursor, readJetstream } from './jetstream.ts'

const did = 'did:plc:abc'
function commit(commit: object, rest: object = {}): string {
	return JSON.stringify({
		did,
		time_us: 1772445600000000,
		kind: 'commit',
		commit: { rev: '3kr', collection: 'app.bsky.feed.post', rkey: 'k1', ...commit },
		...rest
	})
}
const record = {
	$type: 'app.bsky.feed.post',
	text: 'Claims are slow',
	langs: ['en', 'nl'],
	createdAt: '2026-03-02T09:59:58.000Z'
}

test('a post that is made or changed is a mention', () => {
	const put = {
		...{ op: 'put', id: `${did}/k1`, author: did, text: 'Claims are slow', lang: 'en', at: '2026-03-02T09:59:58.000Z' },
		...{ url: `https://bsky.app/profile/${did}/post/k1`, channel: '', revision: '3kr', cursor: '1772445600000000' }
	}
	expect(readJetstream(commit({ operation: 'create', record }))).toEqual(put)
	expect(readJetstream(commit({ operation: 'update', record }))).toEqual(put)
})

test('a clock that runs ahead does not put a post into the future, and a missing one is replaced', () => {
	const at = (createdAt: unknown) => {
		const event = readJetstream(commit({ operation: 'create', record: { ...record, createdAt } }))
		return event?.op === 'put' ? event.at : null
	}
	expect(at('2031-01-01T00:00:00Z')).toBe('2026-03-02T10:00:00.000Z')
	expect(at('nonsense')).toBe('2026-03-02T10:00:00.000Z')
	expect(at(undefined)).toBe('2026-03-02T10:00:00.000Z')
})

test('deletions of posts and accounts are told as such', () => {
	expect(readJetstream(commit({ operation: 'delete' }))).toEqual({
		op: 'delete',
		id: `${did}/k1`,
		revision: '3kr',
		cursor: '1772445600000000'
	})
	const account = (active: boolean) =>
		JSON.stringify({ did, time_us: 5, kind: 'account', account: { active, did, seq: 1, status: 'deleted' } })
	expect(readJetstream(account(false))).toEqual({ op: 'delete-author', author: did, cursor: '5' })
	expect(readJetstream(account(true))).toBeNull()
})

test('a server that gives a cursor is asked by it', () => {
	expect(readJetstream(commit({ operation: 'delete' }, { cursor: 1772445600000001 }))).toMatchObject({
		cursor: '1772445600000001'
	})
})

test('what is no post is nothing, what its author calls adult is left out', () => {
	expect(
		readJetstream(JSON.stringify({ did, time_us: 1, kind: 'identity', identity: { handle: 'a.bsky.social' } }))
	).toBeNull()
	expect(readJetstream(commit({ operation: 'create', collection: 'app.bsky.feed.like', record: {} }))).toBeNull()
	const labels = { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: 'porn' }] }
	expect(readJetstream(commit({ operation: 'create', record: { ...record, labels } }))).toMatchObject({
		op: 'drop',
		reason: 'adult'
	})
})

test.each([
	'',
	'{',
	'[]',
	'"x"',
	'{"kind":"commit"}',
	commit({ operation: 'create' }),
	commit({ operation: 'create', record: { text: 7 } }),
	commit({ operation: 'fly' }),
	commit({ operation: 'create', rkey: 1, record })
])('%s is malformed', (frame) => {
	expect(readJetstream(frame)).toMatchObject({ op: 'drop', reason: 'malformed' })
})

test('going on, a few seconds are read again; the largest cursor counts, since times come out of order', () => {
	expect(jetstreamAddress('jetstream1.us-east.bsky.network', null)).toBe(
		'wss://jetstream1.us-east.bsky.network/subscribe?wantedCollections=app.bsky.feed.post'
	)
	expect(jetstreamAddress('ws://127.0.0.1:9/', '1772445600000000')).toBe(
		'ws://127.0.0.1:9/subscribe?wantedCollections=app.bsky.feed.post&cursor=1772445595000000'
	)
	expect(jetstreamAddress('ws://127.0.0.1:9', 'x&y=1')).not.toContain('cursor')
	expect(['5', '17', '9'].reduce(laterCursor)).toBe('17')
})
