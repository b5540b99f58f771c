import { endsOf, linkTables, nodeTables, type Atlas, type LinkTable, type NodeTable } from '../model/atlas.ts'
import { stages } from '../model/fields.ts'
import { inOrderMade } from './order-made.ts'

/** A thing as another one's branch: the link that leads there, and the thing at its other end. */
export type Branch = Readonly<{ link: LinkTable; key: string; table: NodeTable; id: string }>

/** The branches of every thing that has any, in the order in which an outline reads. */
export type Branches = ReadonlyMap<string, readonly Branch[]>

/** What hangs on a thing of each table, in reading order: first what the method asks for next. */
export const branchOrder: Readonly<Record<NodeTable, readonly NodeTable[]>> = {
	personas: ['needs', 'channels', 'values'],
	values: ['personas'],
	needs: ['channels', 'products', 'personas'],
	channels: ['products', 'needs', 'personas'],
	products: ['needs', 'channels']
}

/** The branches of all things, from one pass over the links. Needs stand by stage, channels by rank, the rest as they were made. */
export function branchesOf(atlas: Atlas): Branches {
	const tableOfId = new Map<string, NodeTable>()
	for (const table of nodeTables) for (const id of atlas[table].keys()) tableOfId.set(id, table)
	const branches = new Map<string, Branch[]>()
	function hang(on: string, id: string, link: LinkTable, key: string) {
		const table = tableOfId.get(id)
		if (table === undefined) return
		const list = branches.get(on)
		if (list === undefined) branches.set(on, [{ link, key, table, id }])
		else list.push({ link, key, table, id })
	}
	for (const link of linkTables) {
		for (const [key, row] of atlas[link]) {
			const [from, to] = endsOf(link, row)
			hang(from, to, link, key)
			hang(to, from, link, key)
		}
	}
	for (const [id, list] of branches) {
		const order = branchOrder[tableOfId.get(id) ?? 'needs']
		list.sort(
			(left, right) =>
				order.indexOf(left.table) - order.indexOf(right.table) ||
				placeIn(atlas, left) - placeIn(atlas, right) ||
				inOrderMade(left.id, right.id)
		)
	}
	return branches
}

/** What orders a branch among its like before its age does: a preference's rank, a need's stage. */
function placeIn(atlas: Atlas, branch: Branch): number {
	if (branch.link === 'prefers') return atlas.prefers.get(branch.key)?.rank ?? 0
	if (branch.table !== 'needs') return 0
	return stages.indexOf(atlas.needs.get(branch.id)?.stage ?? 'discover')
}
