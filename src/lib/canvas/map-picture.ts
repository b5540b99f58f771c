import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { PairStatus } from '#lib/domain/coverage/pair.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import { typesetter } from '#lib/domain/cards/layout/lines.ts'
import { markShapes } from '#lib/domain/cards/layout/mark-shapes.ts'
import type { Atlas, Position } from '#lib/domain/model/atlas.ts'
import type { Picture, Shape, Tone } from '#lib/domain/pictures/picture.ts'
import { textWidth } from '#lib/domain/pictures/text-fit.ts'
import { m } from '#lib/paraglide/messages.js'
import { entityLabel } from '#lib/wording/labels.ts'
import { percentText } from '#lib/wording/list.ts'
import { autoPlace } from './auto-place.ts'
import { boxAround, type Box } from './grid-index.ts'
import { curveBetween, portsOf, type Curve } from './link-curve.ts'
import { marksOf, type MapMarks } from './marks.ts'
import { sizeOfType, tableOfType, type NodeType } from './node-shape.ts'
import { badgeOf, badgeRadius, widthOf } from './paint/links.ts'
import { project, type MapGraph, type MapLink, type MapNode } from './project.ts'

const margin = 40

const toneOfLink: Readonly<Record<MapLink['table'], Tone>> = {
	holds: 'value',
	has: 'persona',
	prefers: 'channel',
	fulfils: 'need',
	delivers: 'product'
}
const softOfType: Readonly<Record<NodeType, Tone>> = {
	persona: 'persona-soft',
	value: 'surface',
	need: 'need-soft',
	channel: 'channel-soft',
	product: 'product-soft'
}

/** The whole map as a drawing, from the rows and not from the screen: everything where it stands, every name whole. Each shape says whose it is. Null where nothing stands on it. */
export function mapPicture(atlas: Atlas, coverage: Coverage, findings: readonly Finding[]): Picture | null {
	const graph = project(atlas)
	const boxes = boxesOf(graph, atlas.positions)
	const around = boxAround(boxes.values())
	if (around === null) return null
	const [dx, dy] = [margin - around.left, margin - around.top]
	const placed = new Map([...boxes].map(([id, box]) => [id, shifted(box, dx, dy)]))
	const ports = portsOf(graph, (id) => placed.get(id))
	const links: Shape[] = []
	const badges: Shape[] = []
	for (const [id, link] of graph.links) {
		const [from, to] = [placed.get(link.from), placed.get(link.to)]
		const [start, end] = [graph.nodes.get(link.from), graph.nodes.get(link.to)]
		if (from === undefined || to === undefined || start === undefined || end === undefined) continue
		const curve = curveBetween(from, to, ports.get(id), { from: start.type, to: end.type })
		links.push(linkShape(link, curve))
		badges.push(...badgeShapes(link, curve).map((shape) => ({ ...shape, part: id })))
	}
	const marks = marksOf(coverage, findings)
	const nodes = [...graph.nodes.values()].flatMap((node) => {
		const box = placed.get(node.id)
		return box === undefined ? [] : nodeShapes(node, box, marks).map((shape) => ({ ...shape, part: node.id }))
	})
	return {
		width: around.right + dx + margin,
		height: around.bottom + dy + margin,
		title: m.shell_map(),
		description: m.cards_map_describe({ nodes: graph.nodes.size, links: graph.links.size }),
		shapes: [...links, ...badges, ...nodes]
	}
}

/** Where everything stands; what nobody has placed stands where the map would put it. */
function boxesOf(graph: MapGraph, positions: ReadonlyMap<string, Position>): Map<string, Box> {
	const unplaced = [...graph.nodes.keys()].filter((id) => !positions.has(id))
	const given = autoPlace(graph, unplaced)
	const isMost = unplaced.length * 2 > graph.nodes.size
	const lowest = [...graph.nodes.keys()].reduce((low, id) => Math.max(low, (positions.get(id)?.y ?? 0) + 160), 0)
	const boxes = new Map<string, Box>()
	for (const [id, { type }] of graph.nodes) {
		const own = positions.get(id)
		const other = given.get(id) ?? { x: 0, y: 0 }
		const { x, y } = own ?? { x: other.x, y: isMost ? other.y : other.y + lowest }
		const { width, height } = sizeOfType[type]
		boxes.set(id, { left: x, top: y, right: x + width, bottom: y + height })
	}
	return boxes
}

function shifted(box: Box, dx: number, dy: number): Box {
	return { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy }
}

function rounded(...values: readonly number[]): string {
	return values.map((value) => String(Math.round(value * 10) / 10)).join(' ')
}

function linkShape(link: MapLink, { x0, y0, cx0, cy0, cx1, cy1, x1, y1 }: Curve): Shape {
	return {
		type: 'path',
		part: link.id,
		d: `M${rounded(x0, y0)}C${rounded(cx0, cy0, cx1, cy1, x1, y1)}`,
		line: toneOfLink[link.table],
		lineWidth: widthOf(link),
		opacity: link.table === 'delivers' ? 0.7 : 0.5,
		...(link.status === 'planned' ? { dashed: true } : {})
	}
}

/** A rank as a number in a ring; a delivery that is planned or ends, as a ring that is dashed or struck through. */
function badgeShapes(link: MapLink, curve: Curve): Shape[] {
	const place = badgeOf(link, curve)
	if (place === null || link.status === 'live') return []
	const { x, y } = place
	const tone = toneOfLink[link.table]
	const ring: Shape = {
		type: 'circle',
		x,
		y,
		radius: link.rank === null ? 5 : badgeRadius,
		fill: 'surface',
		line: tone,
		...(link.status === 'planned' ? { dashed: true } : {})
	}
	if (link.rank !== null)
		return [ring, { type: 'text', x, y: y + 4, text: String(link.rank), size: 11, tone, bold: true, anchor: 'middle' }]
	if (link.status !== 'retiring') return [ring]
	return [ring, { type: 'path', d: `M${rounded(x - 6, y + 6)}L${rounded(x + 6, y - 6)}`, line: tone, lineWidth: 1.5 }]
}

/** The silhouette of each type, so that they are told apart in black and white. */
function silhouette(type: NodeType, { left, top, right, bottom }: Box): Shape {
	const [fill, line] = [softOfType[type], type] as const
	if (type === 'product' || type === 'channel') {
		const middle = (top + bottom) / 2
		const corners =
			type === 'product'
				? [left, top, right - 18, top, right, top + 18, right, bottom, left, bottom]
				: [left + 17, top, right - 17, top, right, middle, right - 17, bottom, left + 17, bottom, left, middle]
		const points = corners.flatMap((x, at) => (at % 2 === 0 ? [rounded(x, corners[at + 1] ?? 0)] : []))
		return { type: 'path', d: `M${points.join('L')}Z`, fill, line, lineWidth: 1.2 }
	}
	const height = bottom - top
	const radius = type === 'need' ? 12 : height / 2
	return { type: 'rect', x: left, y: top, width: right - left, height, radius, fill, line }
}

const set = typesetter((text, face, size) => textWidth(text, size, face.weight > 400))
const bold = { weight: 600, italic: false } as const

/** The name in lines of the largest size at which it is whole. */
function nameLines(name: string, width: number, height: number): { lines: readonly string[]; size: number } {
	for (let size = 15; ; size -= 0.5) {
		const lines = set.lines(name, bold, size, width)
		if (lines.length * size * 1.2 <= height || size <= 5) return { lines, size }
	}
}

const insetOf: Readonly<Record<NodeType, number>> = { persona: 30, value: 20, need: 14, product: 14, channel: 24 }

function nodeShapes(node: MapNode, box: Box, marks: MapMarks): Shape[] {
	const { type, id, name } = node
	const inset = insetOf[type]
	const isValue = type === 'value'
	const caption = isValue ? 0 : 16
	const height = box.bottom - box.top
	const served = type === 'persona' ? (marks.servedOfPersona.get(id) ?? null) : null
	const status = type === 'need' ? marks.statusOfNeed.get(id) : undefined
	const { lines, size } = nameLines(name, box.right - box.left - 2 * inset, height - caption - 16)
	const top = box.top + caption + (height - caption - lines.length * size * 1.2) / 2 + (isValue ? 0 : 1)
	const shapes: Shape[] = [
		silhouette(type, box),
		...lines.map((text, at): Shape => ({
			type: 'text',
			x: isValue ? (box.left + box.right) / 2 : box.left + inset,
			y: top + at * size * 1.2 + size * 0.95,
			text,
			size,
			tone: 'ink',
			bold: true,
			...(isValue ? { anchor: 'middle' as const } : {})
		}))
	]
	if (isValue) return shapes
	const y = box.top + 17
	shapes.push({ type: 'text', x: box.left + inset, y, text: entityLabel[tableOfType[type]](), size: 10, tone: type })
	if (served !== null) {
		const text = percentText(served)
		shapes.push({ type: 'text', x: box.right - inset, y, text, size: 11, tone: 'ink', bold: true, anchor: 'end' })
	}
	if (status !== undefined) shapes.push(...statusShapes(status, box.right - inset - 8, box.top + 14, 16))
	return shapes
}

/** A status as its sign, with its middle at (x, y). */
function statusShapes(status: PairStatus, x: number, y: number, size: number): Shape[] {
	const { ink, filled, dashed, strokes } = markShapes[status]
	const tone = ink
	const scale = size / 12
	const at = ([px, py]: readonly [number, number]) => rounded(x + (px - 6) * scale, y + (py - 6) * scale)
	return [
		{
			type: 'circle',
			x,
			y,
			radius: 5.2 * scale,
			fill: filled ? tone : 'surface',
			line: tone,
			...(dashed ? { dashed: true } : {})
		},
		...strokes.map((points): Shape => ({
			type: 'path',
			d: `M${points.map(at).join('L')}`,
			line: filled ? 'surface' : tone,
			lineWidth: 1.4 * scale
		}))
	]
}
