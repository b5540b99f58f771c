import type { Store } from '#lib/store/store.ts'
import type { AtlasOrder, FromFeedWorker, StoreCalls, ToFeedWorker, Trial } from './feed-protocol.ts'

/** Words that the atlas shows already, so that their forms stay. */
const knownWords = 5000
/** How long a worker that is let go may take to hand over what it has, in milliseconds. */
const lastWords = 3000

/** A tab's side of the worker that runs its sources: hands on what is to run, and asks the store what the worker asks. */
export class FeedWorker {
	readonly #store: Store
	readonly #atlas: string
	readonly #worker = new Worker(new URL('./feed-worker.ts', import.meta.url), { type: 'module' })
	readonly #trials = new Map<number, (trial: Trial) => void>()
	#order: AtlasOrder | null = null
	#made = 0

	constructor(store: Store, atlas: string) {
		this.#store = store
		this.#atlas = atlas
		this.#worker.addEventListener('message', ({ data }: MessageEvent<FromFeedWorker>) => {
			if (data.kind === 'call') void this.#answer(data)
			else {
				this.#trials.get(data.id)?.(data.trial)
				this.#trials.delete(data.id)
			}
		})
	}

	/** What is to run from now on. */
	run(order: AtlasOrder): void {
		this.#order = order
		this.#post({ kind: 'run', order })
	}

	/** Connects for a moment to the one source of the order. */
	tryOut(order: AtlasOrder, token: string): Promise<Trial> {
		const id = (this.#made += 1)
		this.#post({ kind: 'try', id, order, token })
		return new Promise((resolve) => this.#trials.set(id, resolve))
	}

	/** Ends whatever runs: what is waiting is handed over first, if that does not take long. */
	finish(): void {
		if (this.#order !== null) this.run({ ...this.#order, sources: [] })
		setTimeout(() => this.#worker.terminate(), lastWords)
	}

	#post(message: ToFeedWorker): void {
		this.#worker.postMessage(message)
	}

	async #answer({ id, name, parameters }: Extract<FromFeedWorker, { kind: 'call' }>): Promise<void> {
		try {
			this.#post({ kind: 'answer', id, value: await this.#call(name, parameters) })
		} catch (error) {
			this.#post({ kind: 'answer', id, error: error instanceof Error ? error.message : String(error) })
		}
	}

	async #call(name: keyof StoreCalls, parameters: readonly unknown[]): Promise<unknown> {
		switch (name) {
			case 'start':
				return await this.#store.sourceStart(this.#atlas, ...(parameters as StoreCalls['start']['parameters']))
			case 'takeIn':
				return await this.#store.takeIn(this.#atlas, ...(parameters as StoreCalls['takeIn']['parameters']))
			case 'knownWords':
				return (await this.#store.words(this.#atlas, {}, knownWords)).map(({ word }) => word)
		}
	}
}
