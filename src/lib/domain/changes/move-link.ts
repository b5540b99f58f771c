import { z } from 'zod'
import { endsOf, linkKey, linkTables, type Atlas, type LinkTable, type Rows } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { defineChange, refuse } from './change.ts'
import { linkAt, linkKindBetween, linkNotThere, makesNoSense, nodeTableOf, notThere } from './link-kind.ts'
import { linkRowSubject } from './subject.ts'

/** Hangs one end of a link on another thing of a fitting kind; what the link says beside its ends stays. */
export const moveLink = defineChange({
	name: 'moveLink',
	input: z.strictObject({ table: z.enum(linkTables), key: z.string(), end: z.enum(['from', 'to']), to: id }),
	apply(atlas, { table, key, end, to }) {
		const row = linkAt(atlas, table, key)
		if (row === null) return linkNotThere(table)
		const [from, target] = endsOf(table, row)
		const stays = end === 'from' ? target : from
		const [start, other] = [nodeTableOf(atlas, to), nodeTableOf(atlas, stays)]
		if (start === null || other === null) return notThere(to)
		const kind = linkKindBetween(atlas, to, stays)
		if (kind?.table !== table) return makesNoSense(start, other)
		if (linkKey(kind.from, kind.to) === key) return { ok: true, rows: [], subject: linkRowSubject(atlas, table, row) }
		if (atlas[table].has(linkKey(kind.from, kind.to))) return refuse('link-exists', 'These two are linked already.')
		return {
			ok: true,
			rows: [remove(table, key), moved(atlas, table, key, kind)],
			subject: linkRowSubject(atlas, table, row)
		}
	}
})

function moved(atlas: Atlas, table: LinkTable, key: string, { from, to }: { from: string; to: string }): RowChange {
	const fresh = linkKey(from, to)
	const row: Partial<Rows[LinkTable]> = { ...atlas[table].get(key) }
	switch (table) {
		case 'holds':
			return put('holds', fresh, { ...row, persona: from, value: to })
		case 'has':
			return put('has', fresh, { ...row, persona: from, need: to })
		case 'prefers':
			return put('prefers', fresh, { ...row, from, channel: to })
		case 'fulfils':
			return put('fulfils', fresh, { ...row, product: from, need: to })
		case 'delivers':
			return put('delivers', fresh, { ...row, product: from, channel: to })
	}
}
