import type { Pair } from '../coverage/pair.ts'

/** A channel that some pairs want: how many of them first, how many further down. */
export type WantedChannel = Readonly<{ channel: string; first: number; further: number; weight: number }>

/** The channels that pairs want, those first that are the first choice of the most weight. */
export function wantedChannels(pairs: readonly Pair[]): WantedChannel[] {
	const wanted = new Map<string, { first: number; further: number; weight: number }>()
	for (const { preferred, weight } of pairs) {
		for (const { channel, rank } of preferred) {
			const entry = wanted.get(channel) ?? { first: 0, further: 0, weight: 0 }
			if (rank === 1) entry.first += 1
			else entry.further += 1
			entry.weight += weight / rank
			wanted.set(channel, entry)
		}
	}
	return [...wanted]
		.map(([channel, entry]) => ({ channel, ...entry }))
		.sort((left, right) => right.first - left.first || right.weight - left.weight)
}
