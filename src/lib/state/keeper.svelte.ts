import type { AtlasDocument } from '#lib/document/atlas-document.ts'
import type { Store } from '#lib/store/store.ts'

export type Saved = 'saved' | 'saving' | 'unsaved'

/** How long to wait before writing again what could not be written, in milliseconds. */
const retryAfter = 2000

/** How long after hearing of another tab's change to look whether that tab managed to keep it, in milliseconds. */
const checkAfter = 1500

/**
 * Keeps a document in the store: every local update is appended at once, and "saved" is said only when all of them are durably kept.
 * What could not be written is tried again as one difference against what the store has, so repeating it does no harm.
 */
export class Keeper {
	readonly #store: Store
	readonly #document: AtlasDocument
	readonly #stops: (() => void)[]
	#pending = $state(0)
	#failed = $state(false)
	#closed = $state(false)
	#retry: ReturnType<typeof setTimeout> | undefined
	#check: ReturnType<typeof setTimeout> | undefined
	#askedToPersist = false

	constructor(store: Store, document: AtlasDocument) {
		this.#store = store
		this.#document = document
		this.#stops = [
			document.subscribe((event) => {
				if (event.local) void this.#append(event.update)
				else this.#checkSoon()
			}),
			store.onReconnect(() => void this.#resend())
		]
	}

	get saved(): Saved {
		return this.#failed ? 'unsaved' : this.#pending > 0 ? 'saving' : 'saved'
	}

	/** True once this tab may not write any more, because a newer version of the app is open in another. */
	get isClosed(): boolean {
		return this.#closed
	}

	/** Stops writing for good. */
	stopWriting(): void {
		this.#closed = true
	}

	async #append(update: Uint8Array): Promise<void> {
		if (this.#closed) return
		this.#askToPersist()
		await this.#track(() => this.#store.append(this.#document.id, update))
	}

	/** A tab that dies may have told the others of a change that it could not keep any more: then one of them keeps it. */
	#checkSoon(): void {
		if (this.#closed) return
		clearTimeout(this.#check)
		this.#check = setTimeout(() => void this.#resend(), checkAfter)
	}

	/** Sends what the store lacks. */
	async #resend(): Promise<void> {
		if (this.#closed) return
		await this.#track(async () => {
			const vector = await this.#store.vector(this.#document.id)
			if (this.#document.isAheadOf(vector))
				await this.#store.append(this.#document.id, this.#document.encodeDiff(vector))
			this.#failed = false
		})
	}

	async #track(write: () => Promise<unknown>): Promise<void> {
		this.#pending += 1
		try {
			await write()
		} catch {
			if (this.#closed) return
			this.#failed = true
			clearTimeout(this.#retry)
			this.#retry = setTimeout(() => void this.#resend(), retryAfter)
		} finally {
			this.#pending -= 1
		}
	}

	/** The first change is the moment at which the browser is asked to keep the data: asked at load, it is refused more often. */
	#askToPersist(): void {
		if (this.#askedToPersist) return
		this.#askedToPersist = true
		navigator.storage?.persist?.().catch(() => false)
	}

	close(): void {
		this.#closed = true
		clearTimeout(this.#retry)
		clearTimeout(this.#check)
		for (const stop of this.#stops) stop()
	}
}
