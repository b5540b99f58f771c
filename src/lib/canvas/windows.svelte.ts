import type { Box } from './grid-index.ts'
import { boxInView, clipped, keptWindow, type Viewport } from './view.ts'

/** How far beyond the view the drawn picture reaches, and the cards. */
const pictureReach = { margin: 0.25, most: 1.55 }
const cardReach = { margin: 0.12, most: 1.8 }
/** How much larger than the view the picture may be while the hand zooms: it is drawn anew when the hand rests. */
const mostWhileZooming = 2.6
/** How far curves may lie outside the nodes, in canvas units. */
const rim = 64

/**
 * Where the map is looked at, and the rectangles round it that are kept for as long as they will do: what is drawn and which cards stand
 * changes with them and not with every frame.
 */
export class Windows {
	viewport = $state.raw<Viewport>({ x: 0, y: 0, zoom: 1 })
	/** The zoom at which the hand last rested. Until it rests again no card comes or goes: the picture shows what they would. */
	restingZoom = $state(1)
	size = $state.raw({ width: 0, height: 0 })
	readonly #bounds: () => Box | null

	/** `bounds`: of all nodes. */
	constructor(bounds: () => Box | null) {
		this.#bounds = bounds
	}

	readonly isZooming = $derived(this.viewport.zoom !== this.restingZoom)

	/** The hand rests: cards may come and go. */
	rest(): void {
		this.restingZoom = this.viewport.zoom
	}

	readonly #view: Box = $derived(boxInView(this.viewport, this.size))
	readonly #rimmed: Box | null = $derived.by(() => {
		const bounds = this.#bounds()
		if (bounds === null) return null
		return { left: bounds.left - rim, top: bounds.top - rim, right: bounds.right + rim, bottom: bounds.bottom + rim }
	})

	// What a derived value was before is kept beside it: a window changes only when it no longer does.
	#lastPicture: Box | null = null
	readonly #picture: Box = $derived.by(() => {
		const reach = this.isZooming ? { ...pictureReach, most: mostWhileZooming } : pictureReach
		return (this.#lastPicture = keptWindow(this.#lastPicture, this.#view, this.#rimmed, reach))
	})
	/** What the drawn picture shows: what is in view with a margin, in canvas units; the same while the view moves in it. */
	readonly picture: Box = $derived(this.#rimmed === null ? this.#picture : clipped(this.#picture, this.#rimmed))
	/** The room that this takes on the screen at the most, once the hand rests. */
	readonly room = $derived({
		width: Math.ceil(this.size.width * pictureReach.most),
		height: Math.ceil(this.size.height * pictureReach.most)
	})

	#lastCards: Box | null = null
	/** Where cards stand. */
	readonly cards: Box = $derived.by(() => {
		if (this.#lastCards !== null && this.isZooming) return this.#lastCards
		return (this.#lastCards = keptWindow(this.#lastCards, this.#view, this.#rimmed, cardReach))
	})
}
