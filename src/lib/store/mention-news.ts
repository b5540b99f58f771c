/** While a load goes on, what it brought is told this often (milliseconds). */
const every = 10_000
/** After so long without a batch a load has been stopped. */
const stopped = 1500

/**
 * Says that the mentions of an atlas changed. A change is told at once; of a load that comes in batches the first one is, then what came every ten seconds, and
 * what came before its end or its standstill: whoever listens reads everything again, and would keep the database from the next batch.
 */
export class MentionNews {
	readonly #tell: (atlas: string) => void
	readonly #loads = new Map<string, { told: number; timer: ReturnType<typeof setTimeout> | null }>()

	constructor(tell: (atlas: string) => void) {
		this.#tell = tell
	}

	/** `more`: whether this is a batch of a load of which more is to come. */
	changed(atlas: string, more: boolean): void {
		const load = this.#loads.get(atlas)
		if (load === undefined || !more) {
			this.#forget(atlas)
			if (more) this.#loads.set(atlas, { told: Date.now(), timer: null })
			this.#tell(atlas)
			return
		}
		if (load.timer !== null) clearTimeout(load.timer)
		const wait = Math.min(stopped, Math.max(0, load.told + every - Date.now()))
		load.timer = setTimeout(() => {
			load.told = Date.now()
			load.timer = null
			this.#tell(atlas)
		}, wait)
	}

	/** Nothing more is told. */
	close(): void {
		for (const atlas of [...this.#loads.keys()]) this.#forget(atlas)
	}

	#forget(atlas: string): void {
		const timer = this.#loads.get(atlas)?.timer
		if (timer) clearTimeout(timer)
		this.#loads.delete(atlas)
	}
}
