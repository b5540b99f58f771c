import { isGridTable, type GridTable } from './columns.ts'

/** What the data page shows: a table, or where files go out and come in. */
export type DataView = GridTable | 'export' | 'import'

/** The view that an address names; personas where it names none that there is. */
export function viewNamed(name: string | null): DataView {
	if (name === 'export' || name === 'import') return name
	return name !== null && isGridTable(name) ? name : 'personas'
}
