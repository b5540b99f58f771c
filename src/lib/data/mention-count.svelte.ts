import type { Store } from '#lib/store/store.ts'

/** How many mentions an atlas has; follows the store, whichever tab changed it. */
export class MentionCount {
	readonly #store: Store
	readonly #atlas: string
	#total = $state<number | null>(null)

	constructor(store: Store, atlas: string) {
		this.#store = store
		this.#atlas = atlas
	}

	/** Null until the store has answered. */
	get total(): number | null {
		return this.#total
	}

	/** Begins to follow; returns the function that stops it. */
	follow(): () => void {
		void this.#count()
		return this.#store.watch((change) => {
			if (change.kind === 'mentions' && change.atlas === this.#atlas) void this.#count()
		})
	}

	async #count(): Promise<void> {
		try {
			this.#total = (await this.#store.summary(this.#atlas, {})).total
		} catch {
			// The number stays unknown; the table of mentions says what is wrong.
		}
	}
}
