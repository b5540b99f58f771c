import type { MapCamera } from './camera.svelte.ts'
import type { MapSession } from './map-session.ts'
import { neighbour, type Direction } from './neighbour.ts'
import type { MapLink, MapNode } from './project.ts'
import type { MapScene } from './scene.svelte.ts'
import { boxInView } from './view.ts'

/** What Walk needs of the editor. */
export type WalkHost = {
	readonly session: MapSession
	readonly scene: MapScene
	readonly camera: MapCamera
	readonly nodes: readonly MapNode[]
	readonly links: readonly MapLink[]
	focusNode(id: string): void
	focusSurface(): void
}

/** Going about on the map without a mouse: from card to card, and along the links of one. */
export class Walk {
	readonly #host: WalkHost
	/** The card whose links are gone along. */
	#center: string | null = null

	constructor(host: WalkHost) {
		this.#host = host
	}

	/** Selects the next card in a direction; with nothing selected the one nearest to the middle of the view. */
	go(direction: Direction): void {
		const { scene, nodes } = this.#host
		const last = nodes.at(-1)
		const from = last === undefined ? undefined : scene.boxes.get(last.id)
		const id = from === undefined ? this.#inTheMiddle() : neighbour(scene.boxes, from, direction, last?.id)
		if (id !== null) this.#choose(id)
	}

	#choose(id: string): void {
		this.#host.session.selection.select([id])
		this.#host.camera.reveal(id)
		this.#host.focusNode(id)
	}

	#inTheMiddle(): string | null {
		const { scene } = this.#host
		const view = boxInView(scene.viewport, scene.size)
		const [x, y] = [(view.left + view.right) / 2, (view.top + view.bottom) / 2]
		let best: string | null = null
		let least = Infinity
		for (const [id, box] of scene.boxes) {
			const distance = Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y)
			if (distance < least) [best, least] = [id, distance]
		}
		return best
	}

	/** Selects the next link of the selected card, or the one before; where a link is selected, the next one of the same card. */
	alongLinks(by: 1 | -1): void {
		const { session, scene, nodes, links } = this.#host
		const [link] = links
		const center = nodes.at(-1)?.id ?? (link === undefined ? null : this.#centerOf(link))
		if (center === null) return
		this.#center = center
		const all = this.#inOrder(center)
		const at = link === undefined ? -1 : all.findIndex(({ id }) => id === link.id)
		const next = all[at < 0 ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length]
		if (next === undefined) return
		session.selection.select([next.id])
		const other = scene.boxes.get(next.from === center ? next.to : next.from)
		if (other !== undefined) this.#host.camera.revealBox(other)
		this.#host.focusSurface()
	}

	/** Back from a link to the card it was reached from; says whether there was one. */
	back(): boolean {
		const [link] = this.#host.links
		const center = this.#center
		if (link === undefined || center === null || this.#host.nodes.length > 0) return false
		if (link.from !== center && link.to !== center) return false
		this.#choose(center)
		return true
	}

	#centerOf(link: MapLink): string {
		return this.#center === link.to ? link.to : link.from
	}

	/** The links of a card as they leave it: by side, then from top to bottom. */
	#inOrder(center: string): readonly MapLink[] {
		const { scene } = this.#host
		const other = (link: MapLink) => scene.boxes.get(link.from === center ? link.to : link.from)
		const own = scene.boxes.get(center)
		const side = (link: MapLink) => ((other(link)?.left ?? 0) < (own?.left ?? 0) ? 0 : 1)
		return [...scene.graph.linksOf(center)].toSorted(
			(one, two) => side(one) - side(two) || (other(one)?.top ?? 0) - (other(two)?.top ?? 0)
		)
	}
}
