import { m } from '#lib/paraglide/messages.js'
import type { GridTable } from './columns.ts'

const texts: Readonly<Record<GridTable, () => string>> = {
	personas: m.data_empty_personas,
	values: m.data_empty_values,
	needs: m.data_empty_needs,
	channels: m.data_empty_channels,
	products: m.data_empty_products,
	holds: m.data_empty_holds,
	has: m.data_empty_has,
	prefers: m.data_empty_prefers,
	fulfils: m.data_empty_fulfils,
	delivers: m.data_empty_delivers,
	decisions: m.data_empty_decisions,
	sources: m.data_empty_sources,
	mentions: m.data_empty_mentions
}

/** What belongs into an empty table, and the smallest next step. */
export function emptyText(table: GridTable): string {
	return texts[table]()
}
