import { endsOf, linkEnds, linkTables, nodeTables, singleTables, tableOf, tableSchemas } from '../model/atlas.ts'
import type { Atlas, LinkTable, Rows, SingleTable, TableName } from '../model/atlas.ts'
import type { RowChange } from '../model/row-change.ts'

/** The tables that may hold several rows, for writing. */
type Draft = { [Name in TableName]: Name extends SingleTable ? Rows[Name] : Map<string, Rows[Name]> }

/**
 * The atlas after these row changes; the one given is not touched, and tables that no change concerns are shared with it.
 * Rows that cannot be are left out: a new row without its fields, a link, position or source's channel that points to nothing.
 */
export function applyRows(atlas: Atlas, rows: readonly RowChange[]): Atlas {
	// Tables are copied when first written, so what is not written stays the same object.
	const draft = { ...atlas } as Draft
	const touched = new Set<TableName>()
	for (const row of rows) applyRow(draft, row, touched)
	if (touched.size > 0) leaveOutDangling(draft, touched)
	return draft
}

function isSingle(table: TableName): table is SingleTable {
	return singleTables.some((single) => single === table)
}

/** The table as one that may be written: its own copy from the first write on. */
function writable(draft: Draft, table: Exclude<TableName, SingleTable>, touched: Set<TableName>): Map<string, object> {
	if (!touched.has(table)) {
		touched.add(table)
		Object.assign(draft, { [table]: new Map<string, object>(draft[table]) })
	}
	return draft[table]
}

function applyRow(draft: Draft, row: RowChange, touched: Set<TableName>): void {
	const { table, key } = row
	if (isSingle(table)) {
		if (!('gone' in row)) Object.assign(draft, { [table]: { ...draft[table], ...row.fields } })
		return
	}
	if ('gone' in row) {
		if (draft[table].has(key)) writable(draft, table, touched).delete(key)
		return
	}
	const before = draft[table].get(key)
	const after = { ...before, ...row.fields }
	if (before === undefined && !tableSchemas[table].safeParse(after).success) return
	writable(draft, table, touched).set(key, after)
}

function leaveOutDangling(draft: Draft, touched: Set<TableName>): void {
	const nodesTouched = nodeTables.some((table) => touched.has(table))
	for (const table of linkTables) {
		if (!nodesTouched && !touched.has(table)) continue
		for (const [key, row] of draft[table]) {
			if (!hasBothEnds(draft, table, row)) writable(draft, table, touched).delete(key)
		}
	}
	for (const key of draft.positions.keys()) {
		if (tableOf(draft, key) === null) writable(draft, 'positions', touched).delete(key)
	}
	for (const [key, source] of draft.sources) {
		if (source.channel === null || draft.channels.has(source.channel)) continue
		writable(draft, 'sources', touched).set(key, { ...source, channel: null })
	}
}

/** Whether both ends of a link are there, in tables that this kind of link may end in. */
export function hasBothEnds(atlas: Atlas, table: LinkTable, row: Rows[LinkTable]): boolean {
	const [from, to] = endsOf(table, row)
	const ends = linkEnds[table]
	return ends.fromTables.some((start) => atlas[start].has(from)) && atlas[ends.toTable].has(to)
}
