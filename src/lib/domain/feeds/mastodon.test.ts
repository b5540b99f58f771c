import { expect, test } from 'vitest'
import { laterId, readMastodonEvent, readMastodonFrame, streamWay, subscription, timelineWay } from './mastodon.ts'

const status = {
	...{
		id: '113000000000000001',
		created_at: '2026-03-02T10:00:00.000Z',
		visibility: 'public',
		language: 'nl',
		reblog: null
	},
	...{ spoiler_text: '', content: '<p>Schade &amp; zorg <a href="#">#verzekering</a></p>' },
	...{ url: 'https://social.example/@an/113000000000000001', account: { id: '9', acct: 'an@social.example' } }
}

test('a status is a mention without markup', () => {
	const put = {
		...{ op: 'put', id: status.id, author: 'an@social.example', text: 'Schade & zorg #verzekering', lang: 'nl' },
		...{ at: status.created_at, url: status.url, channel: '', cursor: status.id }
	}
	expect(readMastodonEvent('update', JSON.stringify(status))).toEqual(put)
	expect(
		readMastodonFrame(JSON.stringify({ stream: ['hashtag', 'x'], event: 'update', payload: JSON.stringify(status) }))
	).toEqual(put)
})

test('an edit does not move the place to go on from', () => {
	const edit = readMastodonEvent('status.update', JSON.stringify({ ...status, content: '<p>Anders</p>' }))
	expect(edit).toMatchObject({ op: 'put', text: 'Anders' })
	expect(edit).not.toHaveProperty('cursor')
})

test('a warning stands above its text', () => {
	expect(readMastodonEvent('update', JSON.stringify({ ...status, spoiler_text: 'complaint' }))).toMatchObject({
		text: 'complaint\nSchade & zorg #verzekering'
	})
})

test('a deletion is the id alone', () => {
	expect(readMastodonEvent('delete', '113000000000000001')).toEqual({ op: 'delete', id: '113000000000000001' })
	expect(readMastodonFrame('{"stream":["public"],"event":"delete","payload":"113"}')).toEqual({
		op: 'delete',
		id: '113'
	})
})

test.each(['private', 'direct', 'unlisted', undefined])('what is %s is not kept', (visibility) => {
	expect(readMastodonEvent('update', JSON.stringify({ ...status, visibility }))).toMatchObject({
		op: 'drop',
		reason: 'not-public'
	})
})

test('what only passes on another post is not kept', () => {
	expect(readMastodonEvent('update', JSON.stringify({ ...status, reblog: status }))).toMatchObject({
		op: 'drop',
		reason: 'boost'
	})
})

test('other events are nothing, and what cannot be read is malformed', () => {
	expect(readMastodonEvent('filters_changed', '')).toBeNull()
	expect(readMastodonEvent('update', '{')).toEqual({ op: 'drop', reason: 'malformed' })
	expect(readMastodonFrame('nonsense')).toEqual({ op: 'drop', reason: 'malformed' })
})

test('streams and timelines are asked for by their ways', () => {
	expect(streamWay('hashtag', '#Zorg & Zo')).toBe('/api/v1/streaming/hashtag?tag=ZorgZo')
	expect(streamWay('public:local', '')).toBe('/api/v1/streaming/public/local')
	expect(subscription('hashtag', '#保险')).toBe('{"type":"subscribe","stream":"hashtag","tag":"保险"}')
	expect(timelineWay('hashtag', 'zorg', '12', 40)).toBe('/api/v1/timelines/tag/zorg?limit=40&min_id=12')
	expect(timelineWay('public:local', '', null, 20)).toBe('/api/v1/timelines/public?limit=20&local=true')
	expect(['99', '113', '101'].reduce(laterId)).toBe('113')
})
