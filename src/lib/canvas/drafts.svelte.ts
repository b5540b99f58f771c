import { onlyParent, onwardChoices } from '#lib/domain/changes/chain.ts'
import { linkTableFor } from '#lib/domain/changes/link-kind.ts'
import { linkMany } from '#lib/domain/changes/link-many.ts'
import { pasteThings } from '#lib/domain/changes/paste-things.ts'
import { linkableWith, normal } from '#lib/domain/interchange/paste-plan.ts'
import { linkKey, type Position } from '#lib/domain/model/atlas.ts'
import { panelWidth, type MapCamera } from './camera.svelte.ts'
import { freeSpot } from './free-spot.ts'
import { boxAround, type Box } from './grid-index.ts'
import type { MapSession } from './map-session.ts'
import { nodeTypes, sizeOfType, tableOfType, typeOfTable, type NodeType } from './node-shape.ts'
import type { MapNode } from './project.ts'
import type { MapScene } from './scene.svelte.ts'
import { toCanvas, zoomedAbout, type Point } from './view.ts'

/** A thing that is about to be: it has a place and waits for its name. `types`: what it could be as well. */
export type Draft = Readonly<{
	type: NodeType
	at: Position
	linkWith: readonly string[]
	types: readonly NodeType[]
	/** What it was begun from, for another one of the same. */
	beside: string | null
}>
/** The choice of a type, at a point of the window and a place on the canvas. */
export type TypeChoice = Readonly<{
	point: Point
	place: Position
	types: readonly NodeType[]
	linkWith: readonly string[]
}>
/** What comes after a name: another one below or above, the next linked thing or the one before, or nothing. */
export type Next = 'below' | 'above' | 'onward' | 'backward' | 'rest'

const besides = 120
const suggested = 6
/** Which side of a thing another type stands on. */
const layer: Readonly<Record<NodeType, number>> = { value: 0, persona: 1, need: 2, product: 3, channel: 4 }

/** What Drafts needs of the editor. */
export type DraftHost = {
	readonly session: MapSession
	readonly scene: MapScene
	readonly camera: MapCamera
	readonly isPanelOpen: boolean
	readonly nodes: readonly MapNode[]
	selectAndFocus(ids: readonly string[]): void
	focusSurface(): void
}

/** Adding at the speed of sticky notes: a name, Enter, the next name; Tab for what it is linked with. */
export class Drafts {
	draft = $state.raw<Draft | null>(null)
	choice = $state.raw<TypeChoice | null>(null)
	readonly #host: DraftHost
	/** What each thing was linked with as it was made, for its siblings. */
	readonly #parents = new Map<string, readonly string[]>()

	constructor(host: DraftHost) {
		this.#host = host
	}

	/** Asks which type to add, at a point of the window. */
	chooseType(point: Point, linkWith: string | null = null): void {
		const { scene, session } = this.#host
		const types =
			linkWith === null ? nodeTypes : linkableWith(session.atlas, [linkWith]).map((table) => typeOfTable[table])
		const place = toCanvas(scene.viewport, point)
		this.choice = { point, place, types, linkWith: linkWith === null ? [] : [linkWith] }
	}

	/** Begins a thing: in the middle of the window, or with its upper left corner near a place. */
	begin(type: NodeType, place: Position | null = null, linkWith: readonly string[] = []): void {
		const { scene, isPanelOpen } = this.#host
		const { width, height } = scene.size
		this.#comeNear(place)
		const size = sizeOfType[type]
		const middle = toCanvas(scene.viewport, { x: (width - (isPanelOpen ? panelWidth : 0)) / 2, y: height * 0.4 })
		const wished = place ?? { x: middle.x - size.width / 2, y: middle.y - size.height / 2 }
		this.#open(type, wished, linkWith, [type])
	}

	/** Begins another one like this: below it or above, linked with what it is linked with. */
	beginSibling(id: string, towards: 'below' | 'above'): void {
		const { scene, session } = this.#host
		const node = scene.graph.nodes.get(id)
		const box = scene.boxes.get(id)
		if (node === undefined || box === undefined) return
		const known = this.#parents.get(id)?.filter((parent) => scene.graph.nodes.has(parent))
		const only = onlyParent(session.atlas, tableOfType[node.type], id)
		const parents = known ?? (only === null ? [] : [only])
		const { height } = sizeOfType[node.type]
		this.#comeNear({ x: box.left, y: box.top })
		const wished = { x: box.left, y: towards === 'below' ? box.bottom + 14 : box.top - 14 - height }
		this.#open(node.type, wished, parents, [node.type], id, towards === 'above' ? 'up' : 'down')
	}

	/** Begins what is linked with all of these: the usual next thing, or the usual one before. */
	beginLinked(ids: readonly string[], isBackward = false): void {
		const { scene, session } = this.#host
		const nodes = ids.map((id) => scene.graph.nodes.get(id)).filter((node) => node !== undefined)
		const last = nodes.at(-1)
		const around = boxAround(ids.map((id) => scene.boxes.get(id)).filter((box) => box !== undefined))
		if (last === undefined || around === null) return
		const possible = linkableWith(session.atlas, ids)
		const types = onwardChoices(tableOfType[last.type], isBackward)
			.filter((table) => possible.includes(table))
			.map((table) => typeOfTable[table])
		const [type] = types
		if (type === undefined) return
		this.#comeNear({ x: around.left, y: around.top })
		this.#open(type, this.#besides(last.type, around, type), ids, types, last.id)
	}

	/** The same for a type that was chosen. */
	beginLinkedAs(ids: readonly string[], type: NodeType): void {
		this.beginLinked(ids)
		for (let tries = 0; tries < nodeTypes.length && this.draft !== null && this.draft.type !== type; tries += 1)
			this.turn(1)
	}

	#besides(from: NodeType, around: Box, type: NodeType): Position {
		const isRight = layer[type] > layer[from]
		return { x: isRight ? around.right + besides : around.left - besides - sizeOfType[type].width, y: around.top }
	}

	/** Makes the draft, which has no name yet, one of another type that it could be. */
	turn(by: 1 | -1): void {
		const { draft } = this
		if (draft === null || draft.types.length < 2) return
		const at = (draft.types.indexOf(draft.type) + by + draft.types.length) % draft.types.length
		const type = draft.types[at] ?? draft.type
		const box = draft.beside === null ? undefined : this.#host.scene.boxes.get(draft.beside)
		const from = draft.beside === null ? undefined : this.#host.scene.graph.nodes.get(draft.beside)
		const wished = box === undefined || from === undefined ? draft.at : this.#besides(from.type, box, type)
		this.#open(type, wished, draft.linkWith, draft.types, draft.beside)
	}

	#open(
		type: NodeType,
		wished: Position,
		linkWith: readonly string[],
		types: readonly NodeType[],
		beside: string | null = null,
		towards: 'down' | 'up' = 'down'
	): void {
		const { scene, camera } = this.#host
		const size = sizeOfType[type]
		const crowd = (area: Box) => scene.index.within(area).map((id) => scene.boxes.get(id) ?? area)
		const at = freeSpot(wished, size, crowd, towards)
		this.choice = null
		this.draft = { type, at, linkWith, types, beside }
		camera.revealBox({ left: at.x, top: at.y, right: at.x + size.width, bottom: at.y + size.height + 36 })
	}

	/** A name that is typed must be read: from far out the view comes near. */
	#comeNear(place: Position | null): void {
		const { scene } = this.#host
		const { viewport, size } = scene
		if (viewport.zoom >= 0.45) return
		const about =
			place === null
				? { x: size.width / 2, y: size.height / 2 }
				: { x: place.x * viewport.zoom + viewport.x, y: place.y * viewport.zoom + viewport.y }
		scene.viewport = zoomedAbout(viewport, about, 0.8 / viewport.zoom)
	}

	/** Things of the draft's type that are there already and could be meant; those whose name begins so come first. */
	suggestions(typed: string): readonly { id: string; name: string }[] {
		const { draft } = this
		const wanted = normal(typed)
		if (draft === null || wanted === '') return []
		const { atlas } = this.#host.session
		const rows = [...atlas[tableOfType[draft.type]].values()].filter(
			({ id, name }) => normal(name).includes(wanted) && !draft.linkWith.some((other) => this.#isLinked(other, id))
		)
		const place = ({ name }: { name: string }) =>
			normal(name) === wanted ? 0 : normal(name).startsWith(wanted) ? 1 : normal(name).includes(` ${wanted}`) ? 2 : 3
		return rows.toSorted((one, other) => place(one) - place(other)).slice(0, suggested)
	}

	#isLinked(one: string, other: string): boolean {
		const { atlas } = this.#host.session
		const { nodes } = this.#host.scene.graph
		const [start, end] = [nodes.get(one), nodes.get(other)]
		if (start === undefined || end === undefined) return false
		const kind = linkTableFor(tableOfType[start.type], tableOfType[end.type])
		if (kind !== null) return atlas[kind].has(linkKey(one, other))
		const back = linkTableFor(tableOfType[end.type], tableOfType[start.type])
		return back !== null && atlas[back].has(linkKey(other, one))
	}

	/** The draft gets its name and becomes a thing, with its links, as one step. */
	commit(name: string, next: Next): void {
		const { draft } = this
		this.draft = null
		if (draft === null) return
		const { session } = this.#host
		const links = draft.linkWith.map((other) => ({ from: other, to: 'draft' }))
		const things = [{ ref: 'draft', table: tableOfType[draft.type], fields: { name }, position: draft.at }]
		const outcome = session.run(pasteThings, { things, links })
		const id = outcome.ok ? outcome.created?.[0] : undefined
		if (id !== undefined) this.#goOn(id, draft, next)
		else this.#host.focusSurface()
	}

	/** The draft was meant for a thing that is there: it is linked, and nothing is added. */
	take(id: string, next: Next): void {
		const { draft } = this
		this.draft = null
		if (draft === null) return
		if (draft.linkWith.length > 0) this.#host.session.run(linkMany, { from: [...draft.linkWith], to: id })
		this.#goOn(id, draft, next)
	}

	#goOn(id: string, draft: Draft, next: Next): void {
		this.#parents.set(id, draft.linkWith)
		this.#host.selectAndFocus([id])
		if (next === 'below' || next === 'above') this.beginSibling(id, next)
		if (next === 'onward' || next === 'backward') this.beginLinked([id], next === 'backward')
	}

	cancel(): void {
		this.draft = null
		this.#host.focusSurface()
	}
}
