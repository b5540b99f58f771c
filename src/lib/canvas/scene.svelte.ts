import { missingDeliveries, type MissingDelivery } from '#lib/domain/findings/missing-deliveries.ts'
import { redundantDeliveries } from '#lib/domain/findings/redundant-deliveries.ts'
import { linkKey, type Position } from '#lib/domain/model/atlas.ts'
import { autoPlace } from './auto-place.ts'
import { connectedTo, type Connected } from './connected.ts'
import { GridIndex, overlaps, type Box } from './grid-index.ts'
import { boxOfCurve, curveBetween, portsOf, type Curve, type Ends } from './link-curve.ts'
import { marksOf } from './marks.ts'
import type { MapSession } from './map-session.ts'
import { sizeOfType } from './node-shape.ts'
import { looksOf, type DrawnLink, type Emphasis } from './paint/links.ts'
import type { DrawnNode } from './paint/overview.ts'
import { hasSameGraph, project, type MapGraph, type MapLink, type MapNode } from './project.ts'
import { boxInView, stepped, type Viewport } from './view.ts'

/** Zoom below which nodes are drawn as marks, and how many cards the window may hold at the most. */
const cardsFrom = 0.3
const mostCards = 150
/** How many missing deliveries are drawn while nothing is selected. */
const mostGhosts = 24

/** A missing delivery with its place on the map. */
export type Ghost = Readonly<{ key: string; missing: MissingDelivery; curve: Curve; emphasis: Emphasis }>

/**
 * What is to be seen of an atlas: projection, places, what is in view and how it stands out. Everything here follows from the session
 * and the viewport; nothing that is asked for every frame grows with the whole map.
 */
export class MapScene {
	readonly session: MapSession
	viewport = $state.raw<Viewport>({ x: 0, y: 0, zoom: 1 })
	size = $state.raw({ width: 0, height: 0 })
	/** The nodes that a drag has in hand, and how far it has moved them. */
	moving = $state.raw<ReadonlySet<string> | null>(null)
	shift = $state.raw({ x: 0, y: 0 })
	hoveredNode = $state.raw<string | null>(null)
	hoveredLink = $state.raw<string | null>(null)
	/** Whether what is not connected to the selection is left out altogether. */
	focused = $state(false)

	#lastGraph: MapGraph | null = null
	#lastAtlas: MapSession['atlas'] | null = null
	// Places given without asking stay for as long as the map is open: an edit must not rearrange what nobody touched.
	readonly #given = new Map<string, Position>()

	constructor(session: MapSession) {
		this.session = session
	}

	readonly graph = $derived.by(() => {
		const { atlas } = this.session
		if (this.#lastGraph === null || this.#lastAtlas === null || !hasSameGraph(atlas, this.#lastAtlas)) {
			this.#lastGraph = project(atlas)
		}
		this.#lastAtlas = atlas
		return this.#lastGraph
	})

	readonly #positions = $derived.by(() => this.session.atlas.positions)

	/** The ids that stand where nobody put them. */
	readonly unplaced = $derived([...this.graph.nodes.keys()].filter((id) => !this.#positions.has(id)))

	readonly boxes: ReadonlyMap<string, Box> = $derived.by(() => {
		const fresh = this.unplaced.filter((id) => !this.#given.has(id))
		if (fresh.length > 0) this.#give(fresh)
		const boxes = new Map<string, Box>()
		for (const [id, { type }] of this.graph.nodes) {
			const place = this.#positions.get(id) ?? this.#given.get(id) ?? { x: 0, y: 0 }
			const { width, height } = sizeOfType[type]
			boxes.set(id, { left: place.x, top: place.y, right: place.x + width, bottom: place.y + height })
		}
		return boxes
	})

	#give(ids: readonly string[]): void {
		let bottom = 0
		for (const id of this.graph.nodes.keys()) {
			const place = this.#positions.get(id) ?? this.#given.get(id)
			if (place !== undefined) bottom = Math.max(bottom, place.y + 160)
		}
		// A few newcomers stand below what is there; a whole map without places stands where it always would.
		const isMost = ids.length * 2 > this.graph.nodes.size
		for (const [id, { x, y }] of autoPlace(this.graph, ids)) {
			this.#given.set(id, { x, y: isMost ? y : y + bottom })
		}
	}

	readonly index = $derived(new GridIndex(this.boxes))
	readonly #ports = $derived(portsOf(this.graph, (id) => this.boxes.get(id)))
	readonly #curves: ReadonlyMap<string, { curve: Curve; box: Box }> = $derived.by(() => {
		const curves = new Map<string, { curve: Curve; box: Box }>()
		for (const [id, { from, to }] of this.graph.links) {
			const start = this.boxes.get(from)
			const end = this.boxes.get(to)
			if (start === undefined || end === undefined) continue
			const curve = curveBetween(start, end, this.#ports.get(id), this.#ends(from, to))
			curves.set(id, { curve, box: boxOfCurve(curve) })
		}
		return curves
	})

	#ends(from: string, to: string): Ends | undefined {
		const [start, end] = [this.graph.nodes.get(from), this.graph.nodes.get(to)]
		return start === undefined || end === undefined ? undefined : { from: start.type, to: end.type }
	}

	readonly marks = $derived.by(() => marksOf(this.session.coverage, this.session.findings))
	readonly #redundant = $derived.by(() => redundantDeliveries(this.session.coverage, this.session.findings))
	readonly #missing = $derived.by(() => missingDeliveries(this.session.atlas, this.session.coverage))
	readonly connected: Connected | null = $derived.by(() => connectedTo(this.graph, this.session.selection.ids))

	/** Where a node is now, while it is dragged too. */
	boxOf(id: string): Box | undefined {
		const box = this.boxes.get(id)
		if (box === undefined || this.moving === null || !this.moving.has(id)) return box
		const { x, y } = this.shift
		return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y }
	}

	emphasisOfNode(id: string): Emphasis {
		if (this.connected === null) return 'calm'
		return this.connected.nodes.has(id) ? 'strong' : 'faded'
	}

	emphasisOfLink(id: string): Emphasis {
		if (this.connected === null) return 'calm'
		return this.connected.links.has(id) ? 'strong' : 'faded'
	}

	#lastWindow: Box | null = null
	/** What is in view with a margin, in steps. */
	readonly window: Box = $derived.by(() => {
		const next = stepped(boxInView(this.viewport, this.size), this.viewport.zoom)
		const last = this.#lastWindow
		if (
			last !== null &&
			next.left === last.left &&
			next.top === last.top &&
			next.right === last.right &&
			next.bottom === last.bottom
		)
			return last
		return (this.#lastWindow = next)
	})

	readonly #inWindow: readonly string[] = $derived.by(() => {
		const ids = this.index.within(this.window)
		const { connected } = this
		return this.focused && connected !== null ? ids.filter((id) => connected.nodes.has(id)) : ids
	})

	readonly #isNear = $derived(this.viewport.zoom >= cardsFrom)
	/** Whether nodes are drawn as marks: too far out, or too many for cards. */
	readonly isFar = $derived(!this.#isNear || this.#inWindow.length > mostCards)

	/** The nodes that stand as cards: those in view, in reading order; far out only the one in hand. */
	readonly cards: readonly MapNode[] = $derived.by(() => {
		const ids = this.isFar ? [this.hoveredNode].filter((id) => id !== null) : this.#inWindow
		const nodes = ids.map((id) => this.graph.nodes.get(id)).filter((node) => node !== undefined)
		const left = (node: MapNode) => Math.round((this.boxes.get(node.id)?.left ?? 0) / 200)
		const top = (node: MapNode) => this.boxes.get(node.id)?.top ?? 0
		return nodes.sort((one, other) => left(one) - left(other) || top(one) - top(other))
	})

	#drawn(link: MapLink, curve: Curve): DrawnLink {
		const kinds = this.#redundant.get(link.key)
		const redundant =
			kinds === undefined ? 'no' : kinds.every((kind) => kind === 'shadowed-delivery') ? 'fallback' : 'yes'
		return {
			link,
			curve,
			emphasis: this.emphasisOfLink(link.id),
			selected: this.session.selection.has(link.id),
			redundant
		}
	}

	/** The links in view that no drag has in hand. */
	readonly restingLinks: readonly DrawnLink[] = $derived.by(() => {
		const { moving, window } = this
		const drawn: DrawnLink[] = []
		// Comparing four numbers a link is cheaper here than any index of long curves, and happens only when the window steps.
		for (const [id, { curve, box }] of this.#curves) {
			if (!overlaps(box, window)) continue
			const link = this.graph.links.get(id)
			if (link === undefined || moving?.has(link.from) || moving?.has(link.to)) continue
			if (this.focused && this.connected !== null && !this.connected.links.has(id)) continue
			drawn.push(this.#drawn(link, curve))
		}
		return drawn
	})
	readonly restingLooks = $derived(looksOf(this.restingLinks))

	/** The links that hang on what a drag has in hand, where they are now. */
	readonly movingLinks: readonly DrawnLink[] = $derived.by(() => {
		const links = new Map<string, MapLink>()
		for (const id of this.moving ?? []) for (const link of this.graph.linksOf(id)) links.set(link.id, link)
		return [...links.values()].flatMap((link) => {
			const start = this.boxOf(link.from)
			const end = this.boxOf(link.to)
			if (start === undefined || end === undefined) return []
			return [this.#drawn(link, curveBetween(start, end, this.#ports.get(link.id), this.#ends(link.from, link.to)))]
		})
	})

	/** The deliveries that are missing, where they would be; those in view. */
	readonly ghosts: readonly Ghost[] = $derived.by(() => {
		// With nothing selected only those that help most: the others come forward with what they belong to.
		const asked = this.connected === null ? this.#missing.slice(0, mostGhosts) : this.#missing
		return asked.flatMap((missing): Ghost[] => {
			const start = this.boxOf(missing.product)
			const end = this.boxOf(missing.channel)
			if (start === undefined || end === undefined) return []
			const curve = curveBetween(start, end)
			if (!overlaps(boxOfCurve(curve), this.window)) return []
			return [
				{ key: linkKey(missing.product, missing.channel), missing, curve, emphasis: this.#emphasisOfGhost(missing) }
			]
		})
	})

	#emphasisOfGhost({ product, channel }: MissingDelivery): Emphasis {
		if (this.connected === null) return 'calm'
		return this.connected.nodes.has(product) && this.connected.nodes.has(channel) ? 'strong' : 'faded'
	}

	/** Far out: the nodes in view as marks, but for those that a drag has in hand. */
	readonly restingMarks: readonly DrawnNode[] = $derived.by(() => {
		if (!this.isFar) return []
		const { moving } = this
		return this.#inWindow.filter((id) => !moving?.has(id)).flatMap((id) => this.#mark(id))
	})

	readonly movingMarks: readonly DrawnNode[] = $derived.by(() =>
		this.isFar ? [...(this.moving ?? [])].flatMap((id) => this.#mark(id)) : []
	)

	#mark(id: string): DrawnNode[] {
		const node = this.graph.nodes.get(id)
		const box = this.boxOf(id)
		if (node === undefined || box === undefined) return []
		const status = this.marks.statusOfNeed.get(id) ?? null
		const selected = this.session.selection.has(id)
		return [{ node, box, emphasis: this.emphasisOfNode(id), selected, status, weight: this.#weight(node, selected) }]
	}

	/** How much a title matters far out: what is selected, who people are, then what is most amiss. */
	#weight(node: MapNode, selected: boolean): number {
		if (selected) return 1e9
		if (node.type === 'persona') return 1e6
		if (node.type === 'value') return 0
		const worst = this.marks.findingsOf(node.id)[0]?.priority ?? 0
		return worst + (node.type === 'channel' ? 0.5 : node.type === 'product' ? 0.1 : 0)
	}
}
