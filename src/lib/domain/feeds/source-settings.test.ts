import { expect, test } from 'vitest'
import { mentionOfPut } from './mention-of-put.ts'
import { putOf } from './feed-event.ts'
import { feedPlan } from './source-settings.ts'

test('what is not said has its usual value', () => {
	expect(feedPlan({ kind: 'rss', settings: { url: ' https://example.org/feed ' } })).toEqual({
		ok: true,
		plan: {
			kind: 'rss',
			settings: { url: 'https://example.org/feed', every: 30, words: [], not: [], langs: [], masks: true, most: 50_000 }
		}
	})
})

test.each([
	['rss', { url: 'https://example.org', every: 5 }, 'every'],
	['rss', {}, 'url'],
	['http-json', { url: 'http://example.org' }, 'url'],
	['websocket', { url: 'https://example.org' }, 'url'],
	['sse', { url: 'https://example.org', token: 'secret' }, ''],
	['mastodon', { stream: 'hashtag' }, 'tag'],
	['carrier-pigeon', {}, 'kind']
])('%s with %j cannot run', (kind, settings, field) => {
	const read = feedPlan({ kind, settings })
	expect(read.ok ? [] : read.problems.map((problem) => problem.field)).toContain(field)
})

const context = { source: 'S', channelNamed: () => null, now: '2026-03-02T10:00:00.000Z' }

test('nobody is named: the author is a number, in the id too, and personal addresses are left out', () => {
	const did = 'did:plc:abcdef'
	const read = mentionOfPut(
		putOf({ id: `${did}/k1`, author: did, text: 'x', url: `https://bsky.app/profile/${did}/post/k1`, lang: 'en_GB' }),
		context,
		true
	)
	expect(read.ok && read.draft).toMatchObject({ lang: 'en-GB', url: null, at: context.now })
	expect(read.ok && read.draft.author).toMatch(/^#[0-9a-f]{8}$/)
	expect(read.ok && read.draft.externalId).toBe(`${read.ok && read.draft.author}/k1`)
	expect(JSON.stringify(read)).not.toContain('abcdef')
})

test('switched off, everything is kept as it is told', () => {
	const read = mentionOfPut(putOf({ id: 'i', author: 'An', text: 'x', url: 'https://x.example/@an/1' }), context, false)
	expect(read.ok && read.draft).toMatchObject({ externalId: 'i', author: 'An', url: 'https://x.example/@an/1' })
})

test.each([
	[putOf({ text: '  ' }), 'empty'],
	[putOf({ text: 'x'.repeat(20_001) }), 'too-long'],
	[putOf({ text: 'x', at: 'whenever' }), 'bad-date']
])('%# has its reason', (put, reason) => {
	expect(mentionOfPut(put, context, true)).toEqual({ ok: false, reason })
})
