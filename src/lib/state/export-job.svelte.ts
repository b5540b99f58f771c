/** A file that was made. `bytes` is null where its size is not known here. */
export type Made = { readonly file: string; readonly bytes: number | null }

/** What long work is given: where to say how far it is (`of` null where the end is not known), and whether to stop. */
export type Work = { onprogress(done: number, of: number | null): void; readonly signal: AbortSignal }

type State =
	| { readonly name: 'idle' }
	| { readonly name: 'running'; readonly done: number; readonly of: number | null }
	| { readonly name: 'made'; readonly made: Made }
	| { readonly name: 'failed'; readonly reason: string }
	| { readonly name: 'cancelled' }

/** One export: what it is doing, and what came of it. */
export class ExportJob {
	#state = $state.raw<State>({ name: 'idle' })
	#stop: AbortController | null = null

	get state(): State {
		return this.#state
	}

	get isRunning(): boolean {
		return this.#state.name === 'running'
	}

	/** Makes the file; while one is being made, another is not begun. Never throws: what went wrong is the state. */
	async run(make: (work: Work) => Promise<Made>): Promise<void> {
		if (this.isRunning) return
		const stop = new AbortController()
		this.#stop = stop
		this.#state = { name: 'running', done: 0, of: null }
		try {
			const made = await make({
				onprogress: (done, of) => {
					if (!stop.signal.aborted) this.#state = { name: 'running', done, of }
				},
				signal: stop.signal
			})
			if (!stop.signal.aborted) this.#state = { name: 'made', made }
		} catch (error) {
			if (stop.signal.aborted) return
			this.#state = { name: 'failed', reason: error instanceof Error ? error.message : String(error) }
		}
	}

	cancel(): void {
		if (!this.isRunning) return
		this.#stop?.abort()
		this.#state = { name: 'cancelled' }
	}
}
