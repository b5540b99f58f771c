import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
type Talk = (socket: WebSocket, request: IncomingMessage) => void

/** What a browser of another origin needs to be told before it reads an answer. */
const open = {
	'access-control-allow-origin': '*',
	'access-control-allow-headers': 'authorization, last-event-id, if-none-match, if-modified-since',
	'access-control-expose-headers': 'etag, retry-after, last-modified'
}

/**
 * A server on the loopback address that speaks the wire formats of sources as a test tells it to. It remembers what was asked, and can drop every
 * connection at once, as a network does.
 */
export class ReplayServer {
	readonly #http = createServer((request, response) => this.#answer(request, response))
	readonly #sockets = new WebSocketServer({ noServer: true, handleProtocols: ([first]) => first ?? false })
	readonly #answers = new Map<string, Answer>()
	readonly #talks = new Map<string, Talk>()
	/** Everything that was asked, sockets included, in order. */
	readonly asked: { method: string; url: string; headers: IncomingMessage['headers'] }[] = []
	port = 0

	constructor() {
		this.#http.on('upgrade', (request, socket, head) => {
			this.#remember(request)
			const talk = this.#talks.get(wayOf(request))
			if (talk === undefined) {
				socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
				return
			}
			this.#sockets.handleUpgrade(request, socket, head, (opened) => talk(opened, request))
		})
	}

	async start(): Promise<this> {
		await new Promise<void>((listening) => this.#http.listen(0, '127.0.0.1', listening))
		this.port = (this.#http.address() as AddressInfo).port
		return this
	}

	get http(): string {
		return `http://127.0.0.1:${this.port}`
	}
	get ws(): string {
		return `ws://127.0.0.1:${this.port}`
	}

	/** How a way is answered from now on. */
	on(way: string, answer: Answer): void {
		this.#answers.set(way, answer)
	}

	/** What is said on sockets to a way from now on. */
	onSocket(way: string, talk: Talk): void {
		this.#talks.set(way, talk)
	}

	/** Drops every socket and stream without a word. */
	drop(): void {
		for (const socket of this.#sockets.clients) socket.terminate()
		this.#http.closeAllConnections()
	}

	/** Says a frame on every open socket. */
	say(frame: string): void {
		for (const socket of this.#sockets.clients) socket.send(frame)
	}

	/** The sockets that are open. */
	get listeners(): number {
		return this.#sockets.clients.size
	}

	async stop(): Promise<void> {
		this.drop()
		this.#sockets.close()
		await new Promise((closed) => this.#http.close(closed))
	}

	#remember({ method = 'GET', url = '/', headers }: IncomingMessage): void {
		this.asked.push({ method, url, headers })
	}

	#answer(request: IncomingMessage, response: ServerResponse): void {
		for (const [name, value] of Object.entries(open)) response.setHeader(name, value)
		if (request.method === 'OPTIONS') {
			response.writeHead(204).end()
			return
		}
		this.#remember(request)
		const answer = this.#answers.get(wayOf(request))
		if (answer === undefined) response.writeHead(404).end()
		else answer(request, response)
	}
}

function wayOf(request: IncomingMessage): string {
	return new URL(request.url ?? '/', 'http://x').pathname
}

/** Begins a stream of events; what is returned writes to it. */
export function beginEvents(response: ServerResponse): (text: string) => void {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
	response.flushHeaders()
	return (text) => void response.write(text)
}

/** Answers with JSON. */
export function json(response: ServerResponse, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
	response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
}

/** A frame of Jetstream about a post: made unless another operation is given. */
export function jetstreamPost(did: string, key: string, text: string, at: number, operation = 'create'): string {
	const commit = { rev: at.toString(36).padStart(13, '0'), operation, collection: 'app.bsky.feed.post', rkey: key }
	const record = { $type: 'app.bsky.feed.post', text, langs: ['en'], createdAt: new Date(at / 1000).toISOString() }
	return JSON.stringify({
		did,
		time_us: at,
		kind: 'commit',
		commit: operation === 'delete' ? commit : { ...commit, record }
	})
}

/** A frame of Jetstream about an account that is no longer there. */
export function jetstreamGone(did: string, at: number): string {
	return JSON.stringify({
		did,
		time_us: at,
		kind: 'account',
		account: { active: false, did, seq: 1, status: 'deleted', time: '' }
	})
}

/** A public status of Mastodon. */
export function mastodonStatus(id: string, text: string, fields: object = {}): object {
	return {
		...{
			id,
			created_at: '2026-03-02T10:00:00.000Z',
			visibility: 'public',
			language: 'en',
			reblog: null,
			spoiler_text: ''
		},
		...{ content: `<p>${text}</p>`, url: `https://social.example/@an/${id}`, account: { id: '1', acct: 'an' } },
		...fields
	}
}
