import { topicsOf, type Topic, type TopicKind } from '#lib/domain/words/topics.ts'
import { FigureFeed } from '#lib/listening/figure-feed.svelte.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { MentionFilter, Store } from '#lib/store/store.ts'
import { MentionWindow } from './mention-window.svelte.ts'

/** Words as mentions show them: so many are enough to know the form of a topic's words. */
const knownWords = 5000

/** What the views of the voice page share: the list of mentions with its filter, and what mentions can be about. */
export class VoiceDesk {
	readonly store: Store
	readonly session: AtlasSession
	readonly list: MentionWindow
	readonly #known: FigureFeed<readonly string[]>
	readonly #topics: Readonly<Record<TopicKind, readonly Topic[]>> = $derived.by(() => {
		const { atlas } = this.session
		const known = this.#known.figures ?? []
		return { persona: topicsOf(atlas, 'persona', known), need: topicsOf(atlas, 'need', known) }
	})

	constructor(store: Store, session: AtlasSession) {
		this.store = store
		this.session = session
		this.list = new MentionWindow(store, session.id)
		this.#known = new FigureFeed(store, session.id, async () =>
			(await store.words(session.id, {}, knownWords)).map(({ word }) => word)
		)
	}

	/** Words as mentions show them, the most frequent first. */
	get known(): readonly string[] {
		return this.#known.figures ?? []
	}

	/** What mentions can be about, with the words by which that is told. */
	get topics(): Readonly<Record<TopicKind, readonly Topic[]>> {
		return this.#topics
	}

	/** A filter for the mentions about a topic; undefined where there is no such topic. */
	about(kind: TopicKind, id: string): MentionFilter['about'] {
		const topic = this.#topics[kind].find((one) => one.id === id)
		return topic === undefined ? undefined : { kind, topic }
	}

	/** Narrows the list by one thing more, or no longer where it is narrowed by just that. */
	toggle(change: MentionFilter): void {
		const { filter } = this.list
		const isSo = JSON.stringify({ ...filter, ...change }) === JSON.stringify(filter)
		const none = Object.fromEntries(Object.keys(change).map((key) => [key, undefined]))
		this.list.narrow(isSo ? none : change)
	}

	close(): void {
		this.list.close()
		this.#known.close()
	}
}
