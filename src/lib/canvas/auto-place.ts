import type { Position } from '#lib/domain/model/atlas.ts'
import { nodeTypes, sizeOfType, type NodeType } from './node-shape.ts'
import { otherEnd, type MapGraph } from './project.ts'

const gapBetween: Readonly<Record<NodeType, number>> = { value: 14, persona: 28, need: 14, product: 24, channel: 20 }
/** The room to the right of each column: wider where more links cross it. */
const columnGap: Readonly<Record<NodeType, number>> = { value: 96, persona: 120, need: 200, product: 216, channel: 0 }
const wrapGap = 40
const groupGap = 20
const sweeps = 6

/**
 * Places for these nodes, at once and without asking: columns value – persona – need – product – channel; the needs stand by the persona
 * that has them, everything else as near as it can to what it is linked with. The same atlas gives the same picture.
 * Canvas units; the block begins at (0, 0). Needs nothing but the graph, so it can be shown before anything is written.
 */
export function autoPlace(graph: MapGraph, ids: Iterable<string>): Map<string, Position> {
	const columns = new Columns(graph, ids)
	columns.order()
	return columns.places()
}

class Columns {
	readonly #graph: MapGraph
	readonly #of: Record<NodeType, string[]> = { value: [], persona: [], need: [], product: [], channel: [] }
	readonly #rank = new Map<string, number>()
	readonly #groupOf = new Map<string, number>()

	constructor(graph: MapGraph, ids: Iterable<string>) {
		this.#graph = graph
		for (const id of ids) {
			const node = graph.nodes.get(id)
			if (node !== undefined) this.#of[node.type].push(id)
		}
	}

	/** Puts each column in an order with few crossings: the usual sweeps by the mean place of the neighbours. */
	order(): void {
		this.#groupNeeds()
		this.#number()
		for (let sweep = 0; sweep < sweeps; sweep += 1) {
			this.#sort('product', ['need', 'channel'])
			this.#sort('channel', ['product', 'need', 'persona'])
			this.#sort('need', ['product', 'channel'])
		}
		this.#sort('value', ['persona'])
	}

	places(): Map<string, Position> {
		const places = new Map<string, Position>()
		const rows = Math.max(16, Math.ceil(Math.sqrt(this.#of.need.length * 3.6)))
		const heights = this.#stackNeeds(places, rows)
		const lefts = this.#lefts(rows)
		for (const id of this.#of.need) {
			const place = places.get(id)
			if (place !== undefined) places.set(id, { x: lefts.need + place.x, y: place.y })
		}
		// Personas stand by their needs, products too, channels by products and needs, values by personas: in this order.
		for (const type of ['persona', 'product', 'channel', 'value'] as const) {
			const column = this.#of[type]
			const { width, height } = sizeOfType[type]
			const step = height + gapBetween[type]
			if (column.length > rows) {
				column.forEach((id, index) => {
					const x = lefts[type] + Math.floor(index / rows) * (width + wrapGap)
					places.set(id, { x, y: (index % rows) * step })
				})
				continue
			}
			const wished = column.map((id) => this.#wishedMiddle(id, places, heights) - height / 2)
			spacedNear(wished, step).forEach((y, index) => {
				const id = column[index]
				if (id !== undefined) places.set(id, { x: lefts[type], y })
			})
		}
		return toOrigin(places)
	}

	/** The left edge of every column; one with more than `rows` wraps into several. */
	#lefts(rows: number): Record<NodeType, number> {
		const lefts: Record<NodeType, number> = { value: 0, persona: 0, need: 0, product: 0, channel: 0 }
		let x = 0
		for (const type of nodeTypes) {
			lefts[type] = x
			const wraps = Math.ceil(this.#of[type].length / rows)
			if (wraps > 0) x += wraps * (sizeOfType[type].width + wrapGap) - wrapGap + columnGap[type]
		}
		return lefts
	}

	/** A need stands with the first persona that has it; needs that nobody has stand last. */
	#groupNeeds(): void {
		const group = new Map(this.#of.persona.map((id, index) => [id, index]))
		for (const id of this.#of.need) {
			let first = this.#of.persona.length
			for (const link of this.#graph.linksOf(id)) {
				if (link.table === 'has') first = Math.min(first, group.get(link.from) ?? first)
			}
			this.#groupOf.set(id, first)
		}
		this.#of.need.sort((one, other) => this.#group(one) - this.#group(other))
	}

	#group(id: string): number {
		return this.#groupOf.get(id) ?? 0
	}

	/** Ranks from 0 to 1 in each column, so that columns of different lengths can be compared. */
	#number(): void {
		for (const type of nodeTypes) this.#numberColumn(type)
	}

	#numberColumn(type: NodeType): void {
		const column = this.#of[type]
		column.forEach((id, index) => this.#rank.set(id, (index + 0.5) / column.length))
	}

	#sort(type: NodeType, neighbours: readonly NodeType[]): void {
		const wished = new Map(this.#of[type].map((id) => [id, this.#meanRank(id, neighbours)]))
		const at = (id: string) => wished.get(id) ?? 0
		this.#of[type].sort(
			type === 'need'
				? (one, other) => this.#group(one) - this.#group(other) || at(one) - at(other)
				: (one, other) => at(one) - at(other)
		)
		this.#numberColumn(type)
	}

	#meanRank(id: string, neighbours: readonly NodeType[]): number {
		let sum = 0
		let count = 0
		for (const link of this.#graph.linksOf(id)) {
			const other = otherEnd(link, id)
			const type = this.#graph.nodes.get(other)?.type
			const rank = this.#rank.get(other)
			if (type === undefined || rank === undefined || !neighbours.includes(type)) continue
			sum += rank
			count += 1
		}
		return count === 0 ? (this.#rank.get(id) ?? 0) : sum / count
	}

	/** Stacks the needs, a little apart from persona to persona; returns the height of the stack. */
	#stackNeeds(places: Map<string, Position>, rows: number): number {
		const { width, height } = sizeOfType.need
		const wraps = this.#of.need.length > rows
		let y = 0
		let previous: number | null = null
		this.#of.need.forEach((id, index) => {
			const group = this.#group(id)
			if (wraps) {
				places.set(id, { x: Math.floor(index / rows) * (width + 40), y: (index % rows) * (height + gapBetween.need) })
				return
			}
			if (previous !== null && previous !== group) y += groupGap
			previous = group
			places.set(id, { x: 0, y })
			y += height + gapBetween.need
		})
		return wraps ? rows * (height + gapBetween.need) : y
	}

	#wishedMiddle(id: string, places: ReadonlyMap<string, Position>, height: number): number {
		let sum = 0
		let count = 0
		const type = this.#graph.nodes.get(id)?.type
		for (const link of this.#graph.linksOf(id)) {
			// A persona stands by her needs; her values and channels come to her.
			if (type === 'persona' && link.table !== 'has') continue
			const other = otherEnd(link, id)
			const place = places.get(other)
			const node = this.#graph.nodes.get(other)
			if (place === undefined || node === undefined) continue
			sum += place.y + sizeOfType[node.type].height / 2
			count += 1
		}
		return count === 0 ? (this.#rank.get(id) ?? 0.5) * height : sum / count
	}
}

/**
 * The places nearest to the wished ones (least squares) that keep the order and stand at least `step` apart.
 * Pools neighbours that would overlap and sets the pool at their common mean.
 */
export function spacedNear(wished: readonly number[], step: number): number[] {
	const pools: { sum: number; count: number }[] = []
	wished.forEach((wish, index) => {
		pools.push({ sum: wish - index * step, count: 1 })
		for (;;) {
			const last = pools.at(-1)
			const before = pools.at(-2)
			if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count) break
			pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
		}
	})
	return pools
		.flatMap((pool) => Array.from({ length: pool.count }, () => pool.sum / pool.count))
		.map((base, index) => base + index * step)
}

function toOrigin(places: ReadonlyMap<string, Position>): Map<string, Position> {
	let top = Infinity
	for (const place of places.values()) top = Math.min(top, place.y)
	return new Map([...places].map(([id, place]) => [id, { x: Math.round(place.x), y: Math.round(place.y - top) }]))
}
