import { nodeTables, type Atlas, type LinkTable, type NodeTable } from '../model/atlas.ts'
import type { Branch, Branches } from './branches.ts'
import { inOrderMade } from './order-made.ts'

/**
 * A row of the outline. Every thing stands once in the section of its table (`thing`), and again under each thing that it is
 * linked with (`link`). `key` is the way from the top, so that one thing's rows are told apart.
 */
export type OutlineRow = Readonly<{
	key: string
	kind: 'section' | 'thing' | 'link'
	/** The table of the section, or of the thing that the row shows. */
	table: NodeTable
	/** The thing; empty for a section. */
	id: string
	/** The link by which a `link` row hangs on its parent. */
	link: Readonly<{ table: LinkTable; key: string }> | null
	parent: string | null
	level: number
	/** Its place among its siblings, from 1, and how many they are. */
	place: number
	size: number
	/** Whether what hangs on it is shown; null where nothing does. */
	isOpen: boolean | null
}>

/** What of the outline is shown. `isOpen`: by a row's key and level. `matches`: the things that are looked for, where some are. */
export type OutlineView = Readonly<{
	isOpen: (key: string, level: number) => boolean
	matches: ((id: string) => boolean) | null
}>

/** The rows that are seen, from top to bottom: the five sections, the things in them, and what hangs on those that are open. */
export function outlineRows(atlas: Atlas, branches: Branches, view: OutlineView): OutlineRow[] {
	const rows: OutlineRow[] = []
	nodeTables.forEach((table, at) => {
		const ids = [...atlas[table].keys()].filter((id) => isFound(branches, view, id)).sort(inOrderMade)
		const isOpen = ids.length === 0 ? null : view.matches !== null || view.isOpen(table, 1)
		rows.push({
			key: table,
			kind: 'section',
			table,
			id: '',
			link: null,
			parent: null,
			level: 1,
			place: at + 1,
			size: nodeTables.length,
			isOpen
		})
		if (isOpen === true)
			ids.forEach((id, place) => addThing(rows, branches, view, { table, id, place, of: ids.length }))
	})
	return rows
}

function isFound(branches: Branches, { matches }: OutlineView, id: string): boolean {
	return matches === null || matches(id) || (branches.get(id) ?? []).some((branch) => matches(branch.id))
}

function addThing(
	rows: OutlineRow[],
	branches: Branches,
	view: OutlineView,
	{ table, id, place, of }: { table: NodeTable; id: string; place: number; of: number }
): void {
	const key = `${table}/${id}`
	const all = branches.get(id) ?? []
	const { matches } = view
	// Of a thing that is not itself looked for, only what leads to what is.
	const shown = matches === null || matches(id) ? all : all.filter((branch) => matches(branch.id))
	const isOpen = shown.length === 0 ? null : shown.length < all.length || view.isOpen(key, 2)
	rows.push({
		key,
		kind: 'thing',
		table,
		id,
		link: null,
		parent: table,
		level: 2,
		place: place + 1,
		size: of,
		isOpen
	})
	if (isOpen === true) addBranches(rows, branches, view, { key, id, level: 3 }, shown)
}

function addBranches(
	rows: OutlineRow[],
	branches: Branches,
	view: OutlineView,
	parent: { key: string; id: string; level: number },
	shown: readonly Branch[]
): void {
	shown.forEach((branch, at) => {
		const key = `${parent.key}/${branch.link}/${branch.id}`
		// A need under something else opens once more, so that persona, need and ranked channels read as one; personas do not come back.
		const more =
			parent.level === 3 && branch.table === 'needs'
				? (branches.get(branch.id) ?? []).filter(({ id, table }) => id !== parent.id && table !== 'personas')
				: []
		const isOpen = more.length === 0 ? null : view.isOpen(key, parent.level)
		rows.push({
			key,
			kind: 'link',
			table: branch.table,
			id: branch.id,
			link: { table: branch.link, key: branch.key },
			parent: parent.key,
			level: parent.level,
			place: at + 1,
			size: shown.length,
			isOpen
		})
		if (isOpen === true) addBranches(rows, branches, view, { key, id: branch.id, level: parent.level + 1 }, more)
	})
}

/** The id of a row in a selection that all pages share: a link's is `table/key`. Null for a section, which is nothing on the map. */
export function selectionId(row: OutlineRow): string | null {
	if (row.kind === 'section') return null
	return row.link === null ? row.id : `${row.link.table}/${row.link.key}`
}

/** The thing that a row hangs on; null at the top of its section. */
export function parentThing(rows: readonly OutlineRow[], row: OutlineRow): string | null {
	if (row.kind !== 'link') return null
	return rows.find(({ key }) => key === row.parent)?.id ?? null
}
