import type { Box } from './grid-index.ts'
import { insetAt, type NodeType } from './node-shape.ts'
import type { MapGraph, MapLink } from './project.ts'

/** A link as a cubic curve in canvas units: its two ends and its two control points. */
export type Curve = Readonly<{
	x0: number
	y0: number
	cx0: number
	cy0: number
	cx1: number
	cy1: number
	x1: number
	y1: number
}>

/** Where along the side of a node a link begins and ends, from 0 (top) to 1 (bottom). */
export type Ports = Readonly<{ from: number; to: number }>

/** The types of a link's two nodes: their outlines are where it begins and ends. */
export type Ends = Readonly<{ from: NodeType; to: NodeType }>

const middle: Ports = { from: 0.5, to: 0.5 }

function centre(box: Box): { x: number; y: number } {
	return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
}

/**
 * The curve between two nodes: out of the sides that face each other, and from below to above where one stands over the other.
 * `ports` spreads the links of one side so that they can be told apart.
 */
export function curveBetween(from: Box, to: Box, ports: Ports = middle, types?: Ends): Curve {
	const start = centre(from)
	const end = centre(to)
	const isBeside = from.right < to.left || to.right < from.left
	if (isBeside) {
		const direction = end.x >= start.x ? 1 : -1
		const [leaving, arriving] = direction === 1 ? (['right', 'left'] as const) : (['left', 'right'] as const)
		const x0 = from[leaving] - (types === undefined ? 0 : insetAt(types.from, leaving, ports.from) * direction)
		const x1 = to[arriving] + (types === undefined ? 0 : insetAt(types.to, arriving, ports.to) * direction)
		const y0 = from.top + (from.bottom - from.top) * ports.from
		const y1 = to.top + (to.bottom - to.top) * ports.to
		const reach = Math.max(28, Math.abs(x1 - x0) * 0.42) * direction
		return { x0, y0, cx0: x0 + reach, cy0: y0, cx1: x1 - reach, cy1: y1, x1, y1 }
	}
	const direction = end.y >= start.y ? 1 : -1
	const y0 = direction === 1 ? from.bottom : from.top
	const y1 = direction === 1 ? to.top : to.bottom
	const reach = Math.max(20, Math.abs(y1 - y0) * 0.42) * direction
	return { x0: start.x, y0, cx0: start.x, cy0: y0 + reach, cx1: end.x, cy1: y1 - reach, x1: end.x, y1 }
}

/** The point of a curve at t, from 0 (its start) to 1. */
export function pointOn(curve: Curve, t: number): { x: number; y: number } {
	const s = 1 - t
	const a = s * s * s
	const b = 3 * s * s * t
	const c = 3 * s * t * t
	const d = t * t * t
	return {
		x: a * curve.x0 + b * curve.cx0 + c * curve.cx1 + d * curve.x1,
		y: a * curve.y0 + b * curve.cy0 + c * curve.cy1 + d * curve.y1
	}
}

/** A rectangle that the curve does not leave: that of its four points. */
export function boxOfCurve(curve: Curve): Box {
	return {
		left: Math.min(curve.x0, curve.cx0, curve.cx1, curve.x1),
		top: Math.min(curve.y0, curve.cy0, curve.cy1, curve.y1),
		right: Math.max(curve.x0, curve.cx0, curve.cx1, curve.x1),
		bottom: Math.max(curve.y0, curve.cy0, curve.cy1, curve.y1)
	}
}

/** A piece of a curve between two of its places, from 0 to 1. */
function pieceOf(curve: Curve, from: number, to: number): Curve {
	const start = pointOn(curve, from)
	const end = pointOn(curve, to)
	const [first, last] = [slopeAt(curve, from), slopeAt(curve, to)]
	const third = (to - from) / 3
	return {
		x0: start.x,
		y0: start.y,
		cx0: start.x + first.x * third,
		cy0: start.y + first.y * third,
		cx1: end.x - last.x * third,
		cy1: end.y - last.y * third,
		x1: end.x,
		y1: end.y
	}
}

function slopeAt(curve: Curve, t: number): { x: number; y: number } {
	const s = 1 - t
	const [a, b, c] = [3 * s * s, 6 * s * t, 3 * t * t]
	return {
		x: a * (curve.cx0 - curve.x0) + b * (curve.cx1 - curve.cx0) + c * (curve.x1 - curve.cx1),
		y: a * (curve.cy0 - curve.y0) + b * (curve.cy1 - curve.cy0) + c * (curve.y1 - curve.cy1)
	}
}

const pieces = 12

/**
 * The piece of a curve that can be seen in a rectangle, at most a little longer; null where it passes by. Most long curves
 * only cross a corner of what is in view, and drawing costs their whole length.
 */
export function pieceWithin(curve: Curve, box: Box): Curve | null {
	let from = Infinity
	let to = -Infinity
	let last = { x: curve.x0, y: curve.y0 }
	// No chord is further from its curve than an eighth of the greatest bend times the square of its share.
	const bend = (one: number, two: number, three: number) => Math.abs(one - 2 * two + three)
	const slack =
		(0.75 / pieces ** 2) *
		Math.max(
			bend(curve.x0, curve.cx0, curve.cx1) + bend(curve.y0, curve.cy0, curve.cy1),
			bend(curve.cx0, curve.cx1, curve.x1) + bend(curve.cy0, curve.cy1, curve.y1)
		)
	for (let piece = 1; piece <= pieces; piece += 1) {
		const next = pointOn(curve, piece / pieces)
		const isNear =
			Math.min(last.x, next.x) - slack <= box.right &&
			Math.max(last.x, next.x) + slack >= box.left &&
			Math.min(last.y, next.y) - slack <= box.bottom &&
			Math.max(last.y, next.y) + slack >= box.top
		if (isNear) {
			from = Math.min(from, (piece - 1) / pieces)
			to = piece / pieces
		}
		last = next
	}
	if (from > to) return null
	return from === 0 && to === 1 ? curve : pieceOf(curve, from, to)
}

const segments = 32

/** How far a point is from a curve, in canvas units: to within a unit for curves of the length of a screen. */
export function distanceTo(curve: Curve, x: number, y: number): number {
	let best = Infinity
	let lastX = curve.x0
	let lastY = curve.y0
	for (let step = 1; step <= segments; step += 1) {
		const next = pointOn(curve, step / segments)
		const dx = next.x - lastX
		const dy = next.y - lastY
		const length = dx * dx + dy * dy
		const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - lastX) * dx + (y - lastY) * dy) / length))
		best = Math.min(best, Math.hypot(lastX + along * dx - x, lastY + along * dy - y))
		lastX = next.x
		lastY = next.y
	}
	return best
}

/**
 * A place on the side of its nodes for every link: the links of one side are spread over it in the order of where they lead,
 * so that they neither start in one point nor cross before they have left.
 */
export function portsOf(graph: MapGraph, boxOf: (id: string) => Box | undefined): Map<string, Ports> {
	const from = new Map<string, number>()
	const to = new Map<string, number>()
	for (const id of graph.nodes.keys()) {
		const box = boxOf(id)
		if (box !== undefined) spread(id, box, graph.linksOf(id), boxOf, from, to)
	}
	const ports = new Map<string, Ports>()
	for (const id of graph.links.keys()) ports.set(id, { from: from.get(id) ?? 0.5, to: to.get(id) ?? 0.5 })
	return ports
}

function spread(
	id: string,
	box: Box,
	links: readonly MapLink[],
	boxOf: (id: string) => Box | undefined,
	from: Map<string, number>,
	to: Map<string, number>
): void {
	const sides: [left: { link: MapLink; y: number }[], right: { link: MapLink; y: number }[]] = [[], []]
	const own = centre(box)
	for (const link of links) {
		const other = boxOf(link.from === id ? link.to : link.from)
		if (other === undefined) continue
		const there = centre(other)
		const isRight = there.x >= own.x
		// Which way a link leaves counts more than how far it goes: near steep ones belong outside.
		sides[isRight ? 1 : 0].push({ link, y: (there.y - own.y) / Math.max(60, Math.abs(there.x - own.x)) })
	}
	for (const side of sides) {
		side.sort((one, other) => one.y - other.y || (one.link.id < other.link.id ? -1 : 1))
		side.forEach(({ link }, place) => {
			const share = side.length === 1 ? 0.5 : 0.14 + (0.72 * place) / (side.length - 1)
			;(link.from === id ? from : to).set(link.id, spacedOut(share, side.length))
		})
	}
}

/** Two or three links stay near the middle of the side; only many take all of it. */
function spacedOut(share: number, count: number): number {
	const span = Math.min(1, (count - 1) * 0.3)
	return count === 1 ? 0.5 : 0.5 + ((share - 0.5) / 0.72) * 0.72 * span
}
