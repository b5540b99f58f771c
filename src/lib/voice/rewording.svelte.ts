import { contentHash } from '#lib/domain/feeds/json-entry.ts'
import { adjustmentsOf, scoringOf, type Scoring } from '#lib/domain/words/adjustment.ts'
import { wordedKey, wordListsOf } from '#lib/domain/words/vocabulary.ts'
import type { WordLists } from '#lib/domain/words/vocabulary.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { KeptMention, Store } from '#lib/store/store.ts'
import { VoiceWorker } from './voice-worker-client.ts'

/** Changes that follow each other so soon are one. */
const calm = 800
/** Mentions that are read anew at once. */
const atOnce = 1000

/** What says which word lists and values mentions were read by. */
export function readingOf(lists: WordLists): string {
	return contentHash(wordedKey(lists))
}

/** How far the reading is: mentions read, and how many there are to read. */
type Progress = { readonly done: number; readonly total: number }

/**
 * Sees to it that the words of all mentions, the values that they say and their scores are those of the atlas and the model as they are now. When words are
 * merged, kept together or hidden, or a value gets a synonym, all mentions are read anew in a worker; when the model or the atlas's adjustment of it is
 * another one, those that it did not score and nobody corrected. In however many tabs the atlas is open, one of them does it; every block that is read is kept,
 * so after a reload scoring goes on where it was.
 */
export class Rewording {
	readonly #store: Store
	readonly #session: AtlasSession
	readonly #stops: readonly (() => void)[]
	readonly #end = new AbortController()
	#timer: ReturnType<typeof setTimeout> | null = null
	#progress = $state.raw<Progress | null>(null)
	#canStop = $state(false)
	#waiting = $state(0)
	#isStopped = $state(false)
	/** The scoring for which a model could not be loaded: not tried again before the page is loaded anew. */
	#failed: string | null = null

	constructor(store: Store, session: AtlasSession) {
		this.#store = store
		this.#session = session
		this.#stops = [
			$effect.root(() => {
				$effect(() => {
					// What is only tried does not touch the mentions.
					if (this.#session.kept) this.#soon()
				})
			}),
			// Mentions of a file, and corrections taken back, may be without a score.
			store.watch((change) => {
				if (change.kind === 'mentions' && change.atlas === session.id && this.#progress === null) this.#soon()
			})
		]
	}

	/** How far reading anew is, or null where nothing is to be read. */
	get progress(): Progress | null {
		return this.#progress
	}

	/** Whether what is under way can be stopped: scoring can, words that belong together cannot. */
	get canStop(): boolean {
		return this.#canStop && !this.#isStopped
	}

	/** Mentions that keep an older score because the person stopped the scoring. */
	get waiting(): number {
		return this.#isStopped ? this.#waiting : 0
	}

	/** Stops scoring anew after the present block; what is scored stays. Until `goOn`, or until the page is loaded anew. */
	stop(): void {
		this.#isStopped = true
	}

	goOn(): void {
		this.#isStopped = false
		this.#soon()
	}

	close(): void {
		for (const stop of this.#stops) stop()
		this.#end.abort()
		if (this.#timer !== null) clearTimeout(this.#timer)
	}

	#soon(): void {
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#timer = setTimeout(() => void this.#look(), calm)
	}

	async #look(): Promise<void> {
		const { signal } = this.#end
		const { id } = this.#session
		try {
			await navigator.locks.request(`channel-atlas-words ${id}`, { signal }, async () => {
				const lists = wordListsOf(this.#session.kept)
				const key = readingOf(lists)
				if ((await this.#store.wordedBy(id)) !== key) {
					const { total } = await this.#store.summary(id, {})
					if (await this.#readAnew(lists, { total })) await this.#store.setWordedBy(id, key)
				}
				await this.#scoreAnew(lists)
			})
		} catch (error) {
			if (!signal.aborted) console.warn('Mentions could not be read anew', error)
		}
		this.#progress = null
	}

	async #scoreAnew(lists: WordLists): Promise<void> {
		const { id } = this.#session
		const scoring = scoringOf(lists.adjustments)
		if (this.#failed === JSON.stringify(scoring)) return
		const total = await this.#store.staleScores(id, scoring)
		this.#waiting = total
		if (total > 0 && (this.#isStopped || !(await this.#readAnew(lists, { total, scoring })))) {
			this.#waiting = await this.#store.staleScores(id, scoring)
			return
		}
		await this.#store.settleScores(id, scoring)
		this.#waiting = await this.#store.staleScores(id, scoring)
		if (this.#waiting > 0) this.#failed = JSON.stringify(scoring)
	}

	/** Reads all mentions, or those without a scoring. Returns whether it came to the end: a later change of the lists begins anew. */
	async #readAnew(lists: WordLists, { total, scoring }: { total: number; scoring?: Scoring }): Promise<boolean> {
		const { id } = this.#session
		if (total === 0) return true
		const asBegun = JSON.stringify(lists.adjustments)
		this.#progress = { done: 0, total }
		this.#canStop = scoring !== undefined
		const worker = new VoiceWorker()
		try {
			const known = new Set(
				scoring === undefined ? (await this.#store.words(id, {}, 5000)).map(({ word }) => word) : []
			)
			for (let after: number | null = 0; after !== null;) {
				if (this.#end.signal.aborted || (scoring !== undefined && this.#isStopped)) return false
				if (JSON.stringify(adjustmentsOf(this.#session.kept)) !== asBegun) return false
				const page: { rows: KeptMention[]; next: number | null } = await this.#store.readMentions(
					...([id, after, atOnce, scoring] as const)
				)
				after = page.next
				if (page.rows.length === 0) continue
				if (scoring === undefined) {
					const worded = await worker.word(page.rows, { lists, knownWords: [...known], masks: false })
					for (const { words } of worded) for (const word of words) known.add(word)
					await this.#store.rewriteWords(id, worded, { more: after !== null })
				} else await this.#store.rewriteWords(id, await worker.score(page.rows, lists), { more: after !== null })
				this.#progress = { done: Math.min(total, this.#progress.done + page.rows.length), total }
			}
			return true
		} finally {
			worker.close()
		}
	}
}
