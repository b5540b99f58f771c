import { z } from 'zod'
import { linkKey, type Atlas } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import type { Prefers } from '../model/links.ts'
import { put } from '../model/row-change.ts'
import { inOrderMade } from '../outline/order-made.ts'
import { defineChange } from './change.ts'
import { linkNotThere } from './link-kind.ts'
import { linkSubject } from './subject.ts'

/** What a source prefers, in the order of its ranks; ties in the order in which the channels were made. */
function preferencesOf(atlas: Atlas, from: string): Prefers[] {
	return [...atlas.prefers.values()]
		.filter((row) => row.from === from)
		.sort((left, right) => left.rank - right.rank || inOrderMade(left.channel, right.channel))
}

/** Ranks from 1 without gaps; what shares a rank goes on sharing it. */
function dense(ranks: readonly number[]): number[] {
	const distinct = [...new Set(ranks)].sort((left, right) => left - right)
	return ranks.map((rank) => distinct.indexOf(rank) + 1)
}

/**
 * Moves a preference one place up or down among those of its source: it changes ranks with its neighbour there; neighbours that
 * share a rank are parted instead. Nothing happens at the end of the list.
 */
export const movePreference = defineChange({
	name: 'movePreference',
	input: z.strictObject({ from: id, channel: id, by: z.literal([-1, 1]) }),
	apply(atlas, { from, channel, by }) {
		if (!atlas.prefers.has(linkKey(from, channel))) return linkNotThere('prefers')
		const subject = linkSubject(atlas, from, channel)
		const rows = preferencesOf(atlas, from)
		const at = rows.findIndex((row) => row.channel === channel)
		const [moved, neighbour] = [rows[at], rows[at + by]]
		if (moved === undefined || neighbour === undefined) return { ok: true, rows: [], subject }
		const wished = rows.map((row) => {
			if (moved.rank !== neighbour.rank) {
				if (row === moved) return neighbour.rank
				return row === neighbour ? moved.rank : row.rank
			}
			// Half a rank before or after those that it shared its rank with.
			return row === moved ? row.rank + by / 2 : row.rank
		})
		const ranks = dense(wished)
		return {
			ok: true,
			rows: rows.flatMap((row, index) => {
				const rank = Math.min(9, ranks[index] ?? row.rank)
				return rank === row.rank ? [] : [put('prefers', linkKey(from, row.channel), { rank })]
			}),
			subject
		}
	}
})
