import { otherEnd, type MapGraph, type MapLink } from './project.ts'

/** What stays bright while something is selected. */
export type Connected = Readonly<{ nodes: ReadonlySet<string>; links: ReadonlySet<string> }>

/**
 * What lies on a path persona → need → product → channel through the selected nodes and links, together with the values of the
 * personas that are selected themselves. Not the whole component: a channel shared by two personas does not connect them.
 * Null where nothing that is on the map is selected.
 */
export function connectedTo(graph: MapGraph, selected: Iterable<string>): Connected | null {
	const nodes = new Set<string>()
	const links = new Set<string>()
	const up = new Walk(graph, towardsCustomer, nodes, links)
	const down = new Walk(graph, towardsChannel, nodes, links)
	for (const id of selected) {
		const link = graph.links.get(id)
		if (link !== undefined) {
			const [left, right] = leftFirst(graph, link)
			links.add(link.id)
			up.from(left)
			down.from(right)
		} else if (graph.nodes.has(id)) {
			up.from(id)
			down.from(id)
			addValues(graph, id, nodes, links)
		}
	}
	return nodes.size === 0 ? null : { nodes, links }
}

/** Where each type stands on the path; values stand before the personas that hold them. */
const layer = { value: 0, persona: 1, need: 2, product: 3, channel: 4 } as const

function layerOf(graph: MapGraph, id: string): number {
	const node = graph.nodes.get(id)
	return node === undefined ? 0 : layer[node.type]
}

function leftFirst(graph: MapGraph, link: MapLink): [left: string, right: string] {
	return layerOf(graph, link.from) <= layerOf(graph, link.to) ? [link.from, link.to] : [link.to, link.from]
}

function towardsCustomer(graph: MapGraph, link: MapLink, id: string): boolean {
	return link.table !== 'holds' && leftFirst(graph, link)[1] === id
}

function towardsChannel(graph: MapGraph, link: MapLink, id: string): boolean {
	if (leftFirst(graph, link)[0] !== id) return false
	// A persona's values hang beside the path; from a value only its personas are near.
	return link.table !== 'holds'
}

function addValues(graph: MapGraph, id: string, nodes: Set<string>, links: Set<string>): void {
	for (const link of graph.linksOf(id)) {
		if (link.table !== 'holds') continue
		links.add(link.id)
		nodes.add(otherEnd(link, id))
	}
}

/** Walks in one direction only, every node once. */
class Walk {
	readonly #graph: MapGraph
	readonly #leads: (graph: MapGraph, link: MapLink, id: string) => boolean
	readonly #nodes: Set<string>
	readonly #links: Set<string>
	readonly #seen = new Set<string>()

	constructor(
		graph: MapGraph,
		leads: (graph: MapGraph, link: MapLink, id: string) => boolean,
		nodes: Set<string>,
		links: Set<string>
	) {
		this.#graph = graph
		this.#leads = leads
		this.#nodes = nodes
		this.#links = links
	}

	from(start: string): void {
		const waiting = [start]
		for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
			if (this.#seen.has(id)) continue
			this.#seen.add(id)
			this.#nodes.add(id)
			for (const link of this.#graph.linksOf(id)) {
				if (!this.#leads(this.#graph, link, id)) continue
				this.#links.add(link.id)
				waiting.push(otherEnd(link, id))
			}
		}
	}
}
