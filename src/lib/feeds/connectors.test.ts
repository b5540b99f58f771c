import { afterEach, beforeEach, expect, test } from 'vitest'
import {
	beginEvents,
	jetstreamGone,
	jetstreamPost,
	json,
	mastodonStatus,
	ReplayServer
} from '../../../tests/support/replay-server.ts'
import type { Source } from '#lib/domain/model/source.ts'
import { feedPlan, type LiveKind } from '#lib/domain/feeds/source-settings.ts'
import { connectorOf } from './connectors.ts'
import type { Connector, Signal } from './connection.ts'
import { eventsIn, gist, listen, quick } from './test-run.ts'

let server: ReplayServer
beforeEach(async () => {
	server = await new ReplayServer().start()
})
afterEach(() => server.stop())

function connector(kind: LiveKind, settings: Source['settings']): Connector {
	const read = feedPlan({ kind, settings })
	if (!read.ok) throw new Error(JSON.stringify(read.problems))
	return connectorOf(read.plan, () => Promise.reject(new Error('no files here')))
}

function afterEvents(count: number) {
	return (_: Signal, all: readonly Signal[]) => eventsIn(all).length >= count
}

test('JSON over HTTP is asked again; what did not change is not sent again', async () => {
	server.on('/feed', (request, response) => {
		if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
		else json(response, { mentions: [{ id: 1, text: 'slow' }, { op: 'delete', id: 9 }, 'plain', 7] }, { etag: '"1"' })
	})
	const rests = (_: Signal, all: readonly Signal[]) => all.filter(({ kind }) => kind === 'rest').length === 2
	const said = await listen(connector('http-json', { url: `${server.http}/feed`, every: 5 }), rests, {
		token: 'secret'
	})
	expect(gist(eventsIn(said))).toEqual(['slow', '-9', 'plain', '!malformed'])
	expect(said.map(({ kind }) => kind)).toEqual(['open', 'told', 'rest', 'open', 'rest'])
	expect(server.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', 'Bearer secret'])
})

test('an address with places for them is given cursor and token', async () => {
	server.on('/feed', (request, response) => json(response, { rows: [{ text: request.url }], cursor: 'p 2' }))
	const address = `${server.http}/feed?after={cursor}&key={token}`
	await listen(connector('http-json', { url: address }), afterEvents(2), { token: 'k&1' })
	expect(server.asked.map(({ url }) => url)).toEqual(['/feed?after=&key=k%261', '/feed?after=p%202&key=k%261'])
	expect(server.asked[0]?.headers.authorization).toBeUndefined()
})

test.each([
	[200, {}, '<html>', 'unreadable'],
	[401, {}, '', 'refused'],
	[404, {}, '', 'not-found'],
	[429, { 'retry-after': '120' }, '', 'rate-limited'],
	[503, { 'retry-after': '600' }, '', 'server-error']
])('an answer %i %j %s is a failure with its reason', async (status, headers, body, reason) => {
	server.on('/feed', (_, response) => response.writeHead(status, headers).end(body))
	const said = listen(connector('http-json', { url: `${server.http}/feed` }), () => false)
	await expect(said).rejects.toMatchObject({ reason })
	if ('retry-after' in headers)
		await expect(said).rejects.toMatchObject({ wait: Number(headers['retry-after']) * 1000 })
})

test('a server that is not there, and one that never answers, are told apart', async () => {
	const port = server.port
	server.on('/never', () => {})
	await expect(listen(connector('http-json', { url: `${server.http}/never` }), () => false)).rejects.toMatchObject({
		reason: 'silent'
	})
	await server.stop()
	await expect(listen(connector('http-json', { url: `http://127.0.0.1:${port}/` }), () => false)).rejects.toMatchObject(
		{ reason: 'unreachable' }
	)
	const offline = { ...quick, isOnline: () => false }
	await expect(
		listen(connector('websocket', { url: `ws://127.0.0.1:${port}/` }), () => false, { surroundings: offline })
	).rejects.toMatchObject({ reason: 'offline' })
})

test('a slow server is waited for, cut characters and lines included', async () => {
	server.on('/feed', (_, response) => {
		const write = beginEvents(response)
		const bytes = Buffer.from('retry: 4000\nid: 7\ndata: {"text":"理赔很慢"}\n\n')
		let at = 0
		const next = () => {
			if (at >= bytes.length) return
			response.write(bytes.subarray(at, (at += 5)))
			setImmediate(next)
		}
		write(': hello\n\n')
		next()
	})
	const said = await listen(connector('sse', { url: `${server.http}/feed` }), afterEvents(1), { token: 't' })
	expect(eventsIn(said)).toMatchObject([{ op: 'put', text: '理赔很慢', cursor: '7' }])
	expect(server.asked[0]?.headers).toMatchObject({ authorization: 'Bearer t', accept: 'text/event-stream' })
})

test('a stream goes on from the event that was last seen, and tells deletions', async () => {
	server.on('/feed', (request, response) => {
		const write = beginEvents(response)
		write(
			`id: 8\ndata: {"id":"a","text":"after ${request.headers['last-event-id']}"}\ndata: {"id":"b","text":"second line"}\n\n`
		)
		write('event: delete\ndata: 41\n\nevent: delete\ndata: {"id":"a"}\n\nevent: delete-author\ndata: An\n\n')
		write('data: nonsense\n\ndata: {"op":"resync"}\n\n')
	})
	const said = await listen(connector('sse', { url: `${server.http}/feed` }), afterEvents(7), { cursor: '7' })
	expect(gist(eventsIn(said))).toEqual(['after 7', 'second line', '-41', '-a', '-@An', '!malformed', 'resync'])
})

test('a server that does not know the header for going on is asked without it', async () => {
	server.on('/feed', (request, response) => {
		if (request.headers['last-event-id'] !== undefined) request.socket.destroy()
		else beginEvents(response)('data: {"text":"anew"}\n\n')
	})
	const said = await listen(connector('sse', { url: `${server.http}/feed` }), afterEvents(1), { cursor: '7' })
	expect(gist(eventsIn(said))).toEqual(['anew'])
})

test('a stream that ends, or is none, is a failure; how long it wants to be left alone is heard', async () => {
	server.on('/ends', (_, response) => {
		beginEvents(response)('retry: 9000\ndata: {"text":"last"}\n\n')
		response.end()
	})
	await expect(listen(connector('sse', { url: `${server.http}/ends` }), () => false)).rejects.toMatchObject({
		reason: 'closed',
		wait: 9000
	})
	server.on('/page', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello'))
	await expect(listen(connector('sse', { url: `${server.http}/page` }), () => false)).rejects.toMatchObject({
		reason: 'unreadable'
	})
})

test('JSON lines come over a WebSocket; it is greeted as told', async () => {
	const heard: string[] = []
	server.onSocket('/live', (socket) => {
		socket.on('message', (message) => {
			heard.push(String(message))
			socket.send('{"id":1,"text":"one","cursor":"c1"}\n{"id":2,"text":"two"}')
			socket.send(Buffer.from('{"op":"delete","id":1}'))
			socket.send('{')
		})
	})
	const hello = '{"subscribe":"all","key":"{token}"}'
	const said = await listen(connector('websocket', { url: `${server.ws}/live`, hello }), afterEvents(4), {
		token: 'a"b'
	})
	expect(heard).toEqual(['{"subscribe":"all","key":"a\\"b"}'])
	expect(gist(eventsIn(said))).toEqual(['one', 'two', '-1', '!malformed'])
	expect(eventsIn(said)[0]?.cursor).toBe('c1')
})

test('a socket that is dropped, and one that is refused, are failures', async () => {
	server.onSocket('/live', (socket) => socket.terminate())
	await expect(listen(connector('websocket', { url: `${server.ws}/live` }), () => false)).rejects.toMatchObject({
		reason: 'closed'
	})
	await expect(listen(connector('websocket', { url: `${server.ws}/nowhere` }), () => false)).rejects.toMatchObject({
		reason: 'unreachable'
	})
})

test('Jetstream tells posts, deletions and accounts that are gone; the largest cursor is where to go on', async () => {
	server.onSocket('/subscribe', (socket) => {
		socket.send(jetstreamPost('did:plc:a', '1', 'first', 9_000_000))
		socket.send(jetstreamPost('did:plc:b', '2', 'out of order', 8_000_000))
		socket.send('not json')
		socket.send(jetstreamPost('did:plc:a', '1', '', 10_000_000, 'delete'))
		socket.send(JSON.stringify({ did: 'did:plc:b', time_us: 1, kind: 'identity', identity: {} }))
		socket.send(jetstreamGone('did:plc:b', 11_000_000))
	})
	const said = await listen(connector('bluesky', { url: server.ws }), afterEvents(5), { cursor: '7000000' })
	expect(gist(eventsIn(said))).toEqual(['first', 'out of order', '!malformed', '-did:plc:a/1', '-@did:plc:b'])
	expect(eventsIn(said).map(({ cursor }) => cursor)).toEqual(['9000000', '9000000', '9000000', '10000000', '11000000'])
	expect(server.asked[0]?.url).toBe('/subscribe?wantedCollections=app.bsky.feed.post&cursor=2000000')
})

test('a Jetstream that falls silent is taken for lost', async () => {
	server.onSocket('/subscribe', () => {})
	await expect(listen(connector('bluesky', { url: server.ws }), () => false)).rejects.toMatchObject({
		reason: 'silent'
	})
})

test('Mastodon: what was missed is fetched while the stream is open, oldest first', async () => {
	const statuses = Array.from({ length: 50 }, (_, at) =>
		mastodonStatus(`1${String(at).padStart(3, '0')}`, `post ${at}`)
	)
	server.on('/api/v1/timelines/tag/zorg', (request, response) => {
		const after = new URL(request.url ?? '', 'http://x').searchParams.get('min_id') ?? ''
		const newer = statuses.filter((status) => Reflect.get(status, 'id') > after).slice(0, 40)
		json(response, newer.toReversed())
	})
	server.on('/api/v1/streaming/hashtag', (_, response) => {
		const write = beginEvents(response)
		write(':)\n\n')
		write(`event: update\ndata: ${JSON.stringify(mastodonStatus('2000', 'live'))}\n\n`)
		write(`event: status.update\ndata: ${JSON.stringify(mastodonStatus('1049', 'edited'))}\n\n`)
		write(':thump\n\nevent: delete\ndata: 1048\n\nevent: filters_changed\ndata: x\n\n')
		write(`event: update\ndata: ${JSON.stringify(mastodonStatus('2001', 'x', { visibility: 'private' }))}\n\n`)
	})
	const said = await listen(connector('mastodon', { url: server.http, tag: '#zorg' }), afterEvents(49), {
		cursor: '1004',
		token: 'secret'
	})
	const told = gist(eventsIn(said))
	expect(told.slice(0, 45)).toEqual(Array.from({ length: 45 }, (_, at) => `post ${at + 5}`))
	expect(told.slice(45)).toEqual(['live', 'edited', '-1048', '!not-public'])
	expect(eventsIn(said).at(-1)?.cursor).toBe('2001')
	expect(server.asked.every(({ headers }) => headers.authorization === 'Bearer secret')).toBe(true)
})

test('Mastodon over a WebSocket: token as protocol, subscription, frames within frames', async () => {
	server.on('/api/v1/timelines/public', (_, response) => json(response, []))
	const heard: string[] = []
	server.onSocket('/api/v1/streaming', (socket) => {
		socket.on('message', (message) => {
			heard.push(String(message))
			const frame = (event: string, payload: string) => JSON.stringify({ stream: ['public'], event, payload })
			socket.send(frame('update', JSON.stringify(mastodonStatus('5', 'Fast &amp; fair'))))
			socket.send(frame('delete', '4'))
			socket.send('nonsense')
		})
	})
	const settings = { url: server.http, stream: 'public', transport: 'websocket' }
	const said = await listen(connector('mastodon', settings), afterEvents(3), { token: 'secret' })
	expect(gist(eventsIn(said))).toEqual(['Fast & fair', '-4', '!malformed'])
	expect(heard).toEqual(['{"type":"subscribe","stream":"public"}'])
	expect(server.asked[0]?.headers['sec-websocket-protocol']).toBe('secret')
})

test('Mastodon says on the socket that it does not know the token', async () => {
	server.on('/api/v1/timelines/public', (_, response) => json(response, []))
	server.onSocket('/api/v1/streaming', (socket) => socket.send('{"error":"Missing access token","status":401}'))
	const settings = { url: server.http, stream: 'public', transport: 'websocket' }
	await expect(listen(connector('mastodon', settings), () => false)).rejects.toMatchObject({ reason: 'refused' })
})

const formats = [
	[
		'RSS',
		'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><language>nl</language><item><title>Traag</title><guid>g1</guid><link>https://e.example/1</link><description><![CDATA[<p>Zes &amp; weken</p>]]></description><pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate></item></channel></rss>'
	],
	[
		'Atom',
		'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>g1</id><title>Traag</title><content type="html">&lt;p&gt;Zes &amp;amp; weken&lt;/p&gt;</content><link href="https://e.example/1"/><updated>2026-03-02T09:00:00Z</updated></entry></feed>'
	],
	[
		'JSON Feed',
		'{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"g1","title":"Traag","content_html":"<p>Zes &amp; weken</p>","url":"https://e.example/1","date_published":"2026-03-02T09:00:00Z"}]}'
	]
] as const

test.each(formats)('%s is read, and asked for no more often than every 15 minutes', async (_, text) => {
	server.on('/feed', (__, response) =>
		response.writeHead(200, { etag: '"5"', 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' }).end(text)
	)
	const before = quick.now()
	const said = await listen(connector('rss', { url: `${server.http}/feed`, every: 15 }), ({ kind }) => kind === 'rest')
	expect(eventsIn(said)).toMatchObject([
		{ op: 'put', id: 'g1', text: 'Traag\nZes & weken', at: '2026-03-02T09:00:00.000Z', url: 'https://e.example/1' }
	])
	const rest = said.at(-1)
	expect(rest?.kind === 'rest' && rest.until - before).toBeGreaterThanOrEqual(900_000)
	const cursor = said.find(({ kind }) => kind === 'at')
	server.on('/feed', (request, response) =>
		response.writeHead(request.headers['if-none-match'] === '"5"' ? 304 : 500).end()
	)
	const again = await listen(connector('rss', { url: `${server.http}/feed` }), ({ kind }) => kind === 'rest', {
		cursor: cursor?.kind === 'at' ? cursor.cursor : ''
	})
	expect(eventsIn(again)).toEqual([])
})

test('a web feed that fails is left alone for a quarter of an hour', async () => {
	server.on('/feed', (_, response) => response.writeHead(200).end('<html><p>no feed'))
	await expect(listen(connector('rss', { url: `${server.http}/feed` }), () => false)).rejects.toMatchObject({
		reason: 'unreadable',
		wait: 900_000
	})
	await expect(listen(connector('rss', { url: `http://127.0.0.1:9/` }), () => false)).rejects.toMatchObject({
		reason: 'unreachable',
		wait: 900_000
	})
})
