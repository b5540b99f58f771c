import type { FeedEvent } from '#lib/domain/feeds/feed-event.ts'
import { jetstreamAddress, laterCursor, readJetstream } from '#lib/domain/feeds/jetstream.ts'
import type { SettingsOf } from '#lib/domain/feeds/source-settings.ts'
import type { Connector, Signal } from './connection.ts'
import { lostEvents } from './json-sources.ts'
import { socketMessages } from './socket.ts'

/** The whole of Bluesky is never silent for so long. */
const silence = 60_000

/** Every public post of Bluesky, by a Jetstream server. */
export function bluesky({ url }: SettingsOf<'bluesky'>): Connector {
	return {
		isPushed: true,
		async *connect({ cursor: from, signal }, surroundings): AsyncGenerator<Signal> {
			let cursor = from
			const messages = socketMessages({ address: jetstreamAddress(url, from), silence, signal }, surroundings)
			for await (const message of messages) {
				if (message.kind === 'open') {
					yield message
					continue
				}
				const events: FeedEvent[] = lostEvents(message.lost)
				for (const frame of message.frames) {
					const event = readJetstream(frame)
					if (event === null) continue
					// Times come out of order: the largest seen is where to go on.
					if (event.cursor !== undefined) cursor = laterCursor(cursor, event.cursor)
					events.push(cursor === null ? event : { ...event, cursor })
				}
				yield events.length === 0 ? { kind: 'alive' } : { kind: 'told', events }
			}
		}
	}
}
