import { entityTables, endsOf, type Atlas, type LinkTable, type Rows } from '../model/atlas.ts'

/** The name of the entity with this id; a decision, which has no name, and what is not there have an empty one. */
export function nameOf(atlas: Atlas, id: string): string {
	for (const table of entityTables) {
		const row = atlas[table].get(id)
		if (row !== undefined) return 'name' in row ? row.name : ''
	}
	return ''
}

/** What a step is about, in any language: the first name, and how many more there are ("Website +3"). */
export function subjectOf(names: readonly string[]): string {
	const [first = '', ...others] = names.filter((name) => name !== '')
	return others.length === 0 ? first : `${first} +${others.length}`
}

/** A link as a subject: "Sanne de Wit → Website". */
export function linkSubject(atlas: Atlas, from: string, to: string): string {
	return `${nameOf(atlas, from)} → ${nameOf(atlas, to)}`
}

/** The subject of a row of a link table. */
export function linkRowSubject(atlas: Atlas, table: LinkTable, row: Rows[LinkTable]): string {
	return linkSubject(atlas, ...endsOf(table, row))
}
