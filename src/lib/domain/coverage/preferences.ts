import { byCodeUnit, type Atlas } from '../model/atlas.ts'
import type { PreferredChannel } from './pair.ts'

/**
 * The preferred channels of every persona and need that has any, by rank and then channel id.
 * The ranks that people type may leave gaps and repeat: they are counted densely from 1 within one source, so 1, 1, 4 becomes 1, 1, 2.
 */
export function preferencesBySource(atlas: Atlas): ReadonlyMap<string, readonly PreferredChannel[]> {
	const sources = new Map<string, PreferredChannel[]>()
	for (const { from, channel, rank } of atlas.prefers.values()) {
		const typed = sources.get(from)
		if (typed === undefined) sources.set(from, [{ channel, rank }])
		else typed.push({ channel, rank })
	}
	for (const [source, typed] of sources) {
		typed.sort((left, right) => left.rank - right.rank || byCodeUnit(left.channel, right.channel))
		let dense = 0
		let last: number | undefined
		sources.set(
			source,
			typed.map(({ channel, rank }) => {
				if (rank !== last) dense += 1
				last = rank
				return { channel, rank: dense }
			})
		)
	}
	return sources
}
