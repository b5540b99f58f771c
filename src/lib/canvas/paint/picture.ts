import type { Box } from '../grid-index.ts'
import type { Point, Viewport } from '../view.ts'

/** Where a picture was drawn: the place of canvas (0, 0) in it and its zoom, as a viewport. */
export type Drawn = Readonly<{ viewport: Viewport; scale: number }>

/** How a picture drawn for one view is moved and sized to be right in another. */
export function movedTo({ viewport: drawn, scale }: Drawn, viewport: Viewport): Point & { factor: number } {
	const factor = viewport.zoom / drawn.zoom
	const [x, y] = [viewport.x - drawn.x * factor, viewport.y - drawn.y * factor]
	if (factor !== 1) return { x, y, factor }
	// On whole pixels, so that what was sharp stays sharp.
	return { x: Math.round(x * scale) / scale, y: Math.round(y * scale) / scale, factor }
}

/**
 * A part of the map drawn on a canvas, which is then moved by the browser's compositor while the view moves: drawing costs what
 * is drawn, moving costs nothing. It is drawn again when it shows too little, and when the hand rests after zooming.
 */
export class Picture {
	readonly #canvas: HTMLCanvasElement
	#drawn: Drawn | null = null

	constructor(canvas: HTMLCanvasElement) {
		this.#canvas = canvas
	}

	/**
	 * Draws a rectangle of the map as it looks in this view. `room`: the largest picture, in pixels of the page; what is larger is drawn
	 * less sharply. A canvas of another size is new memory, which costs more than all that is drawn: so it always has all its room.
	 * `paint` gets the context in canvas units, and the view of the picture itself.
	 */
	draw(
		box: Box,
		view: Viewport,
		room: { width: number; height: number },
		paint: (context: CanvasRenderingContext2D, viewport: Viewport, scale: number) => void
	): void {
		const { zoom } = view
		const sharpness = Math.min(2, devicePixelRatio)
		const [wide, high] = [Math.ceil(room.width * sharpness) + 2, Math.ceil(room.height * sharpness) + 2]
		const across = room.width / Math.max(room.width, (box.right - box.left) * zoom)
		const down = room.height / Math.max(room.height, (box.bottom - box.top) * zoom)
		const scale = sharpness * Math.min(across, down)
		const canvas = this.#canvas
		if (canvas.width !== wide) canvas.width = wide
		if (canvas.height !== high) canvas.height = high
		canvas.style.width = `${wide / scale}px`
		canvas.style.height = `${high / scale}px`
		const context = canvas.getContext('2d')
		if (context === null) return
		const corner = (start: number, moved: number) => Math.floor((start * zoom + moved) * scale) / scale
		const viewport = { zoom, x: view.x - corner(box.left, view.x), y: view.y - corner(box.top, view.y) }
		context.setTransform(1, 0, 0, 1, 0, 0)
		context.clearRect(0, 0, wide, high)
		context.setTransform(zoom * scale, 0, 0, zoom * scale, viewport.x * scale, viewport.y * scale)
		paint(context, viewport, scale)
		this.#drawn = { viewport, scale }
		this.moveTo(view)
	}

	/** Has the picture right for this view; nothing is drawn. */
	moveTo(view: Viewport): void {
		if (this.#drawn === null) return
		const { x, y, factor } = movedTo(this.#drawn, view)
		this.#canvas.style.transform = `translate(${x}px, ${y}px) scale(${factor})`
	}

	/** Whether it is to be seen at all. */
	set isShown(isShown: boolean) {
		this.#canvas.style.visibility = isShown ? 'visible' : 'hidden'
	}
}
