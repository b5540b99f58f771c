import { z } from 'zod'
import { endsOf, linkTables, tableOf, type Atlas } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { defineChange, refuse } from './change.ts'
import { linkAt } from './link-kind.ts'
import { linkRowSubject, nameOf, subjectOf } from './subject.ts'

/**
 * Removes entities and links. With an entity go its place, every link that ends there, and what sources said of it as their channel.
 * Decisions about it stay: they are the minutes of what was decided, and undoing brings the entity back under them.
 * What is gone already is skipped, so that two people may delete the same thing; refused only where nothing is left to remove.
 */
export const removeThings = defineChange({
	name: 'removeThings',
	input: z.strictObject({
		ids: z.array(id).default([]),
		links: z.array(z.strictObject({ table: z.enum(linkTables), key: z.string() })).default([])
	}),
	apply(atlas, { ids, links }) {
		const gone = new Set(ids.filter((one) => tableOf(atlas, one) !== null))
		const rows = [...removedEntities(atlas, gone), ...removedLinksOf(atlas, gone)]
		const removed = new Set(rows.map((row) => `${row.table} ${row.key}`))
		const names = [...gone].map((one) => nameOf(atlas, one))
		for (const { table, key } of links) {
			const row = linkAt(atlas, table, key)
			if (row === null || removed.has(`${table} ${key}`)) continue
			removed.add(`${table} ${key}`)
			rows.push(remove(table, key))
			names.push(linkRowSubject(atlas, table, row))
		}
		if (rows.length === 0) return refuse('nothing-chosen', 'There is nothing to remove.')
		return { ok: true, rows, subject: subjectOf(names) }
	}
})

function removedEntities(atlas: Atlas, gone: ReadonlySet<string>): RowChange[] {
	const rows: RowChange[] = []
	for (const one of gone) {
		const table = tableOf(atlas, one)
		if (table !== null) rows.push(remove(table, one))
		if (atlas.positions.has(one)) rows.push(remove('positions', one))
	}
	for (const source of atlas.sources.values()) {
		if (source.channel === null || gone.has(source.id)) continue
		if (gone.has(source.channel)) rows.push(put('sources', source.id, { channel: null }))
	}
	return rows
}

function removedLinksOf(atlas: Atlas, gone: ReadonlySet<string>): RowChange[] {
	const rows: RowChange[] = []
	for (const table of linkTables) {
		for (const [key, row] of atlas[table]) {
			if (endsOf(table, row).some((end) => gone.has(end))) rows.push(remove(table, key))
		}
	}
	return rows
}
