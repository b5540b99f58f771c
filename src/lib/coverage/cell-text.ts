import type { Atlas } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { listText } from '#lib/wording/list.ts'
import type { Cell } from './matrix.ts'

/** What a cell of the matrix says, in words: the accessible twin of its mark. */
export function cellText(atlas: Atlas, cell: Cell): string {
	const channel = nameOf(atlas, cell.channel)
	const wanted =
		cell.rank === null ? m.coverage_cell_unwanted({ channel }) : m.coverage_cell_wanted({ channel, rank: cell.rank })
	const offered =
		cell.supply.length === 0
			? m.coverage_cell_not_served()
			: m.coverage_cell_served_by({ products: listText(cell.supply.map((product) => nameOf(atlas, product))) })
	const waiting = cell.waiting === 0 ? [] : [m.coverage_cell_waiting({ count: cell.waiting })]
	return [wanted, offered, ...waiting].join('; ')
}
