import { linkTables } from '#lib/domain/model/atlas.ts'
import { entitiesLabel, linksLabel } from '#lib/wording/labels.ts'
import type { OutlineTable } from './views.ts'

/** What a table is called: "Needs", "Preferred channels". */
export function tableLabel(table: OutlineTable): string {
	const link = linkTables.find((one) => one === table)
	if (link !== undefined) return linksLabel[link]()
	return table in entitiesLabel ? Reflect.get(entitiesLabel, table)() : table
}
