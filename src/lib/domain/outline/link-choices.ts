import type { Refusal } from '../changes/change.ts'
import { linkKindBetween, newLink, type LinkKind } from '../changes/link-kind.ts'
import { linkKey, nodeTables, type Atlas, type NodeTable } from '../model/atlas.ts'
import { branchOrder } from './branches.ts'
import { inOrderMade } from './order-made.ts'

/** Something that could be linked to: the link that would be made, or why there can be none. */
export type LinkChoice = Readonly<
	{ id: string; table: NodeTable; name: string } & (
		{ kind: LinkKind; refusal: null } | { kind: null; refusal: Refusal }
	)
>

/**
 * What a thing could be linked to, of those whose name holds `wanted`: what is possible first, in the order of the method, then what
 * is not, each with the reason. At most `most`; `left` says how many there are beyond.
 */
export function linkChoices(
	atlas: Atlas,
	from: string,
	{ wanted = '', most = 50 }: { wanted?: string; most?: number } = {}
): { choices: LinkChoice[]; left: number } {
	const typed = wanted.trim().toLocaleLowerCase()
	const own = nodeTables.find((table) => atlas[table].has(from))
	if (own === undefined) return { choices: [], left: 0 }
	const order = [...branchOrder[own], ...nodeTables.filter((table) => !branchOrder[own].includes(table))]
	const possible: LinkChoice[] = []
	const impossible: { id: string; table: NodeTable; name: string }[] = []
	for (const table of order) {
		const named = [...atlas[table].values()]
			.filter(({ id, name }) => id !== from && (typed === '' || name.toLocaleLowerCase().includes(typed)))
			.sort((left, right) => inOrderMade(left.id, right.id))
		for (const { id, name } of named) {
			const kind = linkKindBetween(atlas, from, id)
			if (kind === null || atlas[kind.table].has(linkKey(kind.from, kind.to))) impossible.push({ id, table, name })
			else possible.push({ id, table, name, kind, refusal: null })
		}
	}
	const refused = impossible.slice(0, Math.max(0, most - possible.length)).flatMap((thing): LinkChoice[] => {
		const outcome = newLink(atlas, from, thing.id)
		return outcome.ok ? [] : [{ ...thing, kind: null, refusal: outcome }]
	})
	const all = [...possible.slice(0, most), ...refused]
	return { choices: all, left: possible.length + impossible.length - all.length }
}
