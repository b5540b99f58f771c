import { FeedFailure } from './connection.ts'
import { ask, pieces } from './http.ts'
import type { Surroundings } from './surroundings.ts'

/** An event of a stream, or a sign of life; `retry`: how long the server wants to be left alone after a loss, in milliseconds. */
export type StreamMessage =
	| { readonly kind: 'open' }
	| { readonly kind: 'alive' }
	| { readonly kind: 'retry'; readonly milliseconds: number }
	| { readonly kind: 'event'; readonly event: string; readonly data: string; readonly id: string | null }

type StreamOptions = {
	readonly address: string
	readonly headers: Readonly<Record<string, string>>
	/** After so many milliseconds without a byte the connection is taken for lost. */
	readonly silence: number
	readonly signal: AbortSignal
}

/** Longest line of an event that is still read. */
const longest = 4 * 1024 * 1024

/**
 * Server-sent events over fetch: headers can be sent, and a stream can go on from an event that another tab saw last. Ends by a failure, or quietly when the
 * signal ends it.
 */
export async function* eventStream(
	{ address, headers, silence, signal }: StreamOptions,
	surroundings: Surroundings
): AsyncGenerator<StreamMessage> {
	const response = await ask(address, { accept: 'text/event-stream', ...headers }, signal, surroundings)
	const type = response.headers.get('content-type') ?? ''
	if (!/^text\/event-stream\b/i.test(type)) {
		await response.body?.cancel().catch(() => {})
		throw new FeedFailure('unreadable', type, 60_000)
	}
	yield { kind: 'open' }
	const { createParser } = await import('eventsource-parser')
	let waiting: StreamMessage[] = []
	let isTooBig = false
	const parser = createParser({
		onEvent: ({ event, data, id }) => waiting.push({ kind: 'event', event: event ?? 'message', data, id: id ?? null }),
		onRetry: (milliseconds) => waiting.push({ kind: 'retry', milliseconds }),
		onComment: () => waiting.push({ kind: 'alive' }),
		onError: ({ type }) => (isTooBig ||= type === 'max-buffer-size-exceeded'),
		maxBufferSize: longest
	})
	const decoder = new TextDecoder()
	for await (const piece of pieces(response, silence, signal, surroundings)) {
		parser.feed(decoder.decode(piece, { stream: true }))
		if (isTooBig) throw new FeedFailure('too-big', '', 60_000)
		const ready = waiting
		waiting = []
		if (ready.length === 0) yield { kind: 'alive' }
		for (const message of ready) yield message
	}
	if (!signal.aborted) throw new FeedFailure('closed')
}
