import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { safeStops, searchSteps, type SafeStops } from '#lib/domain/plan/safe-stops.ts'
import type { StopsRequest } from './stops-worker.ts'

/** The safe stops of the lens that is shown: at once as far as that goes, and searched on in a worker where the proof takes longer. */
export class StopsSearch {
	readonly #atlas: () => Atlas
	readonly #coverage: () => Coverage
	readonly #quick = $derived.by(() => safeStops(this.#atlas(), this.#coverage(), searchSteps.quick))
	/** What the worker found, and for which quick answer. */
	#thorough = $state.raw<{ quick: SafeStops; found: SafeStops } | null>(null)

	/** Call it while a component is set up: the search ends with the component. */
	constructor(atlas: () => Atlas, coverage: () => Coverage) {
		this.#atlas = atlas
		this.#coverage = coverage
		$effect(() => this.#searchOn(this.#quick, this.#atlas(), this.#coverage()))
	}

	get stops(): SafeStops {
		return this.#thorough?.quick === this.#quick ? this.#thorough.found : this.#quick
	}

	/** Whether the proof is still being searched for. */
	get isSearching(): boolean {
		return !this.#quick.exact && this.#thorough?.quick !== this.#quick
	}

	#searchOn(quick: SafeStops, atlas: Atlas, { lens }: Coverage): (() => void) | undefined {
		if (quick.exact) return undefined
		const worker = new Worker(new URL('./stops-worker.ts', import.meta.url), { type: 'module' })
		const settle = (found: SafeStops) => (this.#thorough = { quick, found })
		worker.addEventListener('message', ({ data }: MessageEvent<SafeStops>) => settle(data))
		// What was found at once is safe whatever happens to the search for more.
		worker.addEventListener('error', () => settle(quick))
		const request: StopsRequest = { atlas, lens }
		worker.postMessage(request)
		return () => worker.terminate()
	}
}
