import { normal } from '#lib/domain/interchange/paste-plan.ts'
import type { MapCamera } from './camera.svelte.ts'
import type { MapSession } from './map-session.ts'
import type { MapNode } from './project.ts'
import type { MapScene } from './scene.svelte.ts'
import type { Viewport } from './view.ts'

/** What Find needs of the editor. */
export type FindHost = {
	readonly session: MapSession
	readonly scene: MapScene
	readonly camera: MapCamera
	focusNode(id: string): void
	focusSurface(): void
}

/** How near the view comes to what is found, and how much of the map stays in view around it. */
const nearest = 1
const around = 260
const mostFound = 50

/** Search on the map: the view goes to what is found, and back where it was when nothing was taken. */
export class Find {
	isOpen = $state(false)
	#typed = $state('')
	#at = $state(0)
	#before: Readonly<{ viewport: Viewport; selection: readonly string[] }> | null = null
	readonly #host: FindHost

	constructor(host: FindHost) {
		this.#host = host
	}

	get typed(): string {
		return this.#typed
	}

	/** What has these words in its name; names that begin so come first. */
	readonly found: readonly MapNode[] = $derived.by(() => {
		const wanted = normal(this.#typed)
		if (!this.isOpen || wanted === '') return []
		const words = wanted.split(' ')
		const place = ({ name }: MapNode) =>
			normal(name).startsWith(wanted) ? 0 : normal(name).includes(` ${wanted}`) ? 1 : 2
		return [...this.#host.scene.graph.nodes.values()]
			.filter(({ name }) => words.every((word) => normal(name).includes(word)))
			.map((node) => ({ node, place: place(node) }))
			.toSorted((one, other) => one.place - other.place)
			.slice(0, mostFound)
			.map(({ node }) => node)
	})

	/** The place in the list of what the view is at. */
	readonly at: number = $derived(Math.min(this.#at, Math.max(0, this.found.length - 1)))

	open(): void {
		const { scene, session } = this.#host
		if (!this.isOpen) this.#before = { viewport: scene.viewport, selection: [...session.selection.ids] }
		this.isOpen = true
	}

	type(text: string): void {
		this.#typed = text
		this.#at = 0
		this.#look()
	}

	/** Goes to the next one found, or the one before. */
	step(by: 1 | -1): void {
		if (this.found.length === 0) return
		this.#at = (this.at + by + this.found.length) % this.found.length
		this.#look()
	}

	#look(): void {
		const node = this.found[this.at]
		if (node === undefined) return
		const { scene, session, camera } = this.#host
		session.selection.select([node.id])
		const box = scene.boxes.get(node.id)
		if (box === undefined) return
		camera.look(
			{ left: box.left - around, top: box.top - around, right: box.right + around, bottom: box.bottom + around },
			Math.max(nearest, Math.min(scene.viewport.zoom, 1.4))
		)
	}

	/** Takes what is found, or the one that was chosen in the list. */
	take(index: number = this.at): void {
		const node = this.found[index]
		if (node === undefined) return
		this.#at = index
		this.#look()
		this.#close()
		this.#host.focusNode(node.id)
	}

	/** Everything is as it was before. */
	cancel(): void {
		const before = this.#before
		this.#close()
		if (before !== null) {
			this.#host.session.selection.select(before.selection)
			this.#host.scene.viewport = before.viewport
		}
		this.#host.focusSurface()
	}

	#close(): void {
		this.isOpen = false
		this.#typed = ''
		this.#at = 0
		this.#before = null
	}
}
