import { outlineOfType, sizeOfType, tableOfType } from '#lib/canvas/node-shape.ts'
import type { MapSession } from '#lib/canvas/map-session.ts'
import { MapScene } from '#lib/canvas/scene.svelte.ts'
import { entityLabel } from '#lib/wording/labels.ts'
import type { PlacedMap } from './looking.ts'

/** The map as plain values: what stands where, with which words, joined by what. */
export function placedMap(session: MapSession): PlacedMap {
	const { graph, boxes, marks } = new MapScene(session)
	const nodes = [...graph.nodes.values()].map(({ id, type, name }) => {
		const box = boxes.get(id)
		const label = entityLabel[tableOfType[type]]()
		const [outline, findings] = [outlineOfType[type], marks.findingsOf(id).length]
		return { id, type, name, label, outline, findings, x: box?.left ?? 0, y: box?.top ?? 0, ...sizeOfType[type] }
	})
	return { nodes, links: [...graph.links.values()].map(({ id, from, to }) => ({ id, from, to })) }
}
