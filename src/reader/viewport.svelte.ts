/** The part of a drawing that is seen: what stands at the middle of the window, in units of the drawing, and how large it is drawn. */
export class Viewport {
	#x = $state(0)
	#y = $state(0)
	#zoom = $state(1)
	#width = $state(0)
	#height = $state(0)

	get x(): number {
		return this.#x
	}
	get y(): number {
		return this.#y
	}
	get zoom(): number {
		return this.#zoom
	}
	get width(): number {
		return this.#width
	}
	get height(): number {
		return this.#height
	}

	resize(width: number, height: number): void {
		this.#width = width
		this.#height = height
	}

	/** Moves by pixels of the window. */
	pan(dx: number, dy: number): void {
		this.#x -= dx / this.#zoom
		this.#y -= dy / this.#zoom
	}

	/** Draws larger or smaller by a factor; what is at that pixel of the window stays there. */
	zoomAt(factor: number, px = this.#width / 2, py = this.#height / 2): void {
		const zoom = Math.min(4, Math.max(0.02, this.#zoom * factor))
		const [dx, dy] = [px - this.#width / 2, py - this.#height / 2]
		this.#x += dx / this.#zoom - dx / zoom
		this.#y += dy / this.#zoom - dy / zoom
		this.#zoom = zoom
	}

	/** Shows a box whole, with some room round it; never larger than `most`. */
	fit(box: Readonly<{ left: number; top: number; right: number; bottom: number }>, most = 1.4): void {
		if (this.#width === 0 || this.#height === 0) return
		this.#x = (box.left + box.right) / 2
		this.#y = (box.top + box.bottom) / 2
		const wide = this.#width / (box.right - box.left + 40)
		const high = this.#height / (box.bottom - box.top + 40)
		this.#zoom = Math.min(most, Math.max(0.02, Math.min(wide, high)))
	}

	/** Where a pixel of the window is on the drawing. */
	at(px: number, py: number): { x: number; y: number } {
		return { x: this.#x + (px - this.#width / 2) / this.#zoom, y: this.#y + (py - this.#height / 2) / this.#zoom }
	}
}
