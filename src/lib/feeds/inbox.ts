/** Holds what comes until it is taken, all at once: what comes by pushing cannot be held back. Beyond `most` it counts only. */
export class Inbox<Item> {
	readonly #most: number
	#waiting: Item[] = []
	#lost = 0
	#failure: Error | null = null
	#isEnded = false
	#wake: (() => void) | null = null

	constructor(most: number) {
		this.#most = most
	}

	push(item: Item): void {
		if (this.#waiting.length >= this.#most) this.#lost += 1
		else this.#waiting.push(item)
		this.#stir()
	}

	/** Nothing more will come; with a failure, taking throws it once everything was taken. */
	end(failure: Error | null = null): void {
		if (this.#isEnded) return
		this.#isEnded = true
		this.#failure = failure
		this.#stir()
	}

	/** Everything that came since the last time, as soon as there is something; `lost`: how many there was no room for. */
	async *batches(): AsyncGenerator<{ items: Item[]; lost: number }> {
		for (;;) {
			if (this.#waiting.length === 0 && this.#lost === 0) {
				if (this.#failure !== null) throw this.#failure
				if (this.#isEnded) return
				await new Promise<void>((wake) => (this.#wake = wake))
				continue
			}
			const batch = { items: this.#waiting, lost: this.#lost }
			this.#waiting = []
			this.#lost = 0
			yield batch
		}
	}

	#stir(): void {
		this.#wake?.()
		this.#wake = null
	}
}
