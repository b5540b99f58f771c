import type { Pair } from './pair.ts'

/** What can be said of a channel; the order is that in which the rules are tried (model, section 4). */
export const verdicts = ['idle', 'unwanted', 'unused', 'wrong-offer', 'fallback', 'short', 'balanced'] as const
export type Verdict = (typeof verdicts)[number]

/** A pair that wants a channel, and how much. */
export type Want = Readonly<{ persona: string; need: string; rank: number }>

/** What is wanted and what is done on one channel. */
export type LedgerRow = Readonly<{
	channel: string
	verdict: Verdict
	/** By rank, persona, need. */
	wanted: readonly Want[]
	/** The products delivered there in the lens, by id. */
	products: readonly string[]
}>

/** The pairs that want each channel, by rank and then in the order of the pairs. */
export function wantsByChannel(pairs: readonly Pair[]): ReadonlyMap<string, readonly Want[]> {
	const wants = new Map<string, Want[]>()
	for (const { persona, need, preferred } of pairs) {
		for (const { channel, rank } of preferred) {
			const want = { persona, need, rank }
			const list = wants.get(channel)
			if (list === undefined) wants.set(channel, [want])
			else list.push(want)
		}
	}
	for (const list of wants.values()) list.sort((left, right) => left.rank - right.rank)
	return wants
}

/** The verdict on a channel: the first that holds. `hasSupply` says whether a need has supply there. */
export function verdictOn(
	wanted: readonly Want[],
	products: readonly string[],
	hasSupply: (need: string) => boolean
): Verdict {
	if (wanted.length === 0) return products.length === 0 ? 'idle' : 'unwanted'
	if (products.length === 0) return 'unused'
	if (!wanted.some(({ need }) => hasSupply(need))) return 'wrong-offer'
	const firsts = wanted.filter(({ rank }) => rank === 1)
	if (firsts.length === 0) return 'fallback'
	return firsts.every(({ need }) => hasSupply(need)) ? 'balanced' : 'short'
}
