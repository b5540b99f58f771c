import type { z } from 'zod'
import { addEntity } from '#lib/domain/changes/add-entity.ts'
import { addSource } from '#lib/domain/changes/add-source.ts'
import type { Change } from '#lib/domain/changes/change.ts'
import { decide } from '#lib/domain/changes/decide.ts'
import { editEntity } from '#lib/domain/changes/edit-entity.ts'
import { editLink } from '#lib/domain/changes/edit-link.ts'
import { editSource } from '#lib/domain/changes/edit-source.ts'
import { linkThings } from '#lib/domain/changes/link-things.ts'
import { removeThings } from '#lib/domain/changes/remove-things.ts'
import { linkTables, nodeTables, type LinkTable } from '#lib/domain/model/atlas.ts'
import type { GridTable } from './columns.ts'
import type { GridRow } from './rows.ts'

/** A change with the input that the one door parses: what a gesture in a table comes to. */
export type Edit = { readonly change: Change<z.ZodType>; readonly input: unknown }

/** The tables whose rows are part of the atlas. */
export type AtlasTable = Exclude<GridTable, 'mentions'>

/** Sets one field of one row, in one change. */
export function cellEdit(table: AtlasTable, row: GridRow, field: string, value: unknown): Edit {
	const fields = { [field]: value }
	if (nodeTables.some((one) => one === table)) return edit(editEntity, { table, id: row.key, fields })
	if (linkTables.some((one) => one === table)) return edit(editLink, { table, key: row.key, fields })
	if (table === 'sources') return edit(editSource, { id: row.key, fields })
	// A decision is found by its finding, which this leaves as it is.
	const { id: _id, ...decided } = row.fields
	return edit(decide, { ...decided, ...fields })
}

/** Takes rows of one table away, with all that hangs on them, in one change. */
export function removal(table: AtlasTable, keys: readonly string[]): Edit {
	const link = linkTables.find((one) => one === table)
	return edit(removeThings, link === undefined ? { ids: keys } : { links: keys.map((key) => ({ table: link, key })) })
}

/** Adds a row with this name, and the rest as the model has it; null for tables whose rows need more than a name. */
export function addition(table: GridTable, name: string): Edit | null {
	const node = nodeTables.find((one) => one === table)
	if (node !== undefined) return edit(addEntity, { table: node, fields: { name } })
	return table === 'sources' ? edit(addSource, { name, kind: 'file' }) : null
}

/** Links two things. */
export function linking(from: string, to: string): Edit {
	return edit(linkThings, { from, to })
}

/** Whether the rows of a table are links. */
export function isLinkTable(table: GridTable): table is LinkTable {
	return linkTables.some((one) => one === table)
}

function edit(change: Change<z.ZodType>, input: unknown): Edit {
	return { change, input }
}
