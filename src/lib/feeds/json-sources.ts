import { filledIn } from '#lib/domain/feeds/feed-address.ts'
import type { FeedEvent } from '#lib/domain/feeds/feed-event.ts'
import { readDocument, readEntry, readLines, parseJson } from '#lib/domain/feeds/json-entry.ts'
import type { SettingsOf } from '#lib/domain/feeds/source-settings.ts'
import { FeedFailure, type Connector, type Signal } from './connection.ts'
import { eventStream } from './event-stream.ts'
import { ask, wholeText } from './http.ts'
import { longestFrame, socketMessages } from './socket.ts'

/** A stream without a byte for so long is taken for lost. Where it goes on by id nothing is missed by that. */
const streamSilence = 300_000

/** A token goes where the address has a place for it, else into the header. */
function authorization(url: string, token: string): Record<string, string> {
	return token === '' || url.includes('{token}') ? {} : { authorization: `Bearer ${token}` }
}

/** JSON over HTTP, asked for again and again. */
export function httpJson({ url, every, list, fields }: SettingsOf<'http-json'>): Connector {
	return {
		isPushed: false,
		async *connect({ cursor: from, token, signal }, surroundings): AsyncGenerator<Signal> {
			let cursor = from
			let tag = ''
			while (!signal.aborted) {
				const address = filledIn(url, cursor, token, encodeURIComponent)
				const headers = {
					accept: 'application/json, */*;q=0.5',
					...authorization(url, token),
					...(tag === '' ? {} : { 'if-none-match': tag })
				}
				const response = await ask(address, headers, signal, surroundings, [304])
				yield { kind: 'open' }
				if (response.status !== 304) {
					const read = readDocument(await wholeText(response, signal, surroundings), list, fields)
					if (read === null) throw new FeedFailure('unreadable', response.headers.get('content-type') ?? '', 60_000)
					tag = response.headers.get('etag') ?? ''
					// An address that goes on by cursor asks for something new each time.
					if (url.includes('{cursor}')) tag = ''
					yield { kind: 'told', events: read.events }
					if (read.cursor !== '') {
						cursor = read.cursor
						yield { kind: 'at', cursor }
					}
				}
				const until = surroundings.now() + every * 1000
				yield { kind: 'rest', until }
				await surroundings.wait(until - surroundings.now(), signal)
			}
		}
	}
}

/** Server-sent events whose data is JSON: one entry, or one a line. */
export function serverSentEvents({ url, fields }: SettingsOf<'sse'>): Connector {
	return {
		isPushed: true,
		async *connect({ cursor, token, signal }, surroundings): AsyncGenerator<Signal> {
			const address = filledIn(url, cursor, token, encodeURIComponent)
			const open = (headers: Record<string, string>) =>
				eventStream(
					{ address, headers: { ...headers, ...authorization(url, token) }, silence: streamSilence, signal },
					surroundings
				)
			let retry = 0
			try {
				for await (const message of resumed(open, cursor)) {
					if (message.kind === 'retry') retry = message.milliseconds
					else if (message.kind !== 'event') yield message
					else yield { kind: 'told', events: eventsOf(message.event, message.data, message.id, fields) }
				}
			} catch (error) {
				if (!(error instanceof FeedFailure)) throw error
				throw new FeedFailure(error.reason, error.detail, Math.max(error.wait, Math.min(retry, 300_000)))
			}
		}
	}
}

type Open = (headers: Record<string, string>) => ReturnType<typeof eventStream>

/**
 * The stream from where it was left. A server of another origin must allow the header that says where, and a simple one does not know of that: then
 * the stream begins anew.
 */
async function* resumed(open: Open, cursor: string | null): ReturnType<typeof eventStream> {
	if (cursor !== null && cursor !== '') {
		let isOpen = false
		try {
			for await (const message of open({ 'last-event-id': cursor })) {
				isOpen = true
				yield message
			}
			return
		} catch (error) {
			if (isOpen || !(error instanceof FeedFailure) || error.reason !== 'unreachable') throw error
		}
	}
	yield* open({})
}

function eventsOf(event: string, data: string, id: string | null, fields: SettingsOf<'sse'>['fields']): FeedEvent[] {
	const onward = id === null || id === '' ? {} : { cursor: id }
	if (event === 'delete' || event === 'delete-author') {
		const value = parseJson(data)
		// The data of a deletion may be the bare id, and an id may look like a number.
		const entry =
			typeof value === 'object' && value !== null
				? value
				: event === 'delete'
					? { id: data.trim() }
					: { author: data.trim() }
		return [{ ...readEntry({ ...entry, op: event }, fields), ...onward }]
	}
	return readLines(data, fields).map((told) => ({ ...told, ...onward }))
}

/** JSON lines over a WebSocket. */
export function webSocket({ url, hello, fields }: SettingsOf<'websocket'>): Connector {
	return {
		isPushed: true,
		async *connect({ cursor, token, signal }, surroundings): AsyncGenerator<Signal> {
			const hasPlace = url.includes('{token}') || hello.includes('{token}')
			const messages = socketMessages(
				{
					address: filledIn(url, cursor, token, encodeURIComponent),
					protocols: token === '' || hasPlace ? [] : [token],
					hello: filledIn(hello, cursor, token, (part) => JSON.stringify(part).slice(1, -1)),
					silence: 0,
					signal
				},
				surroundings
			)
			for await (const message of messages) {
				if (message.kind === 'open') yield message
				else
					yield {
						kind: 'told',
						events: [...message.frames.flatMap((frame) => linesOf(frame, fields)), ...lostEvents(message.lost)]
					}
			}
		}
	}
}

function linesOf(frame: string, fields: SettingsOf<'websocket'>['fields']): FeedEvent[] {
	return frame.length > longestFrame ? [{ op: 'drop', reason: 'too-long' }] : readLines(frame, fields)
}

/** What there was no room for counts as left out by sampling. */
export function lostEvents(count: number): FeedEvent[] {
	return Array.from({ length: count }, () => ({ op: 'drop', reason: 'sampled' }))
}
