import { contentHash } from '#lib/domain/feeds/json-entry.ts'
import { wordedKey, wordListsOf } from '#lib/domain/words/vocabulary.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { KeptMention, Store } from '#lib/store/store.ts'
import { VoiceWorker } from './voice-worker-client.ts'

/** Changes that follow each other so soon are one. */
const calm = 800
/** Mentions that are read anew at once. */
const atOnce = 1000

/**
 * Sees to it that the words of all mentions, and the values that they say, are those of the atlas as it is now: when words are merged, kept together or hidden,
 * or a value gets a synonym, all mentions are read anew in a worker. In however many tabs the atlas is open, one of them does it.
 */
export class Rewording {
	readonly #store: Store
	readonly #session: AtlasSession
	readonly #stop: () => void
	readonly #end = new AbortController()
	#timer: ReturnType<typeof setTimeout> | null = null
	#isRunning = $state(false)

	constructor(store: Store, session: AtlasSession) {
		this.#store = store
		this.#session = session
		this.#stop = $effect.root(() => {
			$effect(() => {
				// What is only tried does not touch the mentions.
				if (this.#session.kept) this.#soon()
			})
		})
	}

	/** Whether mentions are being read anew. */
	get isRunning(): boolean {
		return this.#isRunning
	}

	close(): void {
		this.#stop()
		this.#end.abort()
		if (this.#timer !== null) clearTimeout(this.#timer)
	}

	#soon(): void {
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#timer = setTimeout(() => void this.#look(), calm)
	}

	async #look(): Promise<void> {
		const lists = wordListsOf(this.#session.kept)
		const key = contentHash(wordedKey(lists))
		const { signal } = this.#end
		try {
			await navigator.locks.request(`channel-atlas-words ${this.#session.id}`, { signal }, async () => {
				if ((await this.#store.wordedBy(this.#session.id)) === key) return
				this.#isRunning = true
				if (await this.#readAnew(lists)) await this.#store.setWordedBy(this.#session.id, key)
			})
		} catch (error) {
			if (!signal.aborted) console.warn('Mentions could not be read anew', error)
		}
		this.#isRunning = false
	}

	/** Returns whether it came to the end: a later change of the lists begins anew. */
	async #readAnew(lists: ReturnType<typeof wordListsOf>): Promise<boolean> {
		const { id } = this.#session
		let worker: VoiceWorker | null = null
		const known = new Set((await this.#store.words(id, {}, 5000)).map(({ word }) => word))
		try {
			for (let after: number | null = 0; after !== null;) {
				if (this.#end.signal.aborted) return false
				const page: { rows: KeptMention[]; next: number | null } = await this.#store.readMentions(id, after, atOnce)
				after = page.next
				if (page.rows.length === 0) continue
				worker ??= new VoiceWorker()
				const worded = await worker.word(page.rows, { lists, knownWords: [...known], masks: false })
				for (const { words } of worded) for (const word of words) known.add(word)
				await this.#store.rewriteWords(id, worded)
			}
			return true
		} finally {
			worker?.close()
		}
	}
}
