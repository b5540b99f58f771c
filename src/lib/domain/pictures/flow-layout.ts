import { sankey } from 'd3-sankey'
import { flowColumns, type Flow, type FlowLink, type FlowNode } from './flow.ts'

/** A place with its box. */
export type PlacedNode = Readonly<{ node: FlowNode; x: number; y: number; width: number; height: number }>
/** A link as a band: its outline, and where it begins and ends. */
export type PlacedLink = Readonly<{ link: FlowLink; d: string }>
export type FlowLayout = Readonly<{
	width: number
	height: number
	nodes: readonly PlacedNode[]
	links: readonly PlacedLink[]
}>

const nodeWidth = 14
/** Between two places of a column: as much as the two lines of text beside a place take, so that also the names of slim ones stand apart. */
const gap = 30
/** The height that a place has on average where the column is full. */
const row = 16

/**
 * Places a flow by d3-sankey: columns at fixed places, order and height found so that bands cross little. The height follows the fullest column,
 * so that names never lie over each other; it is at least `leastHeight`. Room for names is left at the right of the last column.
 */
export function layoutFlow(flow: Flow, width: number, labelWidth: number, leastHeight = 280): FlowLayout {
	const most = Math.max(1, ...flowColumns.map((column) => flow.nodes.filter((node) => node.column === column).length))
	const height = Math.max(leastHeight, most * (row + gap))
	if (flow.nodes.length === 0) return { width, height, nodes: [], links: [] }
	const layout = sankey<{ node: FlowNode }, { link: FlowLink }>()
		.nodeId(({ node }) => node.id)
		.nodeAlign(({ node }) => flowColumns.indexOf(node.column))
		.nodeWidth(nodeWidth)
		.nodePadding(gap)
		.nodeSort(undefined)
		.extent([
			[1, 4],
			[width - labelWidth, height - 4]
		])
		.iterations(12)
	const placed = layout({
		nodes: flow.nodes.map((node) => ({ node })),
		links: flow.links.map((link) => ({ source: link.from, target: link.to, value: link.weight, link }))
	})
	// d3-sankey spreads the columns that there are: the places of all four are fixed here, also where the last is empty.
	const step = (width - labelWidth - nodeWidth) / (flowColumns.length - 1)
	const xOf = (node: FlowNode) => 1 + flowColumns.indexOf(node.column) * step
	const nodes = placed.nodes.map(({ node, y0 = 0, y1 = 0 }): PlacedNode => {
		return { node, x: xOf(node), y: y0, width: nodeWidth, height: Math.max(1, y1 - y0) }
	})
	const links = placed.links.map(({ link, source, target, y0 = 0, y1 = 0, width: thickness = 0 }): PlacedLink => {
		const from = typeof source === 'object' ? xOf(source.node) + nodeWidth : 0
		const to = typeof target === 'object' ? xOf(target.node) : width
		return { link, d: band(from, y0, to, y1, Math.max(1, thickness)) }
	})
	return { width, height, nodes, links }
}

/** A band of a thickness from one place to another, as an outline to be filled. */
function band(x0: number, y0: number, x1: number, y1: number, thickness: number): string {
	const half = thickness / 2
	const middle = (x0 + x1) / 2
	const at = (x: number, y: number) => `${round(x)},${round(y)}`
	return [
		`M${at(x0, y0 - half)}C${at(middle, y0 - half)} ${at(middle, y1 - half)} ${at(x1, y1 - half)}`,
		`L${at(x1, y1 + half)}C${at(middle, y1 + half)} ${at(middle, y0 + half)} ${at(x0, y0 + half)}Z`
	].join('')
}

function round(value: number): string {
	return String(Math.round(value * 100) / 100)
}
