import { FeedFailure } from './connection.ts'
import { Inbox } from './inbox.ts'
import type { Surroundings } from './surroundings.ts'

const patience = 20_000
/** Frames that may wait to be read. */
const mostWaiting = 20_000
/** A frame that is longer is no post. */
export const longestFrame = 1024 * 1024

export type SocketMessage =
	{ readonly kind: 'open' } | { readonly kind: 'frames'; readonly frames: string[]; readonly lost: number }

type SocketOptions = {
	readonly address: string
	readonly protocols?: readonly string[]
	/** What to say once it is open. */
	readonly hello?: string
	/** After so many milliseconds without a frame the connection is taken for lost; 0: it may be silent. */
	readonly silence: number
	readonly signal: AbortSignal
}

/** The frames of a WebSocket as texts. Ends by a failure, or quietly when the signal ends it. */
export async function* socketMessages(
	{ address, protocols = [], hello = '', silence, signal }: SocketOptions,
	surroundings: Surroundings
): AsyncGenerator<SocketMessage> {
	const inbox = new Inbox<string | null>(mostWaiting)
	const socket = opened(address, [...protocols], surroundings)
	socket.binaryType = 'arraybuffer'
	const over = new AbortController()
	let lastSign = surroundings.now()
	const watch = async (limit: number, reason: () => FeedFailure) => {
		for (let left = limit; left > 0 && !over.signal.aborted; left = lastSign + limit - surroundings.now())
			await surroundings.wait(left, over.signal)
		if (!over.signal.aborted) inbox.end(reason())
	}
	socket.addEventListener('open', () => {
		lastSign = surroundings.now()
		if (hello !== '') socket.send(hello)
		inbox.push(null)
	})
	socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		lastSign = surroundings.now()
		inbox.push(textOf(data))
	})
	let isOpen = false
	socket.addEventListener('close', ({ code, reason }) => {
		const failed = surroundings.isOnline() ? (isOpen ? 'closed' : 'unreachable') : 'offline'
		inbox.end(new FeedFailure(failed, [code === 1006 ? '' : String(code), reason].filter(Boolean).join(' ')))
	})
	const stop = () => inbox.end()
	signal.addEventListener('abort', stop)
	if (signal.aborted) stop()
	void surroundings.wait(patience, over.signal).then(() => {
		if (!isOpen && !over.signal.aborted) inbox.end(new FeedFailure('silent'))
	})
	try {
		for await (const { items, lost } of inbox.batches()) {
			const frames = items.filter((item) => item !== null)
			if (items.length > frames.length) {
				isOpen = true
				if (silence > 0) void watch(silence, () => new FeedFailure('silent'))
				yield { kind: 'open' }
			}
			if (frames.length > 0 || lost > 0) yield { kind: 'frames', frames, lost }
		}
	} finally {
		over.abort()
		signal.removeEventListener('abort', stop)
		socket.close()
	}
}

function opened(address: string, protocols: string[], { openSocket }: Surroundings): WebSocket {
	try {
		return openSocket(address, protocols)
	} catch (error) {
		throw new FeedFailure('settings', error instanceof Error ? error.message : '', 300_000)
	}
}

function textOf(data: unknown): string {
	if (typeof data === 'string') return data
	return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : ''
}
