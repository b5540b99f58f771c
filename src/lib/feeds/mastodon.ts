import type { FeedEvent } from '#lib/domain/feeds/feed-event.ts'
import { parseJson } from '#lib/domain/feeds/json-entry.ts'
import * as api from '#lib/domain/feeds/mastodon.ts'
import type { SettingsOf } from '#lib/domain/feeds/source-settings.ts'
import { FeedFailure, type Connector, type Signal } from './connection.ts'
import { eventStream } from './event-stream.ts'
import { ask, wholeText } from './http.ts'
import { socketMessages } from './socket.ts'
import type { Surroundings } from './surroundings.ts'

/** The server shows a sign of life every 15 seconds. */
const silence = 50_000
const pageSize = 40
/** Pages that are fetched to fill a gap; what is beyond is lost. */
const mostPages = 25

type Settings = SettingsOf<'mastodon'>

/** A public stream of a Mastodon server. It cannot go on by itself, so what was missed is fetched from the timeline while the stream is already open. */
export function mastodon(settings: Settings): Connector {
	return {
		isPushed: true,
		async *connect({ cursor, token, signal }, surroundings): AsyncGenerator<Signal> {
			const { stream, tag, transport } = settings
			const server = settings.url.replace(/\/+$/, '')
			let last = cursor
			const onward = (event: FeedEvent): FeedEvent => {
				if (event.cursor === undefined) return event
				last = api.laterId(last, event.cursor)
				return { ...event, cursor: last }
			}
			const told =
				transport === 'sse'
					? bySse(`${server}${api.streamWay(stream, tag)}`, token, signal, surroundings)
					: bySocket(
							`${server.replace(/^http/, 'ws')}/api/v1/streaming`,
							api.subscription(stream, tag),
							token,
							signal,
							surroundings
						)
			for await (const message of told) {
				if (message !== 'open') {
					yield message.length === 0 ? { kind: 'alive' } : { kind: 'told', events: message.map(onward) }
					continue
				}
				yield { kind: 'open' }
				for await (const missed of timeline(`${server}`, settings, token, last, signal, surroundings)) {
					yield { kind: 'told', events: missed.map(onward) }
				}
			}
		}
	}
}

type Told = AsyncGenerator<'open' | FeedEvent[]>

async function* bySse(address: string, token: string, signal: AbortSignal, surroundings: Surroundings): Told {
	const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` }
	for await (const message of eventStream({ address, headers, silence, signal }, surroundings)) {
		if (message.kind === 'open') yield 'open'
		else yield message.kind === 'event' ? listOf(api.readMastodonEvent(message.event, message.data)) : []
	}
}

async function* bySocket(
	address: string,
	hello: string,
	token: string,
	signal: AbortSignal,
	surroundings: Surroundings
): Told {
	// Frames of the protocol keep the socket alive, and those a page does not see: so there is no limit of silence here.
	const protocols = token === '' ? [] : [token]
	for await (const message of socketMessages({ address, protocols, hello, silence: 0, signal }, surroundings)) {
		if (message.kind === 'open') yield 'open'
		else {
			for (const frame of message.frames) refuseError(frame)
			yield message.frames.flatMap((frame) => listOf(api.readMastodonFrame(frame)))
		}
	}
}

/** The server says on the socket what it would say by status. */
function refuseError(frame: string): void {
	const message = parseJson(frame)
	if (typeof message !== 'object' || message === null || !('error' in message)) return
	const status = 'status' in message ? Number(message.status) : 0
	throw new FeedFailure(status === 401 || status === 403 ? 'refused' : 'server-error', String(message.error), 300_000)
}

function listOf(event: FeedEvent | null): FeedEvent[] {
	return event === null ? [] : [event]
}

/** What was posted since a status, the oldest first; with none to go on from, the newest page. Says so where the gap is too long to be filled. */
async function* timeline(
	server: string,
	{ stream, tag }: Settings,
	token: string,
	after: string | null,
	signal: AbortSignal,
	surroundings: Surroundings
): AsyncGenerator<FeedEvent[]> {
	const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` }
	let last = after
	for (let page = 0; page < mostPages && !signal.aborted; page += 1) {
		const response = await ask(
			`${server}${api.timelineWay(stream, tag, last, pageSize)}`,
			headers,
			signal,
			surroundings
		)
		const statuses = parseJson(await wholeText(response, signal, surroundings))
		if (!Array.isArray(statuses)) throw new FeedFailure('unreadable', '', 60_000)
		// Pages come with the newest first.
		const events = statuses.toReversed().map((status) => api.readStatus(status))
		if (events.length > 0) yield events
		const before = last
		for (const { cursor } of events) if (cursor !== undefined) last = api.laterId(last, cursor)
		if (after === null || statuses.length === 0 || last === before) return
	}
	if (!signal.aborted) yield [{ op: 'resync' }]
}
