import * as Y from 'yjs'
import { linkTables, endsOf } from '#lib/domain/model/atlas.ts'
import type { Atlas, TableName } from '#lib/domain/model/atlas.ts'
import type { RowChange } from '#lib/domain/model/row-change.ts'
import type { FieldEdit } from './history.ts'
import { plain, samePlain, type Plain } from './plain.ts'
import { fieldNames, goneMark, isLinkTable } from './row-reader.ts'

/** The rows of a document, by table. */
export type Tables = (name: TableName) => Y.Map<unknown>

/** The fields of a row, or undefined where the document never held it. */
export function rowOf(tables: Tables, table: TableName, key: string): Y.Map<unknown> | undefined {
	const row = tables(table).get(key)
	return row instanceof Y.Map ? row : undefined
}

function isGone(row: Y.Map<unknown> | undefined): boolean {
	return row === undefined || row.get(goneMark) === true
}

function held(row: Y.Map<unknown> | undefined, field: string): Plain | undefined {
	if (field === goneMark) return isGone(row)
	const value = row?.get(field)
	return value === undefined ? undefined : plain(value)
}

const rowName = (edit: { table: TableName; key: string }) => `${edit.table}/${edit.key}`

/**
 * What row changes come to, field by field, with the values before. A removed row lists all its fields with equal values before and after:
 * so that redoing the removal can see whether somebody has worked on the row meanwhile.
 */
export function planEdits(tables: Tables, rows: readonly RowChange[]): FieldEdit[] {
	const planned = new Map<string, Map<string, FieldEdit>>()
	for (const change of rows) {
		const { table, key } = change
		const row = rowOf(tables, table, key)
		const edits = planned.get(rowName(change)) ?? new Map<string, FieldEdit>()
		planned.set(rowName(change), edits)
		const write = (field: string, after: Plain | undefined) => {
			const before = edits.has(field) ? edits.get(field)?.before : held(row, field)
			edits.set(field, { table, key, field, before, after })
		}
		const goneNow = edits.has(goneMark) ? edits.get(goneMark)?.after === true : isGone(row)
		if ('gone' in change) {
			if (goneNow) continue
			for (const field of fieldNames[table]) if (!edits.has(field)) write(field, held(row, field))
			write(goneMark, true)
			continue
		}
		if (goneNow) {
			for (const field of fieldNames[table]) write(field, undefined)
			write(goneMark, false)
		}
		for (const [field, value] of Object.entries(change.fields)) if (value !== undefined) write(field, plain(value))
	}
	return [...planned.values()].flatMap((edits) => {
		const mark = edits.get(goneMark)
		const comesOrGoes = mark !== undefined && mark.before !== mark.after
		return [...edits.values()].filter((edit) => (edit === mark ? comesOrGoes : comesOrGoes || !unchanged(edit)))
	})
}

function unchanged(edit: FieldEdit): boolean {
	return samePlain(edit.before, edit.after)
}

/** Writes the values after. */
export function writeEdits(tables: Tables, edits: readonly FieldEdit[]): void {
	for (const edit of edits) if (!unchanged(edit)) writeField(tables, edit, edit.after)
}

function writeField(tables: Tables, { table, key, field }: FieldEdit, value: Plain | undefined): void {
	let row = rowOf(tables, table, key)
	if (row === undefined) {
		row = new Y.Map<unknown>()
		tables(table).set(key, row)
	}
	// A row that was never removed bears no mark. Fields are set to undefined rather than deleted:
	// a deletion would not show in state vectors, by which tabs and the database tell what the other lacks.
	if (field === goneMark && value === false && row.get(goneMark) === undefined) return
	row.set(field, value)
}

type Direction = 'back' | 'forth'

/**
 * Takes edits back (or does them again): only fields that still hold what the step (or its undoing) wrote, and a row is only taken away
 * where nobody else has worked on it or linked it since. Returns the edits that were put back, and how many were left because of others.
 */
export function restoreEdits(
	tables: Tables,
	atlas: Atlas,
	edits: readonly FieldEdit[],
	direction: Direction
): { restored: FieldEdit[]; kept: number } {
	const from = (edit: FieldEdit) => (direction === 'back' ? edit.after : edit.before)
	const to = (edit: FieldEdit) => (direction === 'back' ? edit.before : edit.after)
	const holds = (edit: FieldEdit) => samePlain(held(rowOf(tables, edit.table, edit.key), edit.field), from(edit))
	const byRow = Map.groupBy(edits, rowName)
	const takenAway = removable(byRow, atlas, (row) =>
		row.some((edit) => edit.field === goneMark && to(edit) === true) ? row.every(holds) : false
	)
	const restored: FieldEdit[] = []
	let kept = 0
	for (const [name, row] of byRow) {
		const mark = row.find((edit) => edit.field === goneMark)
		if (mark === undefined) {
			for (const edit of row) {
				if (!holds(edit)) kept += 1
				else {
					writeField(tables, edit, to(edit))
					restored.push(edit)
				}
			}
			continue
		}
		if (to(mark) === true ? !takenAway.has(name) : !holds(mark)) {
			kept += 1
			continue
		}
		// The fields of a row that was new stay, hidden by the mark; those of one that had been there before get their old values again.
		const wasThere = row.some((edit) => edit !== mark && edit.before !== undefined)
		for (const edit of row) {
			if (wasThere && edit !== mark && !unchanged(edit) && holds(edit)) writeField(tables, edit, to(edit))
		}
		writeField(tables, mark, to(mark))
		restored.push(...row)
	}
	return { restored, kept }
}

/** The rows that can be taken away: those that the test lets go, without entities that a link which stays hangs on. */
function removable(
	byRow: ReadonlyMap<string, FieldEdit[]>,
	atlas: Atlas,
	mayGo: (row: FieldEdit[]) => boolean
): Set<string> {
	const going = new Set<string>()
	const entities = new Map<string, string>()
	for (const [name, row] of byRow) {
		const first = row[0]
		if (first === undefined || !mayGo(row)) continue
		going.add(name)
		if (!isLinkTable(first.table) && first.table !== 'positions') entities.set(first.key, name)
	}
	if (entities.size === 0) return going
	for (const table of linkTables) {
		for (const [key, link] of atlas[table]) {
			if (going.has(`${table}/${key}`)) continue
			for (const end of endsOf(table, link)) {
				const entity = entities.get(end)
				if (entity !== undefined) going.delete(entity)
			}
		}
	}
	return going
}
