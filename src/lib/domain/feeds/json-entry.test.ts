import { expect, test } from 'vitest'
import { contentHash, readDocument, readEntry, readLines } from './json-entry.ts'

test('an entry is read by the names of its fields, in any language that tables use', () => {
	expect(readEntry({ bericht: 'Snel', datum: '2026-03-02', klant: 'An', kenmerk: 7 })).toEqual({
		...{ op: 'put', text: 'Snel', at: '2026-03-02', author: 'An', id: '7' },
		...{ lang: '', url: '', channel: '' }
	})
})

test('a person may be an object, and names may be given as a way', () => {
	const entry = { body: { plain: 'Slow' }, user: { name: 'Bo', id: 'u1' }, meta: { uid: 'x9' } }
	expect(readEntry(entry, { text: 'body.plain', id: 'meta.uid' })).toMatchObject({
		op: 'put',
		text: 'Slow',
		author: 'Bo',
		id: 'x9'
	})
})

test.each([
	[
		{ op: 'delete', id: 7 },
		{ op: 'delete', id: '7' }
	],
	[
		{ op: 'delete-author', author: 'An', cursor: 'c1' },
		{ op: 'delete-author', author: 'An', cursor: 'c1' }
	],
	[{ op: 'resync' }, { op: 'resync' }],
	[{ op: 'delete' }, { op: 'drop', reason: 'malformed' }],
	[
		{ op: 'toString', text: 'x' },
		{ op: 'drop', reason: 'malformed' }
	],
	[null, { op: 'drop', reason: 'malformed' }],
	[7, { op: 'drop', reason: 'malformed' }],
	[[1], { op: 'drop', reason: 'malformed' }]
])('%j', (entry, event) => {
	expect(readEntry(entry)).toEqual(event)
})

test('members that an entry only inherits are not its own', () => {
	expect(readEntry(JSON.parse('{"__proto__": {"text": "x", "op": "delete", "id": "1"}}'))).toMatchObject({
		op: 'put',
		text: ''
	})
	expect(readEntry({ text: 'x' }, { id: 'constructor.name', author: '__proto__.text' })).toMatchObject({
		id: '',
		author: ''
	})
})

test('lines that are no JSON are malformed, the others stay', () => {
	expect(readLines('{"text":"a"}\r\n\n{"text":\n"b"\n').map(({ op }) => op)).toEqual(['put', 'drop', 'put'])
})

test('a document is an array, an object that holds one, or lines', () => {
	const texts = (text: string, list = '') =>
		readDocument(text, list)?.events.map((event) => (event.op === 'put' ? event.text : event.op))
	expect(texts('[{"text":"a"},{"text":"b"}]')).toEqual(['a', 'b'])
	expect(texts('{"total":2,"rows":[{"text":"a"}],"cursor":"p2"}')).toEqual(['a'])
	expect(readDocument('{"rows":[],"cursor":"p2"}', '')?.cursor).toBe('p2')
	expect(texts('{"data":{"list":[{"text":"a"}],"other":[1,2]}}', 'data.list')).toEqual(['a'])
	expect(texts('{"text":"a"}\n{"text":"b"}')).toEqual(['a', 'b'])
	expect(readDocument('<html>', '')).toBeNull()
	expect(readDocument('{"a":1}', 'b.c')).toBeNull()
})

test('an entry without an id has the same id whenever it is fetched, and another text another one', () => {
	const id = (text: string) => {
		const event = readDocument(`[{"text":"${text}"}]`, '')?.events[0]
		return event?.op === 'put' ? event.id : ''
	}
	expect(id('a')).toMatch(/^~[0-9a-f]{16}$/)
	expect(id('a')).toBe(id('a'))
	expect(id('a')).not.toBe(id('b'))
	expect(new Set(Array.from({ length: 5000 }, (_, at) => contentHash(`post ${at}`))).size).toBe(5000)
})
