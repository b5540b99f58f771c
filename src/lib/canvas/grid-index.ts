/** A rectangle in canvas units; left ≤ right, top ≤ bottom. */
export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>

const cell = 512

/** Whether two rectangles share a point. */
export function overlaps(one: Box, other: Box): boolean {
	return one.left <= other.right && one.right >= other.left && one.top <= other.bottom && one.bottom >= other.top
}

/** The smallest rectangle round all of these, or null where there are none. */
export function boxAround(boxes: Iterable<Box>): Box | null {
	let found: Box | null = null
	for (const box of boxes) {
		found =
			found === null
				? box
				: {
						left: Math.min(found.left, box.left),
						top: Math.min(found.top, box.top),
						right: Math.max(found.right, box.right),
						bottom: Math.max(found.bottom, box.bottom)
					}
	}
	return found
}

/**
 * Finds what lies in a rectangle without looking at everything: a plain grid of squares, each with the ids that touch it.
 * Built once for each arrangement of the map, asked while panning.
 */
export class GridIndex {
	readonly #boxes: ReadonlyMap<string, Box>
	readonly #cells = new Map<number, Map<number, string[]>>()
	readonly #bounds: Box | null

	constructor(boxes: ReadonlyMap<string, Box>) {
		this.#boxes = boxes
		this.#bounds = boxAround(boxes.values())
		for (const [id, box] of boxes) this.#visit(box, (list) => list.push(id))
	}

	/** Round everything; null where nothing is there. */
	get bounds(): Box | null {
		return this.#bounds
	}

	/** The rectangle of one id. */
	boxOf(id: string): Box | undefined {
		return this.#boxes.get(id)
	}

	/** The ids that share a point with the rectangle, each once, in the order in which they were given. */
	within(area: Box): string[] {
		if (this.#bounds === null || !overlaps(this.#bounds, area)) return []
		// An area wider than the map costs no more than the map: far out, walking empty squares would be the whole cost.
		const clipped = {
			left: Math.max(area.left, this.#bounds.left),
			top: Math.max(area.top, this.#bounds.top),
			right: Math.min(area.right, this.#bounds.right),
			bottom: Math.min(area.bottom, this.#bounds.bottom)
		}
		const found = new Set<string>()
		for (let column = Math.floor(clipped.left / cell); column <= Math.floor(clipped.right / cell); column += 1) {
			const rows = this.#cells.get(column)
			if (rows === undefined) continue
			for (let row = Math.floor(clipped.top / cell); row <= Math.floor(clipped.bottom / cell); row += 1) {
				for (const id of rows.get(row) ?? []) {
					const box = this.#boxes.get(id)
					if (box !== undefined && overlaps(box, area)) found.add(id)
				}
			}
		}
		return [...found]
	}

	/** The last id drawn at this point (it lies on top), or null. */
	at(x: number, y: number): string | null {
		return this.within({ left: x, right: x, top: y, bottom: y }).at(-1) ?? null
	}

	#visit(box: Box, put: (list: string[]) => void) {
		for (let column = Math.floor(box.left / cell); column <= Math.floor(box.right / cell); column += 1) {
			let rows = this.#cells.get(column)
			if (rows === undefined) this.#cells.set(column, (rows = new Map()))
			for (let row = Math.floor(box.top / cell); row <= Math.floor(box.bottom / cell); row += 1) {
				let list = rows.get(row)
				if (list === undefined) rows.set(row, (list = []))
				put(list)
			}
		}
	}
}
