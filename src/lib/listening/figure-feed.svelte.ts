import type { Store } from '#lib/store/store.ts'

/**
 * Figures of an atlas's mentions, kept up to date with what any tab adds or takes away. While one reading is under way others are only remembered, so that a
 * stream of changes cannot pile up; what was read before stays until the next answer.
 */
export class FigureFeed<Figures> {
	readonly #read: () => Promise<Figures>
	readonly #stops: (() => void)[]
	#figures = $state.raw<Figures | null>(null)
	#hasFailed = $state(false)
	#isReading = false
	#isWanted = false
	#isClosed = false

	/** `last`: what was read before, to be shown until the first answer. */
	constructor(store: Store, atlas: string, read: () => Promise<Figures>, last: Figures | null = null) {
		this.#read = read
		this.#figures = last
		this.#stops = [
			store.watch((change) => {
				if (change.kind === 'mentions' && change.atlas === atlas) this.refresh()
			}),
			store.onReconnect(() => this.refresh())
		]
		this.refresh()
	}

	/** Null until they are read for the first time. */
	get figures(): Figures | null {
		return this.#figures
	}

	/** Whether the last reading came to nothing. */
	get hasFailed(): boolean {
		return this.#hasFailed
	}

	/** Reads again, because something that the reading depends on has changed. */
	refresh(): void {
		if (this.#isClosed) return
		this.#isWanted = true
		if (!this.#isReading) void this.#go()
	}

	close(): void {
		this.#isClosed = true
		for (const stop of this.#stops) stop()
	}

	async #go(): Promise<void> {
		this.#isReading = true
		while (this.#isWanted && !this.#isClosed) {
			this.#isWanted = false
			const figures = await this.#read().catch(() => null)
			if (this.#isClosed) break
			this.#hasFailed = figures === null
			if (figures !== null) this.#figures = figures
		}
		this.#isReading = false
	}
}
