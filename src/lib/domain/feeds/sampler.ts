/** Seconds over which the rate is told. */
const window = 5

/**
 * Keeps a random share of what comes where more comes than can be kept, and tells how much that is. A burst of ten seconds' worth is kept whole.
 * `now` in milliseconds; `random` in [0, 1).
 */
export class Sampler {
	readonly #most: number
	readonly #random: () => number
	#tokens: number
	#rate = 0
	#last: number | null = null
	#seconds: { second: number; came: number; kept: number }[] = []

	/** `most`: how many a second are kept for long. */
	constructor(most: number, random: () => number) {
		this.#most = most
		this.#random = random
		this.#tokens = most * 10
	}

	/** Whether to keep the one that comes now. */
	keep(now: number): boolean {
		const elapsed = this.#last === null ? 0 : Math.max(0, now - this.#last) / 1000
		this.#last = Math.max(this.#last ?? now, now)
		this.#rate = this.#rate * Math.exp(-elapsed) + 1
		this.#tokens = Math.min(this.#most * 10, this.#tokens + elapsed * this.#most)
		const isPlenty = this.#tokens > this.#most * 2
		const share = isPlenty ? 1 : Math.min(1, this.#most / this.#rate)
		const kept = this.#tokens >= 1 && (share === 1 || this.#random() < share)
		if (kept) this.#tokens -= 1
		this.#count(Math.floor(now / 1000), kept)
		return kept
	}

	/** How many come a second, and the share of them that is kept, over the last few seconds. */
	told(now: number): { rate: number; share: number } {
		const from = Math.floor(now / 1000) - window
		const recent = this.#seconds.filter(({ second }) => second >= from)
		const came = recent.reduce((sum, one) => sum + one.came, 0)
		const kept = recent.reduce((sum, one) => sum + one.kept, 0)
		return { rate: came / window, share: came === 0 ? 1 : kept / came }
	}

	#count(second: number, kept: boolean): void {
		const last = this.#seconds.at(-1)
		if (last === undefined || last.second !== second) {
			this.#seconds = [...this.#seconds.slice(-window), { second, came: 1, kept: kept ? 1 : 0 }]
			return
		}
		last.came += 1
		if (kept) last.kept += 1
	}
}
