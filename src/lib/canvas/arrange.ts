import type { ElkNode } from 'elkjs/lib/elk-api.js'
import type { Position } from '#lib/domain/model/atlas.ts'
import { sizeOfType, type NodeType } from './node-shape.ts'
import type { MapGraph } from './project.ts'

/** Which layer a type stands in; values share the first with personas. */
const partition: Readonly<Record<NodeType, number>> = { value: 0, persona: 1, need: 2, product: 3, channel: 4 }

/** A graph as ELK takes it: plain, so that it can be posted to a worker. Links run from left to right whatever their direction. */
export function elkGraph(graph: MapGraph): ElkNode {
	return {
		id: 'map',
		layoutOptions: {
			'elk.algorithm': 'layered',
			'elk.direction': 'RIGHT',
			'elk.partitioning.activate': 'true',
			'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
			'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
			'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
			'elk.layered.edgeRouting': 'SPLINES',
			'elk.layered.spacing.nodeNodeBetweenLayers': '190',
			'elk.spacing.nodeNode': '22',
			'elk.layered.spacing.edgeNodeBetweenLayers': '24',
			'elk.spacing.edgeNode': '4',
			'elk.spacing.edgeEdge': '2',
			'elk.separateConnectedComponents': 'false'
		},
		children: [...graph.nodes.values()].map(({ id, type }) => ({
			id,
			...sizeOfType[type],
			layoutOptions: { 'elk.partitioning.partition': String(partition[type]) }
		})),
		edges: [...graph.links.values()].map(({ id, from, to }) => {
			const start = graph.nodes.get(from)
			const end = graph.nodes.get(to)
			const isBackward = start !== undefined && end !== undefined && partition[start.type] > partition[end.type]
			return { id, sources: [isBackward ? to : from], targets: [isBackward ? from : to] }
		})
	}
}

/** The places in an arranged graph, in whole canvas units. */
export function placesIn(arranged: ElkNode): Map<string, Position> {
	return new Map((arranged.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]))
}
