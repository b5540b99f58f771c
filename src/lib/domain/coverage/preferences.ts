import { byCodeUnit, type Atlas } from '../model/atlas.ts'
import type { Prefers } from '../model/links.ts'
import type { PreferredChannel } from './pair.ts'

/**
 * The preferred channels of every persona and need that has any, by rank and then channel id.
 * The ranks that people type may leave gaps and repeat: they are counted densely from 1 within one source, so 1, 1, 4 becomes 1, 1, 2.
 */
export function preferencesBySource(atlas: Atlas): ReadonlyMap<string, readonly PreferredChannel[]> {
	const rowsOf = new Map<string, Prefers[]>()
	for (const row of atlas.prefers.values()) {
		const rows = rowsOf.get(row.from)
		if (rows === undefined) rowsOf.set(row.from, [row])
		else rows.push(row)
	}
	const preferences = new Map<string, readonly PreferredChannel[]>()
	for (const [source, rows] of rowsOf) {
		rows.sort((left, right) => left.rank - right.rank || byCodeUnit(left.channel, right.channel))
		let dense = 0
		let last: number | undefined
		const preferred = rows.map(({ channel, rank }) => {
			if (rank !== last) dense += 1
			last = rank
			return { channel, rank: dense }
		})
		preferences.set(source, preferred)
	}
	return preferences
}
