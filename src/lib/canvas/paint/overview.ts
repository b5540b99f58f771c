import type { PairStatus } from '#lib/domain/coverage/pair.ts'
import { outlineOfType, sizeOfType, type NodeType } from '../node-shape.ts'
import type { Box } from '../grid-index.ts'
import type { MapNode } from '../project.ts'
import { wrapped } from './wrapped.ts'
import type { Emphasis } from './links.ts'
import type { Palette } from './palette.ts'

/** A node as a mark of the drawn overview. `weight`: how much its title matters; the heaviest are written first. */
export type DrawnNode = Readonly<{
	node: MapNode
	box: Box
	emphasis: Emphasis
	selected: boolean
	status: PairStatus | null
	weight: number
}>

/** Zoom from which on every mark has its title in it. */
export const titledFrom = 0.24
/** How many square pixels of the screen each title has for itself on average. */
const roomOfLabel = 26_000

let outlines: Record<NodeType, Path2D> | null = null
function outlinesOnce(): Record<NodeType, Path2D> {
	outlines ??= {
		persona: new Path2D(outlineOfType.persona),
		value: new Path2D(outlineOfType.value),
		need: new Path2D(outlineOfType.need),
		channel: new Path2D(outlineOfType.channel),
		product: new Path2D(outlineOfType.product)
	}
	return outlines
}

/** Draws nodes as marks: their silhouettes while these can be seen, plain blocks further out. Context in canvas units. */
export function paintMarks(
	context: CanvasRenderingContext2D,
	nodes: readonly DrawnNode[],
	palette: Palette,
	zoom: number
): void {
	if (zoom < 0.12) paintBlocks(context, nodes, palette)
	else for (const drawn of nodes) paintSilhouette(context, drawn, palette, zoom)
	paintSelected(context, nodes, palette, zoom)
	context.globalAlpha = 1
}

function paintBlocks(context: CanvasRenderingContext2D, nodes: readonly DrawnNode[], palette: Palette): void {
	const looks = new Map<string, DrawnNode[]>()
	for (const drawn of nodes) {
		const look = `${drawn.emphasis}${drawn.node.type}${drawn.status ?? ''}`
		const list = looks.get(look)
		if (list === undefined) looks.set(look, [drawn])
		else list.push(drawn)
	}
	for (const list of looks.values()) {
		const [first] = list
		if (first === undefined) continue
		context.globalAlpha = first.emphasis === 'faded' ? 0.2 : 1
		context.fillStyle = isGood(first.status) ? palette.node[first.node.type] : statusColour(first.status, palette)
		context.beginPath()
		for (const { box } of list) context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top)
		context.fill()
	}
}

function isGood(status: PairStatus | null): boolean {
	return status === null || status === 'first' || status === 'second'
}

function statusColour(status: PairStatus | null, palette: Palette): string {
	return status === null ? palette.muted : palette.status[status]
}

function paintSilhouette(
	context: CanvasRenderingContext2D,
	{ node, box, emphasis, status }: DrawnNode,
	palette: Palette,
	zoom: number
): void {
	context.globalAlpha = emphasis === 'faded' ? 0.22 : 1
	context.translate(box.left, box.top)
	context.fillStyle = palette.soft[node.type]
	context.fill(outlinesOnce()[node.type])
	context.strokeStyle = isGood(status) ? palette.node[node.type] : statusColour(status, palette)
	context.lineWidth = Math.min(isGood(status) ? 4 : 8, (isGood(status) ? 1 : 2) / zoom)
	context.stroke(outlinesOnce()[node.type])
	if (zoom >= titledFrom) paintTitle(context, node, palette, zoom)
	context.translate(-box.left, -box.top)
}

const insets: Readonly<Record<NodeType, number>> = { persona: 20, value: 16, need: 12, product: 12, channel: 24 }

function paintTitle(context: CanvasRenderingContext2D, node: MapNode, palette: Palette, zoom: number): void {
	const { width, height } = sizeOfType[node.type]
	const lines = node.type === 'value' ? 1 : 2
	const fontSize = Math.min(Math.round(10.5 / zoom), Math.floor((height - 10) / lines / 1.2))
	context.font = `600 ${fontSize}px ${palette.font}`
	context.fillStyle = palette.ink
	context.textAlign = 'left'
	context.textBaseline = 'middle'
	const text = wrapped(context, node.name, width - 2 * insets[node.type], lines)
	const step = fontSize * 1.18
	const bottom = node.type === 'need' ? height - 8 : height
	text.forEach((line, index) => {
		context.fillText(line, insets[node.type], bottom / 2 + (index - (text.length - 1) / 2) * step)
	})
}

function paintSelected(
	context: CanvasRenderingContext2D,
	nodes: readonly DrawnNode[],
	palette: Palette,
	zoom: number
): void {
	context.globalAlpha = 1
	context.strokeStyle = palette.accent
	context.lineWidth = 2.5 / zoom
	context.beginPath()
	const gap = 3 / zoom
	for (const { selected, box } of nodes) {
		if (!selected) continue
		context.rect(box.left - gap, box.top - gap, box.right - box.left + 2 * gap, box.bottom - box.top + 2 * gap)
	}
	context.stroke()
}

/**
 * Writes the titles of what matters beside its marks, in screen pixels, so that they can be read however far out: the heaviest
 * first, none over another. Does nothing where the marks have their titles in them.
 */
export function paintLabels(
	context: CanvasRenderingContext2D,
	nodes: readonly DrawnNode[],
	palette: Palette,
	viewport: { x: number; y: number; zoom: number }
): void {
	if (viewport.zoom >= titledFrom) return
	const taken: Box[] = []
	const { width, height } = context.canvas
	const mostLabels = (width * height) / roomOfLabel / context.getTransform().a ** 2
	context.font = `600 12px ${palette.font}`
	context.textAlign = 'left'
	context.textBaseline = 'middle'
	context.lineJoin = 'round'
	const heaviest = nodes.filter((drawn) => drawn.weight > 0).sort((one, other) => other.weight - one.weight)
	for (const { node, box, emphasis } of heaviest) {
		if (taken.length >= mostLabels) break
		if (emphasis === 'faded') continue
		const [text = ''] = wrapped(context, node.name, 180, 1)
		const left = box.left * viewport.zoom + viewport.x
		const top = ((box.top + box.bottom) / 2) * viewport.zoom + viewport.y
		const label = { left: left - 2, top: top - 9, right: left + context.measureText(text).width + 4, bottom: top + 9 }
		if (
			taken.some(
				(other) =>
					label.left < other.right && label.right > other.left && label.top < other.bottom && label.bottom > other.top
			)
		)
			continue
		taken.push(label)
		context.strokeStyle = palette.background
		context.lineWidth = 4
		context.strokeText(text, left, top)
		context.fillStyle = palette.ink
		context.fillText(text, left, top)
	}
}
