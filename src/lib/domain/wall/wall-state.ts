/** How a source that runs is doing, as far as a wall cares. Times are milliseconds since 1970, spans milliseconds. */
export type SourceSign = {
	readonly state: 'connecting' | 'live' | 'failing'
	readonly since: number
	/** When it last gave a sign of life; null: never. */
	readonly aliveAt: number | null
	/** How often a sign of life can be expected of its kind. */
	readonly every: number
	/** How often in a row it failed, and when it is tried again. */
	readonly attempt: number
	readonly next: number | null
}

export type WallMoment = {
	readonly now: number
	/** Whether the wall has read its figures; and whether the store behind it is lost. */
	readonly isRead: boolean
	readonly isLost: boolean
	/** The sources that are to run. */
	readonly sources: readonly SourceSign[]
	/** When a mention last came. */
	readonly newsAt: number | null
}

/**
 * What a wall must say of itself. `resting`: no source runs, so nothing new can be expected; `live`: mentions come; `quiet`: the feed is open and nothing new
 * came; `stale`: what is shown may be out of date, since nothing gave a sign of life for three intervals; `offline`: it is being connected again.
 */
export type WallState =
	| { readonly phase: 'opening' }
	| { readonly phase: 'resting' | 'live' | 'quiet'; readonly since: number | null }
	| { readonly phase: 'stale'; readonly since: number }
	| { readonly phase: 'offline'; readonly since: number | null; readonly attempt: number; readonly next: number | null }
export type WallPhase = WallState['phase']

/** Without a new mention for so long a wall is quiet. */
export const quietAfter = 60_000
/** So many intervals without a sign of life make a source stale. */
const missedSigns = 3
/** A source that could not be reached for so long is offline, whether its first try has ended or not. */
const patience = 30_000

/** The state of a wall. Of several sources one that works is enough to be live. */
export function wallState({ now, isRead, isLost, sources, newsAt }: WallMoment): WallState {
	if (isLost) return { phase: 'offline', since: null, attempt: 0, next: null }
	if (!isRead) return { phase: 'opening' }
	const isFresh = newsAt !== null && now - newsAt < quietAfter
	if (sources.length === 0) return { phase: isFresh ? 'live' : 'resting', since: newsAt }
	const open = sources.filter(({ state }) => state === 'live')
	const silent = open.filter(({ aliveAt, since, every }) => now - (aliveAt ?? since) > missedSigns * every)
	if (open.length > silent.length) return { phase: isFresh ? 'live' : 'quiet', since: newsAt }
	if (silent.length > 0) {
		return { phase: 'stale', since: Math.max(...silent.map(({ aliveAt, since }) => aliveAt ?? since)) }
	}
	const lost = sources.filter(({ state, since }) => state === 'failing' || now - since > patience)
	if (lost.length < sources.length) return { phase: isFresh ? 'live' : 'opening', since: newsAt }
	const tries = lost.map(({ next }) => next).filter((next) => next !== null)
	return {
		phase: 'offline',
		since: Math.min(...lost.map(({ since }) => since)),
		attempt: Math.max(...lost.map(({ attempt }) => attempt)),
		next: tries.length === 0 ? null : Math.min(...tries)
	}
}
