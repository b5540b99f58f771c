import { endsOf, entityTables, linkTables, tableSchemas, type Atlas, type TableName } from '../../model/atlas.ts'
import { recordTables } from '../../model/records.ts'
import { atlasOfSnapshot } from '../snapshot-atlas.ts'
import { baseOfAtlas } from '../export-state.ts'
import type { BaseState, Incoming, IncomingRow } from './incoming.ts'

/** The tables of a workspace file that another atlas can take: all but its own name, and the clock of a workshop that runs. */
export const mergedTables: readonly TableName[] = [
	'frame',
	...entityTables,
	...linkTables,
	'positions',
	'words',
	...recordTables.filter((table) => table !== 'workshop')
]

/** What a second atlas says to a first one: every row of the tables that can be merged. `empty`: whether an empty field says that it is empty, or nothing. */
export function incomingOfAtlas(second: Atlas, empty: 'empty' | 'nothing'): Incoming {
	const rows = mergedTables.flatMap((table) => rowsOf(second, table, empty))
	return { rows, problems: [] }
}

function rowsOf(atlas: Atlas, table: TableName, empty: 'empty' | 'nothing'): IncomingRow[] {
	const said = (row: object) =>
		Object.fromEntries(
			Object.entries(row).filter(([field, value]) => field !== 'id' && (empty === 'empty' || !isEmpty(value)))
		)
	if (table === 'frame' || table === 'words') {
		return [{ table, place: { part: table, row: null }, id: table, fields: said(atlas[table]) }]
	}
	const link = linkTables.find((one) => one === table)
	const rows: unknown = atlas[table]
	if (!(rows instanceof Map)) return []
	return [...(rows as Map<string, object>)].map(([key, row], at) => {
		const place = { part: table, row: at + 1 }
		if (link === undefined) return { table, place, id: key, fields: said(row) }
		const parsed = tableSchemas[link].parse(row)
		const [from, to] = endsOf(link, parsed)
		const ends = { from: { id: from, name: null }, to: { id: to, name: null } }
		const own = Object.entries(said(row)).filter(
			([field]) => !['persona', 'value', 'need', 'channel', 'product', 'from'].includes(field)
		)
		return { table, place, id: null, ends, fields: Object.fromEntries(own) }
	})
}

function isEmpty(value: unknown): boolean {
	return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The last state that two atlases had in common: the newest snapshot that both have; null where there is none. */
export function commonPast(first: Atlas, second: Atlas): BaseState | null {
	const both = [...second.snapshots.values()].filter(
		({ id, contents }) => first.snapshots.get(id)?.contents === contents
	)
	const newest = both.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0]
	const then = newest === undefined ? null : atlasOfSnapshot(newest)
	return then === null ? null : baseOfAtlas(then)
}
