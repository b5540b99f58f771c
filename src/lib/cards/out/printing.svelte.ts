import { flushSync, tick } from 'svelte'
import type { Page } from '#lib/domain/cards/layout/page.ts'
import type { Work } from '#lib/state/export-job.svelte.ts'
import type { Deck } from '../deck.svelte.ts'
import { turn } from './make-file.ts'

/** The pages that stand ready for the browser's print, and only then in the document. */
export class Printing {
	readonly #deck: Deck
	#pages = $state.raw<readonly Page[]>([])

	constructor(deck: Deck) {
		this.#deck = deck
	}

	get pages(): readonly Page[] {
		return this.#pages
	}

	/** Sets the pages of these deliverables and opens the browser's print dialog, where they can be kept as PDF. */
	async print(ids: readonly string[], { onprogress, signal }: Work): Promise<void> {
		const pages: Page[] = []
		for (const [at, id] of ids.entries()) {
			const deliverable = this.#deck.make(id)
			if (deliverable !== null) pages.push(...this.#deck.lay(deliverable))
			onprogress(at + 1, ids.length)
			await turn()
			signal.throwIfAborted()
		}
		this.#pages = pages
		await tick()
		await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
		signal.throwIfAborted()
		window.print()
	}

	/** Whoever prints by the browser's own command gets the chosen deliverables, not the window round them. */
	prepare(): void {
		if (this.#pages.length > 0) return
		flushSync(() => {
			this.#pages = this.#deck.chosen.flatMap((id) => {
				const deliverable = this.#deck.make(id)
				return deliverable === null ? [] : this.#deck.lay(deliverable)
			})
		})
	}

	clear(): void {
		this.#pages = []
	}
}
