import { linkEnds, type Atlas, type NodeTable } from '../model/atlas.ts'
import { possibleLinks } from './link-kind.ts'

/**
 * Which kind of thing comes next when one writes along: who it is, what they need, where they want it; and what is offered, for which need.
 * Each pair can be linked.
 */
export const onward: Readonly<Record<NodeTable, NodeTable>> = {
	values: 'personas',
	personas: 'needs',
	needs: 'channels',
	channels: 'products',
	products: 'needs'
}

/** The same in the other direction. */
export const backward: Readonly<Record<NodeTable, NodeTable>> = {
	values: 'personas',
	personas: 'values',
	needs: 'products',
	channels: 'needs',
	products: 'channels'
}

/** What can be linked with a thing of this table, the usual one first. */
export function onwardChoices(table: NodeTable, isBackward = false): NodeTable[] {
	const first = (isBackward ? backward : onward)[table]
	const others = possibleLinks(table).map((link) => link.with)
	return [first, ...others.filter((other) => other !== first)]
}

/**
 * What a sibling of a thing is linked with, where nothing else is known: the only persona of a need, the only persona of a value.
 * Null where there are several, or none.
 */
export function onlyParent(atlas: Atlas, table: NodeTable, id: string): string | null {
	const kind = table === 'needs' ? 'has' : table === 'values' ? 'holds' : null
	if (kind === null) return null
	const parents: string[] = []
	if (kind === 'has') for (const row of atlas.has.values()) if (row[linkEnds.has.to] === id) parents.push(row.persona)
	if (kind === 'holds')
		for (const row of atlas.holds.values()) if (row[linkEnds.holds.to] === id) parents.push(row.persona)
	return parents.length === 1 ? (parents[0] ?? null) : null
}
