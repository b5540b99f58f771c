import { glide } from './glide.ts'
import { boxAround, type Box } from './grid-index.ts'
import type { MapLink, MapNode } from './project.ts'
import type { MapScene } from './scene.svelte.ts'
import { boxInView, viewportOn, zoomedAbout, type Insets } from './view.ts'

/** The width that the panel takes from the map. */
export const panelWidth = 352

/** What the camera asks of the editor: what is selected, and whether it may move now. */
export type Watched = {
	readonly nodes: readonly MapNode[]
	readonly links: readonly MapLink[]
	readonly isPanelOpen: boolean
	readonly editing: string | null
}

/** Where the map is looked at: fitting, revealing and zooming, beside what lies over the map. */
export class MapCamera {
	readonly #scene: MapScene
	readonly #watched: Watched
	#soon: ReturnType<typeof setTimeout> | undefined

	constructor(scene: MapScene, watched: Watched) {
		this.#scene = scene
		this.#watched = watched
	}

	get #insets(): Insets {
		return { left: 88, top: 28, right: this.#watched.isPanelOpen ? panelWidth + 24 : 28, bottom: 64 }
	}

	/** Has the whole map in view; `isAtOnce` for the first picture. */
	fit(isAtOnce = false): void {
		const { bounds } = this.#scene.index
		if (bounds === null) return
		if (!isAtOnce) return this.look(bounds)
		this.#scene.viewport = viewportOn(bounds, this.#scene.size, this.#insets)
		this.#scene.windows.rest()
	}

	zoomToSelection(): void {
		const { boxes } = this.#scene
		const ids = this.#watched.nodes.map(({ id }) => id)
		for (const { from, to } of this.#watched.links) ids.push(from, to)
		const around = boxAround(ids.map((id) => boxes.get(id)).filter((box) => box !== undefined))
		if (around !== null) this.look(around)
	}

	/** Has a rectangle fill the window, but not nearer than `nearest`. */
	look(box: Box, nearest?: number): void {
		glide(this.#scene, viewportOn(box, this.#scene.size, this.#insets, nearest))
	}

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
		const scene = this.#scene
		const [node] = this.#watched.nodes
		const boxes = [...(scene.connected?.nodes ?? [])].map((id) => scene.boxes.get(id))
		const around = boxAround(boxes.filter((box) => box !== undefined))
		if (around === null || node === undefined || scene.isFar || this.#watched.editing !== null || this.#isFree(around))
			return
		const to = viewportOn(around, scene.size, this.#insets, scene.viewport.zoom)
		if (to.zoom >= scene.viewport.zoom * 0.72) glide(scene, to)
		else this.reveal(node.id)
	}

	/** Whether all of a box is in view and nothing lies over it. */
	#isFree(box: Box): boolean {
		const { left, top, right, bottom } = this.#insets
		const { width, height } = this.#scene.size
		const free = boxInView(
			{ ...this.#scene.viewport, x: this.#scene.viewport.x - left, y: this.#scene.viewport.y - top },
			{ width: width - left - right, height: height - top - bottom }
		)
		return box.left >= free.left && box.right <= free.right && box.top >= free.top && box.bottom <= free.bottom
	}

	zoomBy(factor: number): void {
		const { width, height } = this.#scene.size
		this.#scene.viewport = zoomedAbout(this.#scene.viewport, { x: width / 2, y: height / 2 }, factor)
	}

	/** Moves the view just so far that a node is in it. */
	reveal(id: string): void {
		const box = this.#scene.boxes.get(id)
		if (box !== undefined) this.revealBox(box)
	}

	/** The same for a rectangle of the canvas. */
	revealBox(box: Box): void {
		const { viewport, size } = this.#scene
		const insets = this.#insets
		const left = box.left * viewport.zoom + viewport.x
		const right = box.right * viewport.zoom + viewport.x
		const top = box.top * viewport.zoom + viewport.y
		const bottom = box.bottom * viewport.zoom + viewport.y
		const x = left < insets.left ? insets.left - left : Math.min(0, size.width - insets.right - right)
		const y = top < insets.top ? insets.top - top : Math.min(0, size.height - insets.bottom - bottom)
		if (x !== 0 || y !== 0) this.#scene.viewport = { ...viewport, x: viewport.x + x, y: viewport.y + y }
	}
}
