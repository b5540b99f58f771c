import type { Coverage } from '../coverage/coverage.ts'
import type { Pair, PairStatus } from '../coverage/pair.ts'
import { byCodeUnit, type Atlas } from '../model/atlas.ts'

/** The columns of a flow, in order. */
export const flowColumns = ['personas', 'needs', 'products', 'channels'] as const
export type FlowColumn = (typeof flowColumns)[number]

/** A way that a part of a pair's weight goes. It ends where something is missing: no product, or no channel that it is delivered on. */
export type FlowPath = Readonly<{
	persona: string
	need: string
	product: string | null
	channel: string | null
	status: PairStatus
	weight: number
}>

/**
 * The ways by which the weight of every pair goes from persona over need and product to channel. Served pairs go to their best channels, the others to
 * wherever they are delivered; where there are several ways, each gets an equal part. The weights of a pair's ways add up to its own.
 */
export function flowPaths(coverage: Coverage): FlowPath[] {
	return coverage.pairs.flatMap((pair) => {
		const ways = waysOf(coverage, pair)
		const weight = pair.weight / ways.length
		const { persona, need, status } = pair
		return ways.map(([product, channel]): FlowPath => ({ persona, need, product, channel, status, weight }))
	})
}

type Way = readonly [product: string | null, channel: string | null]

function waysOf(coverage: Coverage, pair: Pair): Way[] {
	const { need, preferred, bestRank } = pair
	if (bestRank !== null) {
		return preferred
			.filter(({ rank }) => rank === bestRank)
			.flatMap(({ channel }) => coverage.supply(need, channel).map((product): Way => [product, channel]))
	}
	const products = coverage.fulfilling(need)
	if (products.length === 0) return [[null, null]]
	const delivered = products.flatMap((product) =>
		coverage.channelsOf(product).map((channel): Way => [product, channel])
	)
	return delivered.length > 0 ? delivered : products.map((product): Way => [product, null])
}

/**
 * A place where weight arrives. `kind`: a thing of the map; all the smaller ones of its column together; or the open end of what goes no further
 * (in the column of what is missing). `members`: the ids that it stands for.
 */
export type FlowNode = Readonly<{
	id: string
	column: FlowColumn
	kind: 'thing' | 'others' | 'gap'
	members: readonly string[]
	weight: number
}>

/** Weight between two places of neighbouring columns, of one status. */
export type FlowLink = Readonly<{ id: string; from: string; to: string; status: PairStatus; weight: number }>

/** A flow: its places by column and weight, its links, and which places each way passes. */
export type Flow = Readonly<{
	nodes: readonly FlowNode[]
	links: readonly FlowLink[]
	/** The ways, each as ids of the places it passes, persona first, and its links. */
	ways: readonly Readonly<{ nodes: readonly string[]; links: readonly string[]; path: FlowPath }>[]
	weight: number
}>

/** How many things of a column are drawn by themselves before the smaller ones are drawn together. */
export type FlowLimits = Readonly<Record<FlowColumn, number>>
export const usualLimits: FlowLimits = { personas: 12, needs: 24, products: 20, channels: 16 }

/** The flow of an atlas. Things beyond the limit of their column, the lightest ones, are drawn as one. */
export function flowOf(atlas: Atlas, coverage: Coverage, limits: FlowLimits = usualLimits): Flow {
	const paths = flowPaths(coverage)
	const shown = Object.fromEntries(
		flowColumns.map((column) => [column, heaviest(atlas, paths, column, limits[column])])
	)
	const nodes = new Map<string, FlowNode>()
	const links = new Map<string, FlowLink>()
	const ways = paths.map((path) => {
		const stops = stopsOf(path).map(({ column, id }) => {
			const kind = id === null ? 'gap' : shown[column]?.has(id) ? 'thing' : 'others'
			const node = kind === 'thing' && id !== null ? id : `${kind}:${column}`
			const known = nodes.get(node)
			const members =
				id === null || known?.members.includes(id) ? (known?.members ?? []) : [...(known?.members ?? []), id]
			nodes.set(node, { id: node, column, kind, members, weight: (known?.weight ?? 0) + path.weight })
			return node
		})
		const passed = stops.slice(1).map((to, at) => {
			const from = stops[at] ?? ''
			const id = `${from}>${to}>${path.status}`
			links.set(id, { id, from, to, status: path.status, weight: (links.get(id)?.weight ?? 0) + path.weight })
			return id
		})
		return { nodes: stops, links: passed, path }
	})
	const weight = paths.reduce((sum, path) => sum + path.weight, 0)
	return { nodes: [...nodes.values()].sort(inColumns), links: [...links.values()], ways, weight }
}

function stopsOf({ persona, need, product, channel }: FlowPath): { column: FlowColumn; id: string | null }[] {
	const stops: { column: FlowColumn; id: string | null }[] = [
		{ column: 'personas', id: persona },
		{ column: 'needs', id: need },
		{ column: 'products', id: product }
	]
	return product === null ? stops : [...stops, { column: 'channels', id: channel }]
}

const fieldOf = { personas: 'persona', needs: 'need', products: 'product', channels: 'channel' } as const

/** The heaviest things of a column. One thing alone is never drawn as "others": it takes as much room by its name. */
function heaviest(atlas: Atlas, paths: readonly FlowPath[], column: FlowColumn, limit: number): ReadonlySet<string> {
	const weights = new Map<string, number>()
	for (const path of paths) {
		const id = path[fieldOf[column]]
		if (id !== null && atlas[column].has(id)) weights.set(id, (weights.get(id) ?? 0) + path.weight)
	}
	const sorted = [...weights].sort((left, right) => right[1] - left[1] || byCodeUnit(left[0], right[0]))
	const kept = sorted.length <= limit + 1 ? sorted : sorted.slice(0, limit)
	return new Set(kept.map(([id]) => id))
}

const kindOrder = { thing: 0, others: 1, gap: 2 }

function inColumns(left: FlowNode, right: FlowNode): number {
	return (
		flowColumns.indexOf(left.column) - flowColumns.indexOf(right.column) ||
		kindOrder[left.kind] - kindOrder[right.kind] ||
		right.weight - left.weight ||
		byCodeUnit(left.id, right.id)
	)
}
