import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Column } from './columns.ts'

/** What a choice of another row offers, by name in the order of the language. */
export function thingsFor(atlas: Atlas, column: Column, locale: string): { id: string; name: string }[] {
	return column.things
		.flatMap((things) => [...atlas[things].values()])
		.map((thing) => ({ id: thing.id, name: 'name' in thing ? thing.name : thing.id }))
		.sort((left, right) => left.name.localeCompare(right.name, locale, { numeric: true }))
}
