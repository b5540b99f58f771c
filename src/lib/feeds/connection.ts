import type { FeedEvent } from '#lib/domain/feeds/feed-event.ts'
import type { Surroundings } from './surroundings.ts'

/** Why a source does not work at the moment. The UI has a sentence for each. */
export const troubleReasons = [
	'offline',
	'unreachable',
	'refused',
	'not-found',
	'server-error',
	'rate-limited',
	'silent',
	'closed',
	'unreadable',
	'too-big',
	'settings',
	'no-permission',
	'no-file',
	'no-file-access',
	'not-kept'
] as const
export type TroubleReason = (typeof troubleReasons)[number]

/** A connection that cannot be made or went lost. `wait`: how long to wait at the least before trying again, in milliseconds. */
export class FeedFailure extends Error {
	override readonly name = 'FeedFailure'
	readonly reason: TroubleReason
	readonly detail: string
	readonly wait: number

	constructor(reason: TroubleReason, detail = '', wait = 0) {
		super(`${reason} ${detail}`)
		this.reason = reason
		this.detail = detail
		this.wait = wait
	}
}

/**
 * What a connection says. `open`: it works. `told`: something was told. `at`: where to go on, without anything told. `alive`: a sign of life. `rest`: what
 * there is was read; it asks again at that time (milliseconds since 1970).
 */
export type Signal =
	| { readonly kind: 'open' }
	| { readonly kind: 'alive' }
	| { readonly kind: 'told'; readonly events: readonly FeedEvent[] }
	| { readonly kind: 'at'; readonly cursor: string }
	| { readonly kind: 'rest'; readonly until: number }

/** What a connection starts from. `token`: the secret that belongs to the source, or empty. */
export type Start = { readonly cursor: string | null; readonly token: string; readonly signal: AbortSignal }

/**
 * Connects to a source and says what it tells until the signal ends it; throws a FeedFailure when it cannot go on. `isPushed`: what comes cannot be held back,
 * so that of a flood only a share can be kept.
 */
export type Connector = {
	readonly isPushed: boolean
	connect(start: Start, surroundings: Surroundings): AsyncGenerator<Signal>
}

/** Any error as a failure of the connection. */
export function asFailure(error: unknown): FeedFailure {
	if (error instanceof FeedFailure) return error
	return new FeedFailure('unreachable', error instanceof Error ? error.message : String(error))
}

/** The result, or a failure where it does not come in time. */
export async function within<Result>(
	milliseconds: number,
	work: Promise<Result>,
	{ wait }: Surroundings,
	failure: () => FeedFailure
): Promise<Result> {
	const stop = new AbortController()
	try {
		const late = wait(milliseconds, stop.signal).then(() => {
			if (!stop.signal.aborted) throw failure()
			return new Promise<never>(() => {})
		})
		return await Promise.race([work, late])
	} finally {
		stop.abort()
	}
}
