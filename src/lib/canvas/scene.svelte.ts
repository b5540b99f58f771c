import { untrack } from 'svelte'
import { missingDeliveries, type MissingDelivery } from '#lib/domain/findings/missing-deliveries.ts'
import { redundantDeliveries } from '#lib/domain/findings/redundant-deliveries.ts'
import { linkKey, type Position } from '#lib/domain/model/atlas.ts'
import { Arrivals } from './arrivals.svelte.ts'
import { autoPlace } from './auto-place.ts'
import { connectedTo, type Connected } from './connected.ts'
import { GridIndex, overlaps, type Box } from './grid-index.ts'
import { boxOfCurve, curveBetween, portsOf, type Curve, type Ends } from './link-curve.ts'
import { Layers } from './layers.svelte.ts'
import { marksOf } from './marks.ts'
import type { MapSession } from './map-session.ts'
import { sizeOfType } from './node-shape.ts'
import { hasBadgeIn, looksOf, type DrawnLink, type Emphasis } from './paint/links.ts'
import type { DrawnNode } from './paint/overview.ts'
import { hasSameGraph, project, type MapGraph, type MapLink, type MapNode } from './project.ts'
import type { Viewport } from './view.ts'
import { Windows } from './windows.svelte.ts'

/** Zoom below which nodes are drawn as marks, and how many cards the window may hold at the most; fewer once they are marks. */
const cardsFrom = 0.3
const mostCards = 170
const mostCardsAgain = 140
/** From how many links on all are drawn a pixel wide: thousands of broad ones are a blot, and cost ten times as much. */
const manyLinks = 800
/** How many missing deliveries are drawn while nothing is selected. */
const mostGhosts = 24
/** And while something is. */
const mostStrongGhosts = 60

/** A missing delivery with its place on the map. */
export type Ghost = Readonly<{ key: string; missing: MissingDelivery; curve: Curve; emphasis: Emphasis }>

/**
 * What is to be seen of an atlas: projection, places, what is in view and how it stands out. Everything here follows from the session
 * and the viewport; nothing that is asked for every frame grows with the whole map.
 */
export class MapScene {
	readonly session: MapSession
	readonly layers = new Layers()
	readonly windows = new Windows(() => this.index.bounds)
	/** The nodes that a drag has in hand, and how far it has moved them. */
	moving = $state.raw<ReadonlySet<string> | null>(null)
	shift = $state.raw({ x: 0, y: 0 })
	/** The node that the pointer was last pressed on; null: none. */
	pressed = $state.raw<string | null>(null)
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

	get viewport(): Viewport {
		return this.windows.viewport
	}
	set viewport(viewport: Viewport) {
		this.windows.viewport = viewport
	}
	get size(): Windows['size'] {
		return this.windows.size
	}
	set size(size: Windows['size']) {
		this.windows.size = size
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
	readonly #redundant = $derived.by(() =>
		redundantDeliveries(this.session.coverage, this.layers.has('redundancies') ? this.session.findings : [])
	)
	readonly #missing = $derived.by(() =>
		this.layers.has('gaps') ? missingDeliveries(this.session.atlas, this.session.coverage) : []
	)
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

	#within(area: Box): readonly string[] {
		const ids = this.index.within(area)
		const { connected } = this
		return this.focused && connected !== null ? ids.filter((id) => connected.nodes.has(id)) : ids
	}

	readonly #isNear = $derived(this.windows.restingZoom >= cardsFrom)
	readonly #wanted: readonly string[] = $derived(this.#isNear ? this.#within(this.windows.cards) : [])
	#wasFar = false
	/** Whether nodes are drawn as marks: too far out, or too many for cards. */
	readonly isFar: boolean = $derived.by(
		() => (this.#wasFar = !this.#isNear || this.#wanted.length > (this.#wasFar ? mostCardsAgain : mostCards))
	)
	/** Those that stand as cards: of what is in view a few more in each frame; far out only the one under the pointer. */
	readonly arrivals = new Arrivals(() => {
		if (!this.isFar) return this.#wanted
		return this.hoveredNode === null ? [] : [this.hoveredNode]
	})

	/** The nodes that stand as cards, in reading order. */
	readonly cards: readonly MapNode[] = $derived.by(() => {
		const nodes = this.arrivals.ids.map((id) => this.graph.nodes.get(id)).filter((node) => node !== undefined)
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
		const { moving, windows } = this
		const drawn: DrawnLink[] = []
		// Comparing four numbers a link is cheaper here than any index of long curves, and happens only when the window steps.
		for (const [id, { curve, box }] of this.#curves) {
			if (!overlaps(box, windows.picture)) continue
			const link = this.graph.links.get(id)
			if (link === undefined || moving?.has(link.from) || moving?.has(link.to)) continue
			if (this.focused && this.connected !== null && !this.connected.links.has(id)) continue
			drawn.push(this.#drawn(link, curve))
		}
		return drawn
	})
	readonly restingLooks = $derived(looksOf(this.restingLinks, this.graph.links.size > manyLinks, this.windows.picture))
	/** Those of them whose badge can be seen: of most long links only the middle crosses the view. */
	readonly restingBadges: readonly DrawnLink[] = $derived(
		this.restingLinks.filter((drawn) => hasBadgeIn(drawn, this.windows.picture))
	)
	/** The links that a pointer can mean: far out they lie in hundreds over each other, so only those that stand out. */
	readonly linksToHit: readonly DrawnLink[] = $derived(
		this.isFar ? this.restingLinks.filter(({ emphasis }) => emphasis === 'strong') : this.restingLinks
	)

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

	/** Only those missing deliveries that help most; with something selected, of what belongs to it. Thousands would hide the map. */
	readonly #asked: readonly MissingDelivery[] = $derived.by(() => {
		const { connected } = this
		if (connected === null) return this.#missing.slice(0, mostGhosts)
		return this.#missing
			.filter(({ product, channel }) => connected.nodes.has(product) && connected.nodes.has(channel))
			.slice(0, mostStrongGhosts)
	})

	#ghosts(isMoving: boolean): Ghost[] {
		const { moving, connected } = this
		return this.#asked.flatMap((missing): Ghost[] => {
			const { product, channel } = missing
			if ((moving?.has(product) || moving?.has(channel) || false) !== isMoving) return []
			const start = this.boxOf(product)
			const end = this.boxOf(channel)
			if (start === undefined || end === undefined) return []
			const curve = curveBetween(start, end)
			if (!overlaps(boxOfCurve(curve), this.windows.picture)) return []
			return [{ key: linkKey(product, channel), missing, curve, emphasis: connected === null ? 'calm' : 'strong' }]
		})
	}

	readonly restingGhosts: readonly Ghost[] = $derived(this.#ghosts(false))
	readonly movingGhosts: readonly Ghost[] = $derived(this.moving === null ? [] : this.#ghosts(true))
	/** The deliveries that are missing, where they would be; those in view. */
	readonly ghosts: readonly Ghost[] = $derived([...this.restingGhosts, ...this.movingGhosts])

	/**
	 * The nodes in view that are drawn as marks and rest: far out all of them, else those that had no card when this was asked.
	 * Not asked again for every card that comes: it covers its mark.
	 */
	readonly restingMarks: readonly DrawnNode[] = $derived.by(() => {
		const { moving } = this
		const shown = new Set(this.isFar ? [] : untrack(() => this.arrivals.ids))
		return this.#within(this.windows.picture)
			.filter((id) => !shown.has(id) && !moving?.has(id))
			.flatMap((id) => this.#mark(id))
	})

	readonly movingMarks: readonly DrawnNode[] = $derived.by(() =>
		this.isFar ? [...(this.moving ?? [])].flatMap((id) => this.#mark(id)) : []
	)

	#mark(id: string): DrawnNode[] {
		const node = this.graph.nodes.get(id)
		const box = this.boxOf(id)
		if (node === undefined || box === undefined) return []
		const status = this.layers.has('gaps') ? (this.marks.statusOfNeed.get(id) ?? null) : null
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
