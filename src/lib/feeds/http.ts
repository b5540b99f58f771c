import { retryAfter } from '#lib/domain/feeds/waiting.ts'
import { FeedFailure, within } from './connection.ts'
import type { Surroundings } from './surroundings.ts'

/** An answer that does not begin within this time does not come. */
const patience = 20_000
/** A body that stops for so long is given up. */
const stall = 30_000
const mostBytes = 20 * 1024 * 1024
/** What is refused or not there is not so a second later. */
const longWait = 300_000

/** Fetches an address; every way in which that fails becomes a failure with a reason. `okay`: statuses that are no failure. */
export async function ask(
	address: string,
	headers: Readonly<Record<string, string>>,
	signal: AbortSignal,
	surroundings: Surroundings,
	okay: readonly number[] = []
): Promise<Response> {
	const stop = new AbortController()
	const end = () => stop.abort()
	signal.addEventListener('abort', end)
	try {
		const answer = surroundings.fetch(address, {
			headers: { ...headers },
			signal: stop.signal,
			cache: 'no-store',
			credentials: 'omit',
			referrerPolicy: 'no-referrer'
		})
		const response = await within(patience, answer, surroundings, () => new FeedFailure('silent'))
		if (response.ok || okay.includes(response.status)) return response
		throw refusal(response, surroundings.now())
	} catch (error) {
		stop.abort()
		if (error instanceof FeedFailure) throw error
		// The browser does not tell a server that is not there from one that does not allow to be read from here.
		throw new FeedFailure(
			surroundings.isOnline() ? 'unreachable' : 'offline',
			error instanceof Error ? error.message : ''
		)
	}
}

function refusal(response: Response, now: number): FeedFailure {
	const { status } = response
	const asked = retryAfter(response.headers.get('retry-after'), now) ?? 0
	const detail = String(status)
	if (status === 401 || status === 403) return new FeedFailure('refused', detail, Math.max(asked, longWait))
	if (status === 404 || status === 410) return new FeedFailure('not-found', detail, Math.max(asked, longWait))
	if (status === 429) return new FeedFailure('rate-limited', detail, Math.max(asked, 60_000))
	return new FeedFailure('server-error', detail, asked)
}

/** The pieces of a body as they come; a failure where nothing comes for `silence` milliseconds (0: it may be silent for ever). */
export async function* pieces(
	response: Response,
	silence: number,
	signal: AbortSignal,
	surroundings: Surroundings
): AsyncGenerator<Uint8Array> {
	const reader = response.body?.getReader()
	if (reader === undefined) return
	const end = () => void reader.cancel().catch(() => {})
	signal.addEventListener('abort', end)
	try {
		for (;;) {
			const reading = reader.read()
			const { done, value } =
				silence === 0 ? await reading : await within(silence, reading, surroundings, () => new FeedFailure('silent'))
			if (done) return
			yield value
		}
	} catch (error) {
		if (error instanceof FeedFailure) throw error
		throw new FeedFailure('closed', error instanceof Error ? error.message : '')
	} finally {
		signal.removeEventListener('abort', end)
		end()
	}
}

/** The whole body as text (UTF-8 unless the answer says otherwise); refused where it is too big. */
export async function wholeText(response: Response, signal: AbortSignal, surroundings: Surroundings): Promise<string> {
	const charset = /charset=["']?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1]
	const decoder = decoderOf(charset)
	let text = ''
	let bytes = 0
	for await (const piece of pieces(response, stall, signal, surroundings)) {
		bytes += piece.length
		if (bytes > mostBytes) throw new FeedFailure('too-big', '', longWait)
		text += decoder.decode(piece, { stream: true })
	}
	return text + decoder.decode()
}

function decoderOf(charset: string | undefined): TextDecoder {
	try {
		return new TextDecoder(charset ?? 'utf-8')
	} catch {
		return new TextDecoder()
	}
}
