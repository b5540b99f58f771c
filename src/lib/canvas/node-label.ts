import type { PairStatus } from '#lib/domain/coverage/pair.ts'
import { m } from '#lib/paraglide/messages.js'
import { entityLabel, statusLabel } from '#lib/wording/labels.ts'
import { percentText } from '#lib/wording/list.ts'
import { tableOfType } from './node-shape.ts'
import type { MapNode } from './project.ts'

/** What a card is called for those who hear the map: "Need: See where my claim stands, served on first choice". */
export function nodeLabel(node: MapNode, status: PairStatus | null, served: number | null, selected: boolean): string {
	const parts: string[] = [m.map_node_label({ type: entityLabel[tableOfType[node.type]](), name: node.name })]
	if (status !== null) parts.push(statusLabel[status]())
	if (served !== null) parts.push(m.map_served({ share: percentText(served) }))
	if (selected) parts.push(m.map_selected())
	return parts.join(', ')
}
