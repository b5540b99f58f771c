/** How well a pair is served; the order is that in which the rules are tried (model, section 4). */
export const pairStatuses = ['unmet', 'unknown', 'undelivered', 'off', 'second', 'first'] as const
export type PairStatus = (typeof pairStatuses)[number]

/** How bad a status is, from 0 to 1. `unknown` has no severity: nobody knows. */
export const severity: Readonly<Record<Exclude<PairStatus, 'unknown'>, number>> = {
	unmet: 1,
	undelivered: 0.9,
	off: 0.7,
	second: 0.3,
	first: 0
}

/** A channel that a pair wants to be served on. `rank` is dense: 1 is the first choice, ties share a rank, no rank is left out. */
export type PreferredChannel = Readonly<{ channel: string; rank: number }>

/** A persona with one of her needs: the unit of demand. */
export type Pair = Readonly<{
	persona: string
	need: string
	/** Share of the persona × importance of the need to her. */
	weight: number
	status: PairStatus
	/** The smallest rank of a preferred channel with supply; null where none has. */
	bestRank: number | null
	/** By rank, then by channel id. */
	preferred: readonly PreferredChannel[]
}>

/** Whether the pair is served on a channel that it prefers. */
export function isServed(pair: Pair): boolean {
	return pair.status === 'first' || pair.status === 'second'
}
