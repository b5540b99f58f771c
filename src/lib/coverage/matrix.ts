import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Pair } from '#lib/domain/coverage/pair.ts'
import { byCodeUnit, linkKey, type Atlas } from '#lib/domain/model/atlas.ts'
import { roleOfStage, roles, stages, type Role } from '#lib/domain/model/fields.ts'

/** The channels that stand under one role; null: those that have none. */
export type ColumnGroup = Readonly<{ role: Role | null; channels: readonly string[] }>

/** Under which headings the rows stand. */
export const matrixGroupings = ['persona', 'stage', 'role'] as const
export type MatrixGrouping = (typeof matrixGroupings)[number]

/**
 * A row of the matrix: a heading, or a need of a persona. `group`: the persona's id, the stage or the role that the row stands under;
 * null for needs that no persona has.
 */
export type MatrixRow =
	| Readonly<{ type: 'heading'; group: string | null; needs: number }>
	| Readonly<{ type: 'need'; group: string | null; persona: string | null; need: string; pair: Pair | null }>

/**
 * What one cell shows. `rank`: the dense rank of the channel for the pair, null where it is not wanted there.
 * `supply`: the products that serve the need there in the lens. `waiting`: how many more would, in the other lens only.
 */
export type Cell = Readonly<{ channel: string; rank: number | null; supply: readonly string[]; waiting: number }>

/** What a cell comes to, which chooses its mark. */
export type CellMark = 'served' | 'missed' | 'extra' | 'empty'

export function markOf(cell: Cell): CellMark {
	if (cell.rank !== null) return cell.supply.length > 0 ? 'served' : 'missed'
	return cell.supply.length > 0 ? 'extra' : 'empty'
}

/** Whether a cell shows nothing. */
export function isEmptyCell(cell: Cell): boolean {
	return cell.rank === null && cell.supply.length === 0 && cell.waiting === 0
}

/** The channels by role, each once: one with several roles stands under its first. Within a role by name, as `compare` orders names. */
export function columnGroups(atlas: Atlas, compare: (left: string, right: string) => number): ColumnGroup[] {
	const channels = [...atlas.channels.values()].sort(
		(left, right) => compare(left.name, right.name) || byCodeUnit(left.id, right.id)
	)
	return [...roles, null].flatMap((role) => {
		const ids = channels
			.filter((channel) => (roles.find((one) => channel.roles.includes(one)) ?? null) === role)
			.map(({ id }) => id)
		return ids.length === 0 ? [] : [{ role, channels: ids }]
	})
}

/**
 * The rows under their headings: those of a persona on their way from discover to share, those of a stage or a role by persona;
 * at the end the needs that nobody has.
 */
export function matrixRows(atlas: Atlas, coverage: Coverage, by: MatrixGrouping = 'persona'): MatrixRow[] {
	const stageOf = (need: string) => atlas.needs.get(need)?.stage ?? 'discover'
	const byStage = (left: string, right: string) => stages.indexOf(stageOf(left)) - stages.indexOf(stageOf(right))
	const sorted = [...coverage.pairs].sort(
		(left, right) => byCodeUnit(left.persona, right.persona) || byStage(left.need, right.need)
	)
	const groups = Map.groupBy(sorted, ({ persona, need }): string => {
		if (by === 'persona') return persona
		return by === 'stage' ? stageOf(need) : roleOfStage[stageOf(need)]
	})
	const order = by === 'persona' ? [...groups.keys()] : by === 'stage' ? stages : roles
	const rows: MatrixRow[] = order.flatMap((group): MatrixRow[] => {
		const pairs = groups.get(group) ?? []
		if (pairs.length === 0) return []
		return [
			{ type: 'heading', group, needs: pairs.length },
			...pairs.map((pair): MatrixRow => ({ type: 'need', group, persona: pair.persona, need: pair.need, pair }))
		]
	})
	const unclaimed = [...atlas.needs.keys()].sort(byCodeUnit).filter((need) => coverage.pairsOfNeed(need).length === 0)
	if (unclaimed.length > 0) {
		rows.push({ type: 'heading', group: null, needs: unclaimed.length })
		for (const need of unclaimed.sort(byStage))
			rows.push({ type: 'need', group: null, persona: null, need, pair: null })
	}
	return rows
}

/** The cells of a need's row, in the order of the channels given. */
export function cellsOf(
	atlas: Atlas,
	coverage: Coverage,
	row: Readonly<{ need: string; pair: Pair | null }>,
	channels: readonly string[]
): Cell[] {
	const ranks = new Map(row.pair?.preferred.map(({ channel, rank }) => [channel, rank]))
	const products = coverage.fulfilling(row.need)
	return channels.map((channel) => {
		const supply = coverage.supply(row.need, channel)
		const waiting = products.filter(
			(product) => !supply.includes(product) && atlas.delivers.has(linkKey(product, channel))
		).length
		return { channel, rank: ranks.get(channel) ?? null, supply, waiting }
	})
}

/** Whose preferences hold for a pair: the need's own where it has any, else the persona's; null where neither has. */
export function preferenceSource(atlas: Atlas, persona: string | null, need: string): 'need' | 'persona' | null {
	let fromPersona = false
	for (const { from } of atlas.prefers.values()) {
		if (from === need) return 'need'
		if (from === persona) fromPersona = true
	}
	return fromPersona ? 'persona' : null
}

/** Rows `from` (inclusive) to `to` (exclusive) of a long list. */
export type Window = Readonly<{ from: number; to: number }>

/** The rows in view and a few beyond either edge. All lengths in pixels; rows are equally high. */
export function windowOf(scrolled: number, height: number, rowHeight: number, count: number, beyond = 6): Window {
	const from = Math.max(0, Math.min(count, Math.floor(scrolled / rowHeight)) - beyond)
	const to = Math.min(count, Math.ceil((scrolled + height) / rowHeight) + beyond)
	return { from, to: Math.max(from, to) }
}

/** How far to scroll so that `start` to `end` is in a view of that length, moving as little as possible. All in pixels. */
export function scrollToShow(scrolled: number, view: number, start: number, end: number): number {
	if (start < scrolled) return start
	return end > scrolled + view ? Math.min(start, end - view) : scrolled
}

/** Where the keyboard is in the matrix: a row and a column by number. */
export type Place = Readonly<{ row: number; column: number }>

/** Where a key leads from a place; null for keys that lead nowhere. Headings are passed over. `page`: how many rows are in view. */
export function placeAfter(
	key: string,
	withControl: boolean,
	place: Place,
	rows: readonly MatrixRow[],
	columns: number,
	page: number
): Place | null {
	const last = columns - 1
	switch (key) {
		case 'ArrowLeft':
			return { ...place, column: Math.max(0, place.column - 1) }
		case 'ArrowRight':
			return { ...place, column: Math.min(last, place.column + 1) }
		case 'ArrowUp':
			return { ...place, row: needRow(rows, place.row - 1, -1) ?? place.row }
		case 'ArrowDown':
			return { ...place, row: needRow(rows, place.row + 1, 1) ?? place.row }
		case 'PageUp':
			return { ...place, row: needRow(rows, Math.max(0, place.row - page), 1) ?? place.row }
		case 'PageDown':
			return { ...place, row: needRow(rows, Math.min(rows.length - 1, place.row + page), -1) ?? place.row }
		case 'Home':
			return { row: withControl ? (needRow(rows, 0, 1) ?? place.row) : place.row, column: 0 }
		case 'End':
			return { row: withControl ? (needRow(rows, rows.length - 1, -1) ?? place.row) : place.row, column: last }
		default:
			return null
	}
}

/** The number of the nearest row with a need, from a row on in a direction; null where there is none. */
export function needRow(rows: readonly MatrixRow[], from: number, direction: 1 | -1): number | null {
	for (let at = from; at >= 0 && at < rows.length; at += direction) if (rows[at]?.type === 'need') return at
	return null
}
