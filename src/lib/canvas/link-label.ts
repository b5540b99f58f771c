import { m } from '#lib/paraglide/messages.js'
import { deliveryLabel, linkVerb } from '#lib/wording/labels.ts'
import type { MapGraph, MapLink } from './project.ts'

/** A link as a sentence: "Sanne de Wit prefers App · rank 1". */
export function linkLabel(graph: MapGraph, link: MapLink): string {
	const name = (id: string) => graph.nodes.get(id)?.name ?? id
	const sentence = m.map_link_sentence({ from: name(link.from), verb: linkVerb[link.table](), to: name(link.to) })
	const detail = linkDetail(link)
	return detail === null ? sentence : `${sentence} · ${detail}`
}

/** What a link says beside its ends, in two words: its rank, strength or status; null for a kind that says nothing. */
export function linkDetail(link: MapLink): string | null {
	if (link.rank !== null) return m.map_rank({ rank: link.rank })
	if (link.status !== null) return deliveryLabel[link.status]()
	if (link.strength === null) return null
	return link.table === 'has' ? m.map_importance({ value: link.strength }) : m.map_weight({ value: link.strength })
}
