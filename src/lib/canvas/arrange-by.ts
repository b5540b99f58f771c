import { roleOfStage, roles, stages, type Role, type Stage } from '#lib/domain/model/fields.ts'
import type { Position } from '#lib/domain/model/atlas.ts'
import type { Box } from './grid-index.ts'
import { sizeOfType, type NodeType } from './node-shape.ts'
import { otherEnd, type MapGraph, type MapNode } from './project.ts'

/** A lane of an arrangement: what it is of, and its rectangle. */
export type Lane = Readonly<{ of: Stage | Role; box: Box }>
export type LaneArrangement = Readonly<{ places: ReadonlyMap<string, Position>; lanes: readonly Lane[] }>

const gap = 18
const pad = 28
/** The room above the first card, for the name of the lane. */
const head = 60
const between = 40
/** What stands in a lane, from top to bottom. */
const bands = ['need', 'product', 'channel'] as const

/**
 * Places in lanes side by side, one for each stage or role: needs, below them the products that answer most of them, below these the channels.
 * Personas and their values stand before the lanes; what belongs to no lane stands behind them.
 */
export function arrangeBy(graph: MapGraph, by: 'stage' | 'role'): LaneArrangement {
	const keys: readonly (Stage | Role)[] = by === 'stage' ? stages : roles
	const laneOf = new LaneFinder(graph, by).all()
	const cells = (key: Stage | Role | null, type: NodeType) =>
		[...graph.nodes.values()].filter((node) => node.type === type && (laneOf.get(node.id) ?? null) === key)
	const columns = [...keys, null].map((key) => ({ key, bands: bands.map((type) => cells(key, type)) }))
	const most = Math.max(8, Math.ceil(Math.sqrt(graph.nodes.size)))
	const heights = bands.map(
		(type, band) =>
			Math.max(...columns.map((column) => Math.min(most, column.bands[band]?.length ?? 0))) *
			(sizeOfType[type].height + gap)
	)
	const tops = heights.map((_, band) =>
		heights.slice(0, band).reduce((sum, height) => sum + height + (height > 0 ? between : 0), 0)
	)
	const bottom = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0)
	const places = new Map<string, Position>()
	const lanes: Lane[] = []
	let x = stackPeople(graph, places, bottom)
	for (const { key, bands: cells } of columns) {
		const wide = Math.max(
			key === null ? 0 : sizeOfType.need.width,
			...cells.map(
				(cell, band) => Math.ceil(cell.length / most) * (sizeOfType[bands[band] ?? 'need'].width + gap) - gap
			)
		)
		if (wide <= 0) continue
		cells.forEach((cell, band) => {
			const { width, height } = sizeOfType[bands[band] ?? 'need']
			cell.forEach(({ id }, index) => {
				const left = x + Math.floor(index / most) * (width + gap)
				places.set(id, { x: left, y: (tops[band] ?? 0) + (index % most) * (height + gap) })
			})
		})
		if (key !== null)
			lanes.push({ of: key, box: { left: x - pad, top: -head, right: x + wide + pad, bottom: bottom + pad } })
		x += wide + 2 * pad + 24
	}
	return { places, lanes }
}

/** Values, then personas, before the lanes; returns where the first lane begins. */
function stackPeople(graph: MapGraph, places: Map<string, Position>, height: number): number {
	let x = 0
	for (const type of ['value', 'persona'] as const) {
		const nodes = [...graph.nodes.values()].filter((node) => node.type === type)
		if (nodes.length === 0) continue
		const { width, height: high } = sizeOfType[type]
		const most = Math.max(1, Math.floor(Math.max(height, 10 * (high + gap)) / (high + gap)))
		nodes.forEach(({ id }, index) => {
			places.set(id, { x: x + Math.floor(index / most) * (width + gap), y: (index % most) * (high + gap) })
		})
		x += Math.ceil(nodes.length / most) * (width + gap) + 80
	}
	return x + pad
}

/** Says for each need, product and channel which lane it stands in: the one where most of what it is linked with stands. */
class LaneFinder {
	readonly #graph: MapGraph
	readonly #by: 'stage' | 'role'
	readonly #lanes = new Map<string, Stage | Role>()

	constructor(graph: MapGraph, by: 'stage' | 'role') {
		this.#graph = graph
		this.#by = by
	}

	all(): ReadonlyMap<string, Stage | Role> {
		const nodes = [...this.#graph.nodes.values()]
		for (const node of nodes) {
			if (node.type === 'need') this.#set(node, this.#by === 'stage' ? node.row.stage : roleOfStage[node.row.stage])
		}
		for (const node of nodes)
			if (node.type === 'product')
				this.#set(
					node,
					this.#mostLinked(node.id, () => true)
				)
		for (const node of nodes) {
			if (node.type !== 'channel') continue
			const fits = (lane: Stage | Role) => node.row.roles.length === 0 || node.row.roles.includes(roleOfLane(lane))
			const own = node.row.roles[0]
			const usual =
				own === undefined
					? null
					: this.#by === 'role'
						? own
						: (stages.find((stage) => roleOfStage[stage] === own) ?? null)
			this.#set(node, this.#mostLinked(node.id, fits) ?? usual)
		}
		return this.#lanes
	}

	#set({ id }: MapNode, lane: Stage | Role | null): void {
		if (lane !== null) this.#lanes.set(id, lane)
	}

	#mostLinked(id: string, fits: (lane: Stage | Role) => boolean): Stage | Role | null {
		const counts = new Map<Stage | Role, number>()
		for (const link of this.#graph.linksOf(id)) {
			const lane = this.#lanes.get(otherEnd(link, id))
			if (lane !== undefined && fits(lane)) counts.set(lane, (counts.get(lane) ?? 0) + 1)
		}
		let best: Stage | Role | null = null
		for (const [lane, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = lane
		return best
	}
}

function roleOfLane(lane: Stage | Role): Role {
	const stage = stages.find((one) => one === lane)
	return stage === undefined ? (roles.find((role) => role === lane) ?? 'reach') : roleOfStage[stage]
}
