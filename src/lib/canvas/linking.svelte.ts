import type { Refusal } from '#lib/domain/changes/change.ts'
import { newLink } from '#lib/domain/changes/link-kind.ts'
import type { MapScene } from './scene.svelte.ts'
import { toCanvas, type Point } from './view.ts'

/** What a link that is being drawn would come to. */
export type LinkVerdict = Readonly<{ target: string; refusal: Refusal | null }>

/** A link while it is drawn: from which node, to where the pointer is, and what dropping it there would do. */
export class Linking {
	from = $state.raw<string | null>(null)
	/** The pointer, in pixels from the corner of the map. */
	pointer = $state.raw<Point>({ x: 0, y: 0 })
	target = $state.raw<string | null>(null)

	readonly #scene: MapScene
	readonly #ondrop: (from: string, target: string | null, pointer: Point) => void
	readonly #surface: () => HTMLElement | null

	constructor(
		scene: MapScene,
		surface: () => HTMLElement | null,
		ondrop: (from: string, target: string | null, pointer: Point) => void
	) {
		this.#scene = scene
		this.#surface = surface
		this.#ondrop = ondrop
	}

	/** The node under the pointer with the reason why it cannot be linked, if it cannot; null over empty canvas. */
	readonly verdict: LinkVerdict | null = $derived.by(() => {
		if (this.from === null || this.target === null) return null
		const link = newLink(this.#scene.session.atlas, this.from, this.target)
		return { target: this.target, refusal: link.ok ? null : link }
	})

	/** Starts to draw from a node; goes on until the button is let go. */
	begin(from: string, event: PointerEvent): void {
		const until = new AbortController()
		const { signal } = until
		const stop = () => {
			until.abort()
			this.from = null
			this.target = null
		}
		this.from = from
		this.#follow(event)
		addEventListener('pointermove', (move) => this.#follow(move), { signal })
		addEventListener('pointercancel', stop, { signal })
		addEventListener('keydown', (key) => key.key === 'Escape' && stop(), { signal, capture: true })
		addEventListener(
			'pointerup',
			(up) => {
				this.#follow(up)
				const { target, pointer } = this
				stop()
				this.#ondrop(from, target, pointer)
			},
			{ signal }
		)
	}

	#follow(event: PointerEvent): void {
		const corner = this.#surface()?.getBoundingClientRect()
		if (corner === undefined) return
		this.pointer = { x: event.clientX - corner.left, y: event.clientY - corner.top }
		const { x, y } = toCanvas(this.#scene.viewport, this.pointer)
		const found = this.#scene.index.at(x, y)
		this.target = found === this.from ? null : found
	}
}
