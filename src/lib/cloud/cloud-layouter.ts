import type { CloudWord } from '#lib/domain/words/cloud-policy.ts'
import type { CloudLayout, CloudOptions } from './layout.ts'
import type { LayoutAnswer, LayoutRequest } from './layout-worker.ts'

/**
 * Lays clouds out in a worker, one after the other. While it works only the newest wish is kept: a stream faster than the layout
 * skips pictures and never falls behind. The last layout is remembered, so that words keep their places.
 */
export class CloudLayouter {
	readonly #worker: Worker
	readonly #onlayout: (layout: CloudLayout) => void
	readonly #onerror: (message: string) => void
	#last: CloudLayout | null = null
	#number = 0
	#busy = false
	#waiting: Pick<LayoutRequest, 'words' | 'options'> | null = null

	constructor(onlayout: (layout: CloudLayout) => void, onerror: (message: string) => void) {
		this.#onlayout = onlayout
		this.#onerror = onerror
		this.#worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
		this.#worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => this.#answered(data))
		this.#worker.addEventListener('error', (event) => {
			this.#busy = false
			this.#onerror(event.message)
		})
	}

	/** Asks for a layout; it comes by the listener given to the constructor. */
	request(words: readonly CloudWord[], options: Omit<CloudOptions, 'canvas'>): void {
		this.#waiting = { words, options }
		this.#next()
	}

	/** The next layout is made anew: words need not keep their places. */
	forget(): void {
		this.#last = null
	}

	close(): void {
		this.#worker.terminate()
	}

	#next(): void {
		if (this.#busy || this.#waiting === null) return
		this.#busy = true
		this.#number += 1
		const request: LayoutRequest = { number: this.#number, previous: this.#last, ...this.#waiting }
		this.#waiting = null
		this.#worker.postMessage(request)
	}

	#answered(answer: LayoutAnswer): void {
		if (answer.number !== this.#number) return
		this.#busy = false
		if ('layout' in answer) {
			this.#last = answer.layout
			this.#onlayout(answer.layout)
		} else this.#onerror(answer.error)
		this.#next()
	}
}
