import type { Atlas } from './atlas.ts'
import type { View } from './view.ts'

/** The views as they are presented. */
export function viewsInOrder({ views }: Pick<Atlas, 'views'>): View[] {
	return [...views.values()].toSorted(
		(one, other) => one.order - other.order || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
	)
}
