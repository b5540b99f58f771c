import type { MentionFilter, MentionSummary, Store, WordCount } from '#lib/store/store.ts'

const emptySummary: MentionSummary = {
	total: 0,
	repeats: 0,
	positive: 0,
	neutral: 0,
	negative: 0,
	unscored: 0,
	first: null,
	last: null,
	languages: {},
	sources: {},
	channels: {}
}

/**
 * The words and figures of an atlas's mentions, kept up to date with what any tab adds or takes away. Reads again at once after a change, and while a
 * reading is under way remembers only that there was another one: a stream of changes cannot pile up.
 */
export class WordFeed {
	readonly #store: Store
	readonly #atlas: string
	readonly #limit: number
	readonly #stops: (() => void)[]
	#words = $state.raw<readonly WordCount[]>([])
	#summary = $state.raw<MentionSummary>(emptySummary)
	#filter: MentionFilter = {}
	#isRead = $state(false)
	#failure = $state.raw<unknown>(null)
	#arrivedAt = $state<number | null>(null)
	#reading = false
	#again = false
	#closed = false

	constructor(store: Store, atlas: string, limit: number) {
		this.#store = store
		this.#atlas = atlas
		this.#limit = limit
		this.#stops = [
			store.watch((change) => {
				if (change.kind === 'mentions' && change.atlas === atlas) this.refresh()
			}),
			store.onReconnect(() => this.refresh())
		]
		this.refresh()
	}

	/** The most frequent words, ranked. */
	get words(): readonly WordCount[] {
		return this.#words
	}

	get summary(): MentionSummary {
		return this.#summary
	}

	/** Whether anything was read yet. */
	get isRead(): boolean {
		return this.#isRead
	}

	/** Why the last reading failed, or null; what was read before stays. */
	get failure(): unknown {
		return this.#failure
	}

	/** When the number of mentions last grew while this was watching (milliseconds since 1970), or null. */
	get arrivedAt(): number | null {
		return this.#arrivedAt
	}

	/** Which mentions count; reads again. */
	narrow(filter: MentionFilter): void {
		this.#filter = filter
		this.refresh()
	}

	refresh(): void {
		if (this.#closed) return
		if (this.#reading) this.#again = true
		else void this.#read()
	}

	close(): void {
		this.#closed = true
		for (const stop of this.#stops) stop()
	}

	async #read(): Promise<void> {
		this.#reading = true
		try {
			const [words, summary] = await Promise.all([
				this.#store.words(this.#atlas, this.#filter, this.#limit),
				this.#store.summary(this.#atlas, this.#filter)
			])
			if (!this.#closed) {
				if (this.#isRead && summary.total > this.#summary.total) this.#arrivedAt = Date.now()
				this.#words = words
				this.#summary = summary
				this.#isRead = true
				this.#failure = null
			}
		} catch (error) {
			this.#failure = error
		}
		this.#reading = false
		if (this.#again) {
			this.#again = false
			this.refresh()
		}
	}
}
