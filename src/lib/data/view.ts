import { isGridTable, type GridTable } from './columns.ts'

/** What the data page shows: a table, where files go out and come in, or the named states of the atlas. */
export type DataView = GridTable | 'export' | 'import' | 'snapshots'

/** The view that an address names; personas where it names none that there is. */
export function viewNamed(name: string | null): DataView {
	if (name === 'export' || name === 'import' || name === 'snapshots') return name
	return name !== null && isGridTable(name) ? name : 'personas'
}
