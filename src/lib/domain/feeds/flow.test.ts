import { expect, test } from 'vitest'
import { seededRandom } from '../seeded-random.ts'
import { addressProblem, filledIn } from './feed-address.ts'
import { putOf } from './feed-event.ts'
import { Gatherer } from './gathered.ts'
import { wholeRecords } from './record-end.ts'
import { Sampler } from './sampler.ts'
import { retryAfter, retryDelay } from './waiting.ts'

test('waiting grows to half a minute, with full jitter and never less than half a second', () => {
	expect([1, 2, 3, 6, 7, 50].map((attempt) => retryDelay(attempt, 0.999999))).toEqual([
		999, 1999, 3999, 29_999, 29_999, 29_999
	])
	expect(retryDelay(8, 0)).toBe(500)
	expect(retryDelay(8, 0.5)).toBe(15_000)
})

test('a server that asks to be left alone is', () => {
	const now = Date.parse('2026-03-02T10:00:00Z')
	expect(retryAfter('120', now)).toBe(120_000)
	expect(retryAfter('Mon, 02 Mar 2026 10:05:00 GMT', now)).toBe(300_000)
	expect(retryAfter('Mon, 02 Mar 2020 10:05:00 GMT', now)).toBe(0)
	expect(retryAfter('99999999', now)).toBe(86_400_000)
	expect(retryAfter('soon', now)).toBeNull()
	expect(retryAfter(null, now)).toBeNull()
})

test('what can be kept is kept whole', () => {
	const sampler = new Sampler(200, seededRandom(1))
	for (let at = 0; at < 10_000; at += 10) expect(sampler.keep(at)).toBe(true)
	expect(sampler.told(10_000)).toEqual({ rate: 100, share: 1 })
})

test('of a flood a share is kept that can be, and the share and the rate are told', () => {
	const sampler = new Sampler(200, seededRandom(2))
	let kept = 0
	for (let post = 0; post < 120_000; post += 1) if (sampler.keep(post / 2) && post >= 20_000) kept += 1
	expect(kept / 50).toBeGreaterThan(180)
	expect(kept / 50).toBeLessThan(205)
	const { rate, share } = sampler.told(60_000)
	expect(rate).toBeCloseTo(2000, -2)
	expect(share).toBeGreaterThan(0.09)
	expect(share).toBeLessThan(0.11)
})

test('a burst after a lost connection is kept whole', () => {
	const sampler = new Sampler(200, seededRandom(3))
	let kept = 0
	for (let post = 0; post < 1500; post += 1) if (sampler.keep(1000)) kept += 1
	expect(kept).toBe(1500)
})

test('the last event about a mention counts, and deletions come before what is put after them', () => {
	const gatherer = new Gatherer()
	gatherer.put(putOf({ id: '1', author: 'a', text: 'first' }))
	gatherer.put(putOf({ id: '1', author: 'a', text: 'second' }))
	gatherer.put(putOf({ id: '2', author: 'b', text: 'gone' }))
	gatherer.delete({ op: 'delete', id: '2' })
	gatherer.put(putOf({ id: '3', author: 'c', text: 'theirs' }))
	gatherer.deleteAuthor('c')
	gatherer.put(putOf({ id: '4', author: 'c', text: 'back again' }))
	gatherer.put(putOf({ text: 'no id' }))
	gatherer.put(putOf({ text: 'no id' }))
	expect(gatherer.waiting).toBe(4)
	const { puts, deletes, deleteAuthors } = gatherer.take()
	expect(puts.map(({ text }) => text)).toEqual(['second', 'back again', 'no id', 'no id'])
	expect(deletes).toEqual(['2'])
	expect(deleteAuthors).toEqual(['c'])
	expect(gatherer.isEmpty).toBe(true)
})

test('an event that comes again is known, and a post that comes after its deletion stays deleted', () => {
	const gatherer = new Gatherer()
	const post = putOf({ id: '1', text: 'x', revision: '3ka' })
	expect(gatherer.knows(post)).toBe('no')
	gatherer.put(post)
	gatherer.take()
	expect(gatherer.knows(post)).toBe('seen')
	expect(gatherer.knows({ ...post, revision: '3kb' })).toBe('no')
	gatherer.delete({ op: 'delete', id: '1', revision: '3kc' })
	expect(gatherer.knows({ ...post, revision: '3kb' })).toBe('deleted')
	expect(gatherer.knows(putOf({ text: 'x' }))).toBe('no')
})

test.each([
	['https://example.org/feed?x={cursor}', 'web', null],
	['http://127.0.0.1:4000/x', 'web', null],
	['http://localhost/x', 'web', null],
	['ws://[::1]:9/', 'socket', null],
	['wss://example.org', 'socket', null],
	['http://example.org/', 'web', 'not-secure'],
	['http://127.0.0.1.evil.example/', 'web', 'not-secure'],
	['ws://example.org', 'socket', 'not-secure'],
	['https://me:secret@example.org/', 'web', 'has-password'],
	['wss://example.org', 'web', 'other-scheme'],
	['javascript:alert(1)', 'web', 'other-scheme'],
	['file:///etc/passwd', 'web', 'other-scheme'],
	['data:text/plain,x', 'web', 'other-scheme'],
	['example.org', 'web', 'no-address'],
	['', 'socket', 'no-address']
] as const)('%s for the %s: %s', (address, sort, problem) => {
	expect(addressProblem(address, sort)).toBe(problem)
})

test('cursor and token stand where the address has a place for them', () => {
	expect(filledIn('https://x/?a={cursor}&k={token}', 'p 2', 't&', encodeURIComponent)).toBe('https://x/?a=p%202&k=t%26')
	expect(filledIn('{"since":"{cursor}"}', null, '', (part) => part)).toBe('{"since":""}')
})

test('a file is cut at the end of whole records', () => {
	const bytes = (text: string) => new TextEncoder().encode(text)
	const lines = { quotes: false, unit: 1 } as const
	expect(wholeRecords(bytes('理赔\n很'), lines)).toBe(7)
	expect(wholeRecords(bytes('no end yet'), lines)).toBe(0)
	const table = { quotes: true, unit: 1 } as const
	expect(wholeRecords(bytes('1,"a\nb"\n2,"c\nd'), table)).toBe(8)
	expect(wholeRecords(bytes('1,"a""\nb"\n2'), table)).toBe(10)
	const wide = new Uint8Array(new Uint16Array([0x0a41, 0x000a, 0x0042]).buffer)
	expect(wholeRecords(wide, { quotes: false, unit: 2 })).toBe(4)
})
