import type { StoreChange } from './store.ts'

/** Passes on what is told, except while it is held back: then what came meanwhile is told once, when nobody holds it back any more. */
export class HeldNews {
	readonly #tell: (change: StoreChange) => void
	#holders = 0
	#held = new Map<string, StoreChange>()

	constructor(tell: (change: StoreChange) => void) {
		this.#tell = tell
	}

	came(change: StoreChange): void {
		if (this.#holders === 0) this.#tell(change)
		else this.#held.set(JSON.stringify(change), change)
	}

	/** Holds back what is told until the function that this returns is called; to call it again does nothing. */
	hold(): () => void {
		let isHolding = true
		this.#holders += 1
		return () => {
			if (!isHolding) return
			isHolding = false
			this.#holders -= 1
			if (this.#holders > 0) return
			const held = [...this.#held.values()]
			this.#held.clear()
			for (const change of held) this.#tell(change)
		}
	}
}
