import type { Sort } from './rows.ts'

/** The order after another press on a heading: ascending, descending, then the atlas's own again. */
export function nextSort(sort: Sort | null, field: string): Sort | null {
	if (sort?.field !== field) return { field, direction: 'ascending' }
	return sort.direction === 'ascending' ? { field, direction: 'descending' } : null
}
