import { addEntities } from '#lib/domain/changes/add-entities.ts'
import { addEntity, type newEntity } from '#lib/domain/changes/add-entity.ts'
import { possibleLinks } from '#lib/domain/changes/link-kind.ts'
import { linkMany } from '#lib/domain/changes/link-many.ts'
import { linkThings } from '#lib/domain/changes/link-things.ts'
import { moveNodes } from '#lib/domain/changes/move-nodes.ts'
import { removeThings } from '#lib/domain/changes/remove-things.ts'
import { renameEntity } from '#lib/domain/changes/rename-entity.ts'
import { setDeliveryStatus } from '#lib/domain/changes/set-delivery-status.ts'
import { setRank } from '#lib/domain/changes/set-rank.ts'
import type { Position } from '#lib/domain/model/atlas.ts'
import { deliveryStatuses } from '#lib/domain/model/links.ts'
import type { z } from 'zod'
import { arrangeInWorker } from './arrange-in-worker.ts'
import { glide } from './glide.ts'
import { boxAround, type Box } from './grid-index.ts'
import { Linking } from './linking.svelte.ts'
import { linkTarget } from './link-target.ts'
import type { MapSession } from './map-session.ts'
import { nodeTypes, sizeOfType, tableOfType, typeOfTable, type NodeType } from './node-shape.ts'
import type { MapLink, MapNode } from './project.ts'
import { MapScene, type Ghost } from './scene.svelte.ts'
import { boxInView, toCanvas, viewportOn, zoomedAbout, type Insets, type Point } from './view.ts'

/** A thing that is about to be: it has a place and waits for its name. */
export type Draft = Readonly<{ type: NodeType; at: Position; linkWith: string | null }>
/** The choice of a type, at a point of the window and a place on the canvas. */
export type TypeChoice = Readonly<{
	point: Point
	place: Position
	types: readonly NodeType[]
	linkWith: string | null
}>

const panelWidth = 352

/** What is done on the map. Every change goes through the session's one door; what is only looked at is kept here. */
export class MapEditor {
	readonly session: MapSession
	readonly scene: MapScene
	readonly linking: Linking
	/** The node whose name is being typed. */
	editing = $state.raw<string | null>(null)
	draft = $state.raw<Draft | null>(null)
	choice = $state.raw<TypeChoice | null>(null)
	isArranging = $state(false)
	surface: HTMLElement | null = $state.raw(null)
	#stopArranging: (() => void) | null = null

	constructor(session: MapSession) {
		this.session = session
		this.scene = new MapScene(session)
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
	readonly #insets: Insets = $derived({ left: 88, top: 28, right: this.isPanelOpen ? panelWidth + 24 : 28, bottom: 28 })

	// Looking

	/** Has the whole map in view; `isAtOnce` for the first picture. */
	fit(isAtOnce = false): void {
		const { bounds } = this.scene.index
		if (bounds === null) return
		if (!isAtOnce) return this.#look(bounds)
		this.scene.viewport = viewportOn(bounds, this.scene.size, this.#insets)
		this.scene.windows.rest()
	}

	zoomToSelection(): void {
		const boxes = this.nodes.map(({ id }) => this.scene.boxes.get(id))
		for (const { from, to } of this.links) boxes.push(this.scene.boxes.get(from), this.scene.boxes.get(to))
		const around = boxAround(boxes.filter((box) => box !== undefined))
		if (around !== null) this.#look(around)
	}

	#look(box: Box): void {
		glide(this.scene, viewportOn(box, this.scene.size, this.#insets))
	}

	#soon: ReturnType<typeof setTimeout> | undefined

	/**
	 * Has what is connected to the selection in view, beside the panel, if that takes no more than a little zooming out.
	 * Not at once: what is under the pointer must stay there for a second click.
	 */
	showConnectedSoon(): void {
		clearTimeout(this.#soon)
		this.#soon = setTimeout(() => this.#showConnected(), 300)
	}

	stayPut(): void {
		clearTimeout(this.#soon)
	}

	#showConnected(): void {
		const { scene } = this
		const [node] = this.nodes
		const boxes = [...(scene.connected?.nodes ?? [])].map((id) => scene.boxes.get(id))
		const around = boxAround(boxes.filter((box) => box !== undefined))
		if (around === null || node === undefined || scene.isFar || this.editing !== null || this.#isFree(around)) return
		const to = viewportOn(around, scene.size, this.#insets, scene.viewport.zoom)
		if (to.zoom >= scene.viewport.zoom * 0.72) glide(scene, to)
		else this.reveal(node.id)
	}

	/** Whether all of a box is in view and nothing lies over it. */
	#isFree(box: Box): boolean {
		const { left, top, right, bottom } = this.#insets
		const { width, height } = this.scene.size
		const free = boxInView(
			{ ...this.scene.viewport, x: this.scene.viewport.x - left, y: this.scene.viewport.y - top },
			{ width: width - left - right, height: height - top - bottom }
		)
		return box.left >= free.left && box.right <= free.right && box.top >= free.top && box.bottom <= free.bottom
	}

	zoomBy(factor: number): void {
		const { width, height } = this.scene.size
		this.scene.viewport = zoomedAbout(this.scene.viewport, { x: width / 2, y: height / 2 }, factor)
	}

	/** Moves the view just so far that a node is in it. */
	reveal(id: string): void {
		const box = this.scene.boxes.get(id)
		if (box === undefined) return
		const { viewport, size } = this.scene
		const insets = this.#insets
		const left = box.left * viewport.zoom + viewport.x
		const right = box.right * viewport.zoom + viewport.x
		const top = box.top * viewport.zoom + viewport.y
		const bottom = box.bottom * viewport.zoom + viewport.y
		const x = left < insets.left ? insets.left - left : Math.min(0, size.width - insets.right - right)
		const y = top < insets.top ? insets.top - top : Math.min(0, size.height - insets.bottom - bottom)
		if (x !== 0 || y !== 0) this.scene.viewport = { ...viewport, x: viewport.x + x, y: viewport.y + y }
	}

	selectAll(): void {
		this.session.selection.select(this.scene.graph.nodes.keys())
	}

	/** Selects the nodes that touch a rectangle of the canvas, beside what is selected. */
	selectWithin(box: Box): void {
		this.session.selection.select([...this.session.selection.ids, ...this.scene.index.within(box)])
	}

	// Adding

	/** Asks which type to add, at a point of the window. */
	chooseType(point: Point, linkWith: string | null = null): void {
		const node = linkWith === null ? undefined : this.scene.graph.nodes.get(linkWith)
		const types =
			node === undefined ? [...nodeTypes] : possibleLinks(tableOfType[node.type]).map((link) => typeOfTable[link.with])
		this.choice = { point, place: toCanvas(this.scene.viewport, point), types, linkWith }
	}

	/** Begins a thing: in the middle of the window, or with its upper left corner near a place. */
	begin(type: NodeType, place: Position | null = null, linkWith: string | null = null): void {
		this.choice = null
		const { scene } = this
		const { width, height } = scene.size
		if (scene.viewport.zoom < 0.45) {
			const about = place === null ? { x: width / 2, y: height / 2 } : this.#onScreen(place)
			scene.viewport = zoomedAbout(scene.viewport, about, 0.8 / scene.viewport.zoom)
		}
		const size = sizeOfType[type]
		const middle = toCanvas(scene.viewport, { x: (width - (this.isPanelOpen ? panelWidth : 0)) / 2, y: height * 0.4 })
		const wished = place ?? { x: middle.x - size.width / 2, y: middle.y - size.height / 2 }
		this.draft = { type, at: this.#freeSpot(wished, type), linkWith }
	}

	#onScreen({ x, y }: Position): Point {
		const { viewport } = this.scene
		return { x: x * viewport.zoom + viewport.x, y: y * viewport.zoom + viewport.y }
	}

	/** The wished place, or one below it that nothing covers. */
	#freeSpot(wished: Position, type: NodeType): Position {
		const { width, height } = sizeOfType[type]
		const x = Math.round(wished.x)
		for (let tries = 0; tries < 60; tries += 1) {
			const y = Math.round(wished.y) + tries * 24
			const box = { left: x - 8, top: y - 8, right: x + width + 8, bottom: y + height + 8 }
			if (this.scene.index.within(box).length === 0) return { x, y }
		}
		return { x, y: Math.round(wished.y) }
	}

	commitDraft(name: string): void {
		const { draft } = this
		this.draft = null
		if (draft === null) return
		const link = draft.linkWith === null ? {} : { linkFrom: draft.linkWith }
		const entity = newThing(draft.type, name, draft.at)
		const outcome = this.session.run(addEntity, { ...entity, ...link })
		if (outcome.ok && outcome.created) this.#selectAndFocus(outcome.created)
	}

	cancelDraft(): void {
		this.draft = null
		this.focusSurface()
	}

	#selectAndFocus(ids: readonly string[]): void {
		this.session.selection.select(ids)
		this.focusSurface()
	}

	focusSurface(): void {
		this.surface?.focus({ preventScroll: true })
	}

	duplicate(): void {
		const entities = this.nodes.map((node) => copyOf(node, this.#placeOf(node.id)))
		if (entities.length === 0) return
		const outcome = this.session.run(addEntities, { entities })
		if (outcome.ok && outcome.created) this.#selectAndFocus(outcome.created)
	}

	#placeOf(id: string): Position {
		const box = this.scene.boxes.get(id)
		return { x: box?.left ?? 0, y: box?.top ?? 0 }
	}

	// Changing

	editName(): void {
		const [node] = this.nodes
		if (node === undefined || this.nodes.length > 1) return
		if (this.scene.isFar) this.zoomToSelection()
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

	/** Puts the keyboard on a card, where it is in view, else on the map. */
	focusNode(id: string): void {
		const card = this.surface?.querySelector(`.svelte-flow__node[data-id="${id}"]`)
		if (card instanceof HTMLElement) card.focus({ preventScroll: true })
		else this.focusSurface()
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
		if (isAway) this.chooseType(point, from)
	}

	/** Gives the selected preferences a rank; says whether there was one. */
	rank(rank: number): boolean {
		const preferences = this.links.filter(({ table }) => table === 'prefers')
		for (const { from, to } of preferences) this.session.run(setRank, { from, channel: to, rank })
		return preferences.length > 0
	}

	/** Live, planned, retiring and round again. */
	nextStatus(link: MapLink): void {
		if (link.status === null) return
		const next = deliveryStatuses[(deliveryStatuses.indexOf(link.status) + 1) % deliveryStatuses.length] ?? 'live'
		this.session.run(setDeliveryStatus, { product: link.from, channel: link.to, status: next })
	}

	/** Makes a missing delivery a planned one. */
	plan({ missing }: Pick<Ghost, 'missing'>): void {
		const { product, channel } = missing
		this.session.run(linkThings, { from: product, to: channel, fields: { status: 'planned' } })
	}

	// Moving

	grab(id: string): void {
		const { selection } = this.session
		if (!selection.has(id)) selection.select([id])
		this.scene.shift = { x: 0, y: 0 }
		this.scene.moving = new Set([id, ...this.nodes.map((node) => node.id)])
	}

	drop(): void {
		const { moving, shift } = this.scene
		if (moving !== null && (shift.x !== 0 || shift.y !== 0)) this.#move(moving, shift)
		this.scene.moving = null
		this.scene.shift = { x: 0, y: 0 }
	}

	nudge(x: number, y: number): void {
		if (this.nodes.length > 0) this.#move(new Set(this.nodes.map(({ id }) => id)), { x, y })
	}

	/** One step. What stands where nobody put it is written along: from now on the map is as the user left it. */
	#move(ids: ReadonlySet<string>, by: Point): void {
		const moved = new Set([...this.scene.unplaced, ...ids])
		const positions = [...moved].map((id) => {
			const { x, y } = this.#placeOf(id)
			return ids.has(id) ? { id, x: Math.round(x + by.x), y: Math.round(y + by.y) } : { id, x, y }
		})
		this.session.run(moveNodes, { positions })
	}

	/** Arranges the whole map in layers, as one step; runs beside the window and can be stopped. */
	async arrange(): Promise<void> {
		if (this.isArranging || this.scene.graph.nodes.size === 0) return
		this.isArranging = true
		const work = arrangeInWorker(this.scene.graph)
		this.#stopArranging = work.cancel
		const places = await work.places
		this.#stopArranging = null
		this.isArranging = false
		if (places === null) return
		const positions = [...places].map(([id, { x, y }]) => ({ id, x, y }))
		if (positions.length > 0 && this.session.run(moveNodes, { positions }).ok) this.fit()
	}

	stopArranging(): void {
		this.#stopArranging?.()
	}
}

function newThing(type: NodeType, name: string, position: Position): z.input<typeof newEntity> {
	return { table: tableOfType[type], fields: { name }, position }
}

/** The same again, a little aside. */
function copyOf(node: MapNode, at: Position): z.input<typeof newEntity> {
	const position = { x: at.x + 32, y: at.y + 32 }
	switch (node.type) {
		case 'persona':
			return { table: 'personas', fields: withoutId(node.row), position }
		case 'value':
			return { table: 'values', fields: withoutId(node.row), position }
		case 'need':
			return { table: 'needs', fields: withoutId(node.row), position }
		case 'channel':
			return { table: 'channels', fields: withoutId(node.row), position }
		case 'product':
			return { table: 'products', fields: withoutId(node.row), position }
	}
}

function withoutId<Row extends { id: string }>({ id: _id, ...fields }: Row): Omit<Row, 'id'> {
	return fields
}
