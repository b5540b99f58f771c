import { linkTables, nodeTables } from '#lib/domain/model/atlas.ts'

/** The tables beside the tree: one for each kind of thing and of link. */
export const outlineTables = [...nodeTables, ...linkTables] as const
export type OutlineTable = (typeof outlineTables)[number]

/** The views of the outline; the address names them as `?view=`. */
export type OutlineView = 'tree' | OutlineTable

/** The view that an address asks for; the tree where it asks for none that there is. */
export function viewNamed(name: string | null): OutlineView {
	return outlineTables.find((table) => table === name) ?? 'tree'
}
