import { linkEnds, type LinkTable } from '../../model/atlas.ts'
import type { IncomingRow } from '../incoming/incoming.ts'
import type { Things, Told } from './things.ts'

/** The ids of the two ends of a row of links, source first; null where one is missing, unknown or several things, which is told. */
export function linkEndsOf(
	things: Things,
	row: IncomingRow,
	table: LinkTable,
	tell: Told
): [from: string, to: string] | null {
	const { from, to, fromTables, toTable } = linkEnds[table]
	const ids: string[] = []
	for (const [side, end, tables] of [
		[from, row.ends?.from, fromTables],
		[to, row.ends?.to, [toTable]]
	] as const) {
		const said = end?.name?.trim() || end?.id || ''
		if (end === undefined || said === '') {
			tell(row, side, 'row-without-end', { end: side })
			return null
		}
		const [only, ...others] = things.ends(end, tables)
		if (only === undefined || others.length > 0) {
			const rule = only === undefined ? 'end-unknown' : 'end-ambiguous'
			tell(row, side, rule, { end: side, name: said, tables: tables.join(',') })
			return null
		}
		ids.push(only)
	}
	const [start = '', end = ''] = ids
	return [start, end]
}
