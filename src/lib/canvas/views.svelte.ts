import { editView } from '#lib/domain/changes/edit-view.ts'
import { keepView } from '#lib/domain/changes/keep-view.ts'
import { removeView } from '#lib/domain/changes/remove-view.ts'
import type { Lens } from '#lib/domain/coverage/lens.ts'
import type { MapLayer, View } from '#lib/domain/model/view.ts'
import { viewsInOrder } from '#lib/domain/model/views-in-order.ts'
import { glide } from './glide.ts'
import type { MapSession } from './map-session.ts'
import type { MapScene } from './scene.svelte.ts'
import { mostZoom, toCanvas, viewportOn, type Viewport } from './view.ts'

/** What Views needs of the editor. */
export type ViewHost = {
	readonly session: MapSession
	readonly scene: MapScene
	readonly isPanelOpen: boolean
	focusSurface(): void
}

/** How things were before somebody began to present. */
type Before = Readonly<{
	viewport: Viewport
	layers: readonly MapLayer[]
	lens: Lens
	isFocused: boolean
	selection: readonly string[]
}>

const none = { left: 0, top: 0, right: 0, bottom: 0 }

/** Named views of the map, and presenting them in order, like slides. */
export class Views {
	readonly #host: ViewHost
	#presented = $state.raw<string | null>(null)
	#before: Before | null = null

	constructor(host: ViewHost) {
		this.#host = host
	}

	readonly list: readonly View[] = $derived.by(() => viewsInOrder(this.#host.session.atlas))

	/** The place of the view that is presented, from 0; -1 where none is. A view that another tab removed gives way to the first. */
	readonly at: number = $derived.by(() => {
		if (this.#presented === null || this.list.length === 0) return -1
		return Math.max(
			0,
			this.list.findIndex(({ id }) => id === this.#presented)
		)
	})
	readonly current: View | null = $derived(this.list[this.at] ?? null)

	/** Keeps what is seen now: as a new view, or in place of what this one showed. */
	keep(name: string, id: string | null = null): void {
		const { session, scene } = this.#host
		const { viewport, size } = scene
		const middle = toCanvas(viewport, { x: size.width / 2, y: size.height / 2 })
		session.run(keepView, {
			id,
			name,
			x: Math.round(middle.x),
			y: Math.round(middle.y),
			zoom: viewport.zoom,
			width: Math.round(size.width / viewport.zoom),
			height: Math.round(size.height / viewport.zoom),
			layers: scene.layers.list,
			lens: session.lens,
			focus: scene.focused ? [...session.selection.ids].filter((one) => scene.graph.nodes.has(one)) : []
		})
	}

	rename(id: string, name: string): void {
		this.#host.session.run(editView, { id, name })
	}

	move(id: string, place: number): void {
		if (place >= 0 && place < this.list.length) this.#host.session.run(editView, { id, place })
	}

	remove(id: string): void {
		this.#host.session.run(removeView, { id })
	}

	/** Shows a view: its place, its layers, its lens, what it has in focus. */
	show({ x, y, zoom, width, height, layers, lens, focus }: View, isAtOnce = false): void {
		const { session, scene } = this.#host
		if (layers !== null) scene.layers.show(layers)
		if (lens !== null && lens !== session.lens) session.setLens(lens)
		const there = focus.filter((id) => scene.graph.nodes.has(id))
		session.selection.select(there)
		scene.focused = there.length > 0
		const box = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
		const to =
			width > 0 && height > 0
				? viewportOn(box, scene.size, none, mostZoom)
				: { zoom, x: scene.size.width / 2 - x * zoom, y: scene.size.height / 2 - y * zoom }
		if (!isAtOnce) return glide(scene, to)
		scene.viewport = to
		scene.windows.rest()
	}

	/** Begins to present, from a view on. */
	present(from: string | null = null): void {
		const { session, scene } = this.#host
		const first = this.list.find(({ id }) => id === from) ?? this.list[0]
		if (first === undefined) return
		this.#before ??= {
			viewport: scene.viewport,
			layers: scene.layers.list,
			lens: session.lens,
			isFocused: scene.focused,
			selection: [...session.selection.ids]
		}
		this.#presented = first.id
	}

	/** Goes on to a view by its place; beyond the last and before the first there is nothing. */
	goTo(place: number): void {
		const next = this.list[place]
		if (next !== undefined) this.#presented = next.id
	}

	/** Ends the presentation: the map is as it was before. */
	stop(): void {
		const { session, scene } = this.#host
		const before = this.#before
		this.#presented = null
		this.#before = null
		if (before === null) return
		scene.layers.show(before.layers)
		if (session.lens !== before.lens) session.setLens(before.lens)
		session.selection.select(before.selection)
		scene.focused = before.isFocused
		scene.viewport = before.viewport
		scene.windows.rest()
		this.#host.focusSurface()
	}
}
