/** How many come in one frame: more are seen as a stutter. */
const portion = 14

/** Ids that are wanted and come a few in each frame; those that are there already stay, and leave at once when no longer wanted. */
export class Arrivals {
	readonly #wanted: () => readonly string[]
	#arrived: ReadonlySet<string> = new Set()
	#portions = $state(0)

	constructor(wanted: () => readonly string[]) {
		this.#wanted = wanted
	}

	/** The ids that are there. */
	readonly ids: readonly string[] = $derived.by(() => {
		const before = this.#portions >= 0 ? this.#arrived : new Set()
		let left = portion
		const ids = this.#wanted().filter((id) => before.has(id) || left-- > 0)
		this.#arrived = new Set(ids)
		return ids
	})
	readonly isWaiting: boolean = $derived.by(() => this.ids.length < this.#wanted().length)

	/** Has some more of them come. */
	next(): void {
		this.#portions += 1
	}
}
