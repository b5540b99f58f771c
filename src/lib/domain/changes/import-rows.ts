import { z } from 'zod'
import { endsOf, entityTables, linkKey, linkTables, singleTables, tableSchemas } from '../model/atlas.ts'
import type { Atlas, Rows, LinkTable, TableName } from '../model/atlas.ts'
import { isRecordTable } from '../model/records.ts'
import type { RowChange } from '../model/row-change.ts'
import { mostOfSnapshots, roomTaken } from '../model/snapshot.ts'
import { applyRows } from './apply-rows.ts'
import { defineChange, refuse, type Refusal } from './change.ts'
import { rowsBetween } from './trial.ts'

const tableName = z.custom<TableName>((name) => typeof name === 'string' && Object.hasOwn(tableSchemas, name))
const key = z.string().regex(/^[A-Za-z0-9_:-]{1,129}$/)
const row = z.union([
	z.strictObject({ table: tableName, key, gone: z.literal(true) }),
	z.strictObject({ table: tableName, key, fields: z.record(z.string(), z.unknown()) })
])

/**
 * Takes rows of a file into the atlas as one step: what was chosen of a difference. Links whose ends are not there are left out, and what hangs on a
 * removed thing goes with it. `name`: what the step is about, the name of the file. Refused: keys that do not fit their row, an id that two things
 * would have, more snapshots than there is room for, and rows that come to nothing.
 */
export const importRows = defineChange({
	name: 'importRows',
	input: z.strictObject({ rows: z.array(row), name: z.string().default('') }),
	apply(atlas, { rows, name }) {
		// The types of the fields are those of the schemas, by which every written row is checked.
		const changes = rows as RowChange[]
		for (const change of changes) if (!keyFits(atlas, change)) return refuse('id-form', 'An id does not fit its row.')
		const after = applyRows(atlas, changes)
		const written = rowsBetween(atlas, after)
		if (written.length === 0) return refuse('nothing-chosen', 'There is nothing new to take.')
		return idTwice(after) ?? tooManySnapshots(atlas, after) ?? { ok: true, rows: written, subject: name }
	}
})

function keyFits(atlas: Atlas, change: RowChange): boolean {
	if ('gone' in change) return true
	const { table, key, fields } = change
	if (singleTables.some((one) => one === table)) return key === table && !('id' in fields)
	if (entityTables.some((one) => one === table) || isRecordTable(table)) {
		return !('id' in fields) || fields.id === key
	}
	const link = linkTables.find((one) => one === table)
	if (link === undefined) return true
	const full = { ...atlas[link].get(key), ...fields } as Rows[LinkTable]
	return linkKey(...endsOf(link, full)) === key
}

function idTwice(after: Atlas): Refusal | null {
	const seen = new Set<string>()
	for (const table of entityTables) {
		for (const id of after[table].keys()) {
			if (seen.has(id)) return refuse('id-taken', 'This id is taken.', { id })
			seen.add(id)
		}
	}
	return null
}

function tooManySnapshots(before: Atlas, after: Atlas): Refusal | null {
	if (before.snapshots === after.snapshots || roomTaken(after.snapshots) <= mostOfSnapshots) return null
	return refuse('snapshots-full', 'The snapshots of this atlas take all the room there is.')
}
