import type { MapGraph } from '#lib/canvas/project.ts'

/** What stays bright when these are looked at: they, their links, and what these lead to. */
export function litBy(graph: MapGraph, ids: ReadonlySet<string>): ReadonlySet<string> {
	const lit = new Set(ids)
	for (const id of ids) {
		for (const link of graph.linksOf(id)) {
			// Of several things only what links them among each other: the ways of a finding.
			if (ids.size > 1 && !(ids.has(link.from) && ids.has(link.to))) continue
			for (const part of [link.id, link.from, link.to]) lit.add(part)
		}
	}
	return lit
}
