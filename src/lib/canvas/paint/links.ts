import type { LinkTable } from '#lib/domain/model/atlas.ts'
import type { NodeType } from '../node-shape.ts'
import { overlaps, type Box } from '../grid-index.ts'
import { pieceWithin, pointOn, type Curve } from '../link-curve.ts'
import type { MapLink } from '../project.ts'
import type { Palette } from './palette.ts'

/** How much a link stands out: below a selection elsewhere, as ever, or in front. */
export type Emphasis = 'faded' | 'calm' | 'strong'

/** A link that is to be drawn. `redundant`: the analysis says it could stop (`yes`) or is only a fallback (`fallback`). */
export type DrawnLink = Readonly<{
	link: MapLink
	curve: Curve
	emphasis: Emphasis
	selected: boolean
	redundant: 'no' | 'fallback' | 'yes'
}>

const colourOf: Readonly<Record<LinkTable, NodeType>> = {
	holds: 'value',
	has: 'persona',
	prefers: 'channel',
	fulfils: 'need',
	delivers: 'product'
}

const calm: Readonly<Record<LinkTable, number>> = { holds: 0.4, has: 0.5, prefers: 0.4, fulfils: 0.45, delivers: 0.62 }

/** How far from its start, in canvas units, a link wears its badge. */
export const badgeAt = 20
export const badgeRadius = 8.5

/** Where a link wears its badge (rank or delivery status), near its start; null for kinds without one. */
export function badgeOf(link: MapLink, curve: Curve): { x: number; y: number } | null {
	return link.rank === null && link.status === null ? null : alongFromStart(curve, badgeAt)
}

/** Whether a link wears something in a rectangle: its badge, or the mark of a redundancy. */
export function hasBadgeIn({ link, curve, redundant }: DrawnLink, box: Box): boolean {
	const isIn = (point: { x: number; y: number } | null) =>
		point !== null &&
		overlaps(box, { left: point.x - 10, top: point.y - 10, right: point.x + 10, bottom: point.y + 10 })
	return isIn(badgeOf(link, curve)) || (redundant !== 'no' && isIn(redundancyOf(curve)))
}

/** Where a delivery wears the mark of a redundancy, near the channel. */
export function redundancyOf(curve: Curve): { x: number; y: number } {
	return alongFromStart(reversed(curve), 26)
}

function reversed(curve: Curve): Curve {
	return {
		x0: curve.x1,
		y0: curve.y1,
		cx0: curve.cx1,
		cy0: curve.cy1,
		cx1: curve.cx0,
		cy1: curve.cy0,
		x1: curve.x0,
		y1: curve.y0
	}
}

function alongFromStart(curve: Curve, distance: number): { x: number; y: number } {
	// Near its start a cubic runs towards its first control point at three times the distance to it per unit of t.
	const pull = 3 * Math.hypot(curve.cx0 - curve.x0, curve.cy0 - curve.y0)
	return pointOn(curve, Math.min(0.45, distance / Math.max(pull, 1)))
}

/** The width of a link's line in canvas units. */
export function widthOf(link: MapLink): number {
	if (link.table === 'has') return 0.7 + 0.6 * (link.strength ?? 3)
	if (link.table === 'holds') return 0.7 + 0.25 * (link.strength ?? 3)
	return link.table === 'delivers' ? 2 : 1.4
}

function trace(context: CanvasPath, curve: Curve): void {
	context.moveTo(curve.x0, curve.y0)
	context.bezierCurveTo(curve.cx0, curve.cy0, curve.cx1, curve.cy1, curve.x1, curve.y1)
}

/** Links of one look. Gathered when what is in view changes, and not for every picture. `isThin`: a pixel wide at the most. */
export type LinkLook = Readonly<{ first: DrawnLink; curves: readonly Curve[]; strikes: Path2D | null; isThin: boolean }>

/**
 * Gathers links that look the same; those that stand out come last and lie on top. `isThin`: there are so many that each is a
 * thin line; `box`: what is to be seen of them, in canvas units.
 */
export function looksOf(links: readonly DrawnLink[], isThin = false, box: Box | null = null): LinkLook[] {
	const groups = new Map<string, DrawnLink[]>()
	for (const drawn of links) {
		const { link, emphasis } = drawn
		const look = `${layer[emphasis]}${drawn.selected ? 1 : 0}${link.table}${link.status ?? ''}${link.strength ?? ''}`
		const list = groups.get(look)
		if (list === undefined) groups.set(look, [drawn])
		else list.push(drawn)
	}
	return [...groups.keys()].sort().flatMap((look): LinkLook[] => {
		const group = groups.get(look) ?? []
		const [first] = group
		if (first === undefined) return []
		const curves = group.flatMap(({ curve, link }) => seenOf(curve, link, box))
		const isFine = first.emphasis === 'faded' || (isThin && first.emphasis === 'calm' && !first.selected)
		if (first.link.status !== 'retiring') return [{ first, curves, strikes: null, isThin: isFine }]
		const strikes = new Path2D()
		for (const { curve } of group) strike(strikes, curve)
		return [{ first, curves, strikes, isThin: isFine }]
	})
}

function seenOf(curve: Curve, link: MapLink, box: Box | null): Curve[] {
	if (box === null) return [curve]
	const piece = pieceWithin(curve, box)
	// Dashes are counted from the start of a line, so that one keeps its start.
	return piece === null ? [] : [link.status === 'planned' ? curve : piece]
}

const layer: Readonly<Record<Emphasis, number>> = { faded: 0, calm: 1, strong: 2 }

/**
 * Draws links, in canvas units. `zoom` keeps far-out lines at a hair's width at least. Lines of a pixel are drawn together: that is
 * quickest. Broader ones each for itself, because a path of hundreds of broad curves takes ten times as long; they are opaque in a
 * colour that is mixed beforehand, so that where they cross is no darker.
 */
export function paintLinks(
	context: CanvasRenderingContext2D,
	looks: readonly LinkLook[],
	palette: Palette,
	zoom: number
): void {
	const pixel = 1 / context.getTransform().a
	for (const { first, curves, strikes, isThin } of looks) {
		const { link, emphasis, selected } = first
		const isRetiring = link.status === 'retiring'
		const colour = selected ? palette.accent : palette.node[colourOf[link.table]]
		const strength = emphasis === 'faded' ? 0.08 : emphasis === 'strong' ? 0.95 : calm[link.table]
		const opacity = strength * (isRetiring ? 0.6 : 1) * (zoom < 0.24 && emphasis === 'calm' ? 0.5 : 1)
		const width = Math.max(widthOf(link) + (selected ? 1.5 : emphasis === 'strong' ? 0.6 : 0), 0.7 / zoom)
		context.setLineDash(link.status === 'planned' ? [9, 6] : [])
		if (isThin || width <= pixel) {
			context.strokeStyle = colour
			context.globalAlpha = isThin ? opacity * Math.min(1, 0.55 + 0.15 * (link.strength ?? 3)) : opacity
			context.lineWidth = Math.min(width, pixel)
			context.beginPath()
			for (const curve of curves) trace(context, curve)
			context.stroke()
		} else {
			context.strokeStyle = `color-mix(in srgb, ${colour} ${Math.round(opacity * 100)}%, ${palette.background})`
			context.globalAlpha = 1
			context.lineWidth = width
			for (const curve of curves) {
				context.beginPath()
				trace(context, curve)
				context.stroke()
			}
		}
		if (strikes !== null) context.stroke(strikes)
	}
	context.setLineDash([])
	context.globalAlpha = 1
}

/** Zoom from which on the badges of links can be read. */
export const badgesFrom = 0.4

/** Draws ranks, delivery statuses and marks of redundancies; nothing further out than they can be read. */
export function paintLinkBadges(
	context: CanvasRenderingContext2D,
	links: readonly DrawnLink[],
	palette: Palette,
	zoom: number
): void {
	if (zoom < badgesFrom) return
	for (const drawn of links) if (drawn.emphasis !== 'faded') paintBadges(context, drawn, palette)
}

/** The two strokes across the middle of a delivery that is being stopped. */
function strike(context: CanvasPath, curve: Curve): void {
	const { x, y } = pointOn(curve, 0.5)
	for (const shift of [-3, 3]) {
		context.moveTo(x + shift - 4, y + 7)
		context.lineTo(x + shift + 4, y - 7)
	}
}

function paintBadges(context: CanvasRenderingContext2D, drawn: DrawnLink, palette: Palette): void {
	const { link, curve } = drawn
	const badge = badgeOf(link, curve)
	if (badge === null) return
	if (link.rank !== null) paintRank(context, badge, link.rank, drawn, palette)
	else if (link.status !== null) paintStatus(context, badge, drawn, palette)
	if (drawn.redundant !== 'no') paintRedundancy(context, redundancyOf(curve), drawn.redundant, palette)
}

function paintRank(
	context: CanvasRenderingContext2D,
	{ x, y }: { x: number; y: number },
	rank: number,
	{ selected, emphasis }: DrawnLink,
	palette: Palette
): void {
	const isFilled = selected || emphasis === 'strong'
	context.beginPath()
	context.arc(x, y, badgeRadius, 0, Math.PI * 2)
	context.fillStyle = isFilled ? (selected ? palette.accent : palette.node.channel) : palette.surface
	context.fill()
	context.lineWidth = 1.2
	context.strokeStyle = selected ? palette.accent : palette.node.channel
	context.stroke()
	context.fillStyle = isFilled ? palette.surface : palette.node.channel
	context.font = `600 11px ${palette.font}`
	context.textAlign = 'center'
	context.textBaseline = 'middle'
	context.fillText(String(rank), x, y + 0.5)
}

/** Live is a full dot, planned an open dashed ring, retiring a ring that is struck through. */
function paintStatus(
	context: CanvasRenderingContext2D,
	{ x, y }: { x: number; y: number },
	{ link, selected }: DrawnLink,
	palette: Palette
): void {
	const colour = selected ? palette.accent : palette.node.product
	context.beginPath()
	context.arc(x, y, 6, 0, Math.PI * 2)
	context.fillStyle = link.status === 'live' ? colour : palette.surface
	context.fill()
	context.strokeStyle = colour
	context.lineWidth = 1.8
	context.setLineDash(link.status === 'planned' ? [3, 2.4] : [])
	context.stroke()
	context.setLineDash([])
	if (link.status !== 'retiring') return
	context.beginPath()
	context.moveTo(x - 6, y + 6)
	context.lineTo(x + 6, y - 6)
	context.stroke()
}

/** A diamond with a bar: this could stop; an empty one: only a fallback. */
function paintRedundancy(
	context: CanvasRenderingContext2D,
	{ x, y }: { x: number; y: number },
	redundant: 'fallback' | 'yes',
	palette: Palette
): void {
	context.beginPath()
	context.moveTo(x, y - 9)
	context.lineTo(x + 9, y)
	context.lineTo(x, y + 9)
	context.lineTo(x - 9, y)
	context.closePath()
	context.fillStyle = redundant === 'yes' ? palette.warn : palette.surface
	context.fill()
	context.strokeStyle = palette.warn
	context.lineWidth = 1.5
	context.stroke()
	context.beginPath()
	context.moveTo(x - 3.5, y)
	context.lineTo(x + 3.5, y)
	context.strokeStyle = redundant === 'yes' ? palette.surface : palette.warn
	context.lineWidth = 2
	context.stroke()
}

/** A delivery that is missing: dashes in the colour of a gap. Its button is drawn over it. */
export function paintGhosts(
	context: CanvasRenderingContext2D,
	ghosts: readonly { curve: Curve; emphasis: Emphasis }[],
	palette: Palette,
	zoom: number
): void {
	context.strokeStyle = palette.gap
	context.lineWidth = Math.max(2, 0.9 / zoom)
	context.lineCap = 'round'
	context.setLineDash([2, 7])
	for (const emphasis of ['faded', 'calm', 'strong'] as const) {
		context.globalAlpha = emphasis === 'faded' ? 0.1 : emphasis === 'strong' ? 1 : 0.8
		context.beginPath()
		for (const ghost of ghosts) if (ghost.emphasis === emphasis) trace(context, ghost.curve)
		context.stroke()
	}
	context.setLineDash([])
	context.lineCap = 'butt'
	context.globalAlpha = 1
}
