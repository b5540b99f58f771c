import { CloudLayouter } from '#lib/cloud/cloud-layouter.ts'
import { cloudFont, cloudWeight } from '#lib/cloud/cloud-font.ts'
import { defaultFill, type CloudLayout } from '#lib/cloud/layout.ts'
import type { Echo } from '#lib/domain/cards/context.ts'
import { fold } from '#lib/domain/words/variants.ts'
import { FigureFeed } from '#lib/listening/figure-feed.svelte.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { Store, WordCount } from '#lib/store/store.ts'

/** The board that words are laid out on, in pixels: as broad as a page to its margins, and flat, so that a list fits below. */
const board = { width: 1216, height: 608 }
const most = { asked: 250, words: 200, drawn: 100 }

/** What customers say, for deliverables: figures of the stored mentions, kept up to date, and the layout of their words. */
export class DeckVoice {
	readonly #session: AtlasSession
	readonly #feed: FigureFeed<
		Readonly<{
			total: number
			first: string | null
			last: string | null
			words: readonly WordCount[]
			echo: ReadonlyMap<string, Echo>
		}>
	>
	#layouter: CloudLayouter | null = null
	#layout = $state.raw<CloudLayout | null>(null)

	constructor(store: Store, session: AtlasSession) {
		this.#session = session
		const { id } = session
		this.#feed = new FigureFeed(store, id, async () => {
			const [{ total, first, last }, words, said, denied] = await Promise.all([
				store.summary(id, {}),
				store.words(id, {}, most.asked),
				store.groups(id, {}, 'says', 1000),
				store.groups(id, {}, 'denies', 1000)
			])
			const counts = (groups: typeof said) => new Map(groups.map(({ key, total: count }) => [key, count]))
			const [says, denies] = [counts(said), counts(denied)]
			const echo = new Map(
				[...new Set([...says.keys(), ...denies.keys()])].map((value) => [
					value,
					{ said: says.get(value) ?? 0, denied: denies.get(value) ?? 0 }
				])
			)
			return { total, first, last, words, echo }
		})
		$effect(() => this.#lay())
	}

	/** Whether there are mentions. */
	readonly isHeard: boolean = $derived.by(() => (this.#feed.figures?.total ?? 0) > 0)

	get figures() {
		return this.#feed.figures
	}

	/** What mentions say of each value of the atlas; nothing where there are no mentions, which say nothing of any. */
	readonly echo: ReadonlyMap<string, Echo> = $derived.by(() => {
		const heard = this.#feed.figures
		if (heard === null || heard.total === 0) return new Map()
		const none = { said: 0, denied: 0 }
		return new Map([...this.#session.kept.values.keys()].map((value) => [value, heard.echo.get(value) ?? none]))
	})

	/** The words that are shown, the most frequent first. */
	readonly words: readonly WordCount[] = $derived.by(() => {
		const hidden = new Set(this.#session.kept.words.hide.map(fold))
		return (this.#feed.figures?.words ?? []).filter(({ word }) => !hidden.has(fold(word))).slice(0, most.words)
	})

	/** Where the words stand; null until they are laid out. */
	get layout(): CloudLayout | null {
		return this.#layout
	}

	close(): void {
		this.#feed.close()
		this.#layouter?.close()
	}

	#lay(): void {
		const list = this.words.map(({ word, mentions }) => ({ word, mentions }))
		if (list.length === 0) return
		// Where it cannot be laid out, the list of words is there all the same.
		this.#layouter ??= new CloudLayouter(
			(layout) => (this.#layout = layout),
			(message) => console.warn('The words could not be laid out', message)
		)
		this.#layouter.request(list, {
			...board,
			limit: most.drawn,
			font: cloudFont,
			weight: cloudWeight,
			smallest: 17,
			largest: Math.round(board.height * 0.2),
			padding: 5,
			fill: defaultFill
		})
	}
}
