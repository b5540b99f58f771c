import { branchOrder } from '#lib/domain/outline/branches.ts'
import { parentThing, type OutlineRow } from '#lib/domain/outline/outline-rows.ts'
import type { NodeTable } from '#lib/domain/model/atlas.ts'

/** A thing that is about to be: what it will be, the thing that it will hang on, and the row after whose branches it is typed. */
export type Draft = Readonly<{ table: NodeTable; under: string | null; parent: string; after: string; level: number }>

/** A draft of another like this row, after it; in an empty section, of its first. */
export function draftBeside(rows: readonly OutlineRow[], row: OutlineRow): Draft {
	if (row.kind === 'section') return draftBelow(row)
	const under = parentThing(rows, row)
	return { table: row.table, under, parent: row.parent ?? row.table, after: row.key, level: row.level }
}

/** A draft of what hangs on this row; `table`: one of those that can, else what the method asks for next. */
export function draftBelow(row: OutlineRow, table?: NodeTable): Draft {
	const level = row.level + 1
	if (row.kind === 'section') return { table: row.table, under: null, parent: row.key, after: row.key, level }
	const next = table ?? branchOrder[row.table][0] ?? 'needs'
	return { table: next, under: row.id, parent: row.key, after: row.key, level }
}

/** The place among the rows where a draft is typed: after everything that hangs on its row. */
export function placeOfDraft(rows: readonly OutlineRow[], draft: Draft): number {
	const at = rows.findIndex(({ key }) => key === draft.after)
	const row = rows[at]
	if (row === undefined) return rows.length
	for (let place = at + 1; place < rows.length; place += 1) {
		if ((rows[place]?.level ?? 0) <= row.level) return place
	}
	return rows.length
}

/** The names in what was typed or pasted: one a line, without the marks of lists. */
export function namesIn(text: string): string[] {
	return text
		.split(/\r?\n|\t/)
		.map((line) => line.replace(/^\s*(?:[-*•‣–]|\d+[.)])\s+/, '').trim())
		.filter((line) => line !== '')
}
