import { linkMany } from '#lib/domain/changes/link-many.ts'
import { linkThings } from '#lib/domain/changes/link-things.ts'
import { editLinks } from '#lib/domain/changes/edit-links.ts'
import type { LinkFields } from '#lib/domain/changes/link-kind.ts'
import { pinThings } from '#lib/domain/changes/pin-things.ts'
import { removeThings } from '#lib/domain/changes/remove-things.ts'
import { renameEntity } from '#lib/domain/changes/rename-entity.ts'
import { deliveryStatuses, type DeliveryStatus } from '#lib/domain/model/links.ts'
import { Areas } from './areas.svelte.ts'
import { Arranging } from './arranging.svelte.ts'
import { MapCamera } from './camera.svelte.ts'
import { Drafts } from './drafts.svelte.ts'
import { Find } from './find.svelte.ts'
import type { Box } from './grid-index.ts'
import { Linking } from './linking.svelte.ts'
import { linkTarget } from './link-target.ts'
import type { MapSession } from './map-session.ts'
import { Moves } from './moves.svelte.ts'
import { Pasting } from './pasting.svelte.ts'
import type { MapLink, MapNode } from './project.ts'
import { MapScene, type Ghost } from './scene.svelte.ts'
import { toCanvas, type Point } from './view.ts'
import { Views } from './views.svelte.ts'
import { Walk } from './walk.ts'

/** What is done on the map. Every change goes through the session's one door; what is only looked at is kept here. */
export class MapEditor {
	readonly session: MapSession
	readonly scene: MapScene
	readonly linking: Linking
	readonly camera: MapCamera
	readonly drafts: Drafts
	readonly moves: Moves
	readonly pasting: Pasting
	readonly walk: Walk
	readonly find: Find
	readonly views: Views
	readonly areas: Areas
	readonly arranging: Arranging
	/** Says something that asks for nothing, such as what a paste found. */
	readonly say: (text: string) => void
	/** The node whose name is being typed. */
	editing = $state.raw<string | null>(null)
	/** The menu that is open: about what is selected or about the map, at a point of the window. */
	menu = $state.raw<Readonly<{ about: 'selection' | 'map'; point: Point }> | null>(null)
	/** Which of the panels about looking at the map is open. */
	aside = $state.raw<'layers' | 'views' | null>(null)
	surface: HTMLElement | null = $state.raw(null)

	constructor(session: MapSession, say: (text: string) => void = () => {}) {
		this.session = session
		this.say = say
		this.scene = new MapScene(session)
		this.camera = new MapCamera(this.scene, this)
		this.drafts = new Drafts(this)
		this.moves = new Moves(this)
		this.pasting = new Pasting(this)
		this.walk = new Walk(this)
		this.find = new Find(this)
		this.views = new Views(this)
		this.areas = new Areas(this)
		this.arranging = new Arranging(this)
		this.linking = new Linking(
			this.scene,
			() => this.surface,
			(from, target, point) => this.#dropLink(from, target, point)
		)
	}

	readonly nodes: readonly MapNode[] = $derived.by(() =>
		[...this.session.selection.ids].map((id) => this.scene.graph.nodes.get(id)).filter((node) => node !== undefined)
	)
	readonly links: readonly MapLink[] = $derived.by(() =>
		[...this.session.selection.ids].map((id) => this.scene.graph.links.get(id)).filter((link) => link !== undefined)
	)
	readonly isPanelOpen = $derived(this.nodes.length + this.links.length > 0)

	/** Has the whole map in view; `isAtOnce` for the first picture. */
	fit(isAtOnce = false): void {
		this.camera.fit(isAtOnce)
	}

	/** A point of the window as a place on the canvas. */
	placeAt(point: Point): Point {
		return toCanvas(this.scene.viewport, point)
	}

	toggleAside(aside: 'layers' | 'views'): void {
		this.aside = this.aside === aside ? null : aside
	}

	// Choosing

	selectAll(): void {
		this.session.selection.select(this.scene.graph.nodes.keys())
	}

	/** Selects the nodes that touch a rectangle of the canvas, beside what is selected. */
	selectWithin(box: Box): void {
		this.session.selection.select([...this.session.selection.ids, ...this.scene.index.within(box)])
	}

	selectAndFocus(ids: readonly string[]): void {
		this.session.selection.select(ids)
		this.focusSurface()
	}

	focusSurface(): void {
		this.surface?.focus({ preventScroll: true })
	}

	/** Puts the keyboard on a card, where it is in view, else on the map. */
	focusNode(id: string): void {
		const card = this.surface?.querySelector(`.svelte-flow__node[data-id="${id}"]`)
		if (card instanceof HTMLElement) card.focus({ preventScroll: true })
		else this.focusSurface()
	}

	/** Puts the keyboard on the panel of what is selected: its first field. */
	focusPanel(): void {
		const panel = this.surface?.parentElement?.querySelector('[data-panel]')
		const field = panel?.querySelector('[data-scrolls] :is(textarea, input, select, button)')
		if (field instanceof HTMLElement) field.focus()
	}

	// Changing

	editName(): void {
		const [node] = this.nodes
		if (node === undefined || this.nodes.length > 1) return
		if (this.scene.isFar) this.camera.zoomToSelection()
		this.editing = node.id
	}

	rename(id: string, name: string): void {
		this.session.run(renameEntity, { id, name })
		this.stopEditing(id)
	}

	stopEditing(id: string): void {
		if (this.editing === id) this.editing = null
		this.focusNode(id)
	}

	remove(): void {
		const { nodes, links } = this
		if (nodes.length + links.length === 0) return
		const outcome = this.session.run(removeThings, {
			ids: nodes.map(({ id }) => id),
			links: links.map(({ table, key }) => ({ table, key }))
		})
		if (!outcome.ok) return
		this.session.selection.clear()
		this.focusSurface()
	}

	/** Whether all of what is selected is pinned to its place. */
	get isPinned(): boolean {
		return this.nodes.length > 0 && this.nodes.every(({ id }) => this.session.atlas.pins.has(id))
	}

	/** Pins what is selected to its place, so that arranging leaves it there; lets it go where all is pinned. */
	togglePin(): void {
		const places = this.nodes.map(({ id }) => ({ id, ...this.moves.placeOf(id) }))
		if (places.length > 0) this.session.run(pinThings, { places, isPinned: !this.isPinned })
	}

	linkSelected(): void {
		const to = linkTarget(this.nodes)
		if (to === null) return
		const from = this.nodes.filter((node) => node.id !== to.id).map(({ id }) => id)
		const [only] = from
		if (from.length === 1 && only !== undefined) this.session.run(linkThings, { from: only, to: to.id })
		else this.session.run(linkMany, { from, to: to.id })
	}

	link(from: string, to: string): void {
		this.session.run(linkThings, { from, to })
	}

	#dropLink(from: string, target: string | null, point: Point): void {
		if (target !== null) {
			this.link(from, target)
			return
		}
		const start = this.scene.boxes.get(from)
		const { x, y } = toCanvas(this.scene.viewport, point)
		// A click on a handle is no link to somewhere.
		const isAway =
			start === undefined || x < start.left - 24 || x > start.right + 24 || y < start.top - 24 || y > start.bottom + 24
		if (isAway) this.drafts.chooseType(point, from)
	}

	/** Gives the selected preferences a rank, all in one step; says whether there was one. */
	rank(rank: number): boolean {
		return this.#editLinks(this.links, ({ table }) => (table === 'prefers' ? { rank } : null))
	}

	/** Makes the selected deliveries live, planned or retiring. */
	setStatus(status: DeliveryStatus): boolean {
		return this.#editLinks(this.links, ({ table }) => (table === 'delivers' ? { status } : null))
	}

	/** Says how much the selected needs and values matter, from 1 to 5. */
	setStrength(strength: number): boolean {
		return this.#editLinks(this.links, ({ table }) =>
			table === 'has' ? { importance: strength } : table === 'holds' ? { weight: strength } : null
		)
	}

	/** One step for all links that something is said of; says whether there was one. */
	#editLinks(links: readonly MapLink[], fieldsOf: (link: MapLink) => LinkFields | null): boolean {
		const edits = links.flatMap((link) => {
			const fields = fieldsOf(link)
			return fields === null ? [] : [{ table: link.table, key: link.key, fields }]
		})
		if (edits.length > 0) this.session.run(editLinks, { links: edits })
		return edits.length > 0
	}

	/** Live, planned, retiring and round again. Several go the way of the first, all in one step. */
	nextStatus(links: readonly MapLink[] = this.links): void {
		const deliveries = links.filter(({ status }) => status !== null)
		const status = deliveries[0]?.status
		if (!status) return
		const next = deliveryStatuses[(deliveryStatuses.indexOf(status) + 1) % deliveryStatuses.length] ?? 'live'
		this.#editLinks(deliveries, () => ({ status: next }))
	}

	/** Makes a missing delivery a planned one. */
	plan({ missing }: Pick<Ghost, 'missing'>): void {
		const { product, channel } = missing
		this.session.run(linkThings, { from: product, to: channel, fields: { status: 'planned' } })
	}
}
