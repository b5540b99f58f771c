import type { SentimentLabel } from '#lib/domain/model/mention.ts'
import type { KeptMention, MentionFilter, MentionQuery, Store } from '#lib/store/store.ts'

const pageSize = 50

export type Narrowing = Pick<MentionFilter, 'word' | 'text' | 'label' | 'channel'>

/** The mentions that a filter leaves, page after page, kept up to date with what any tab changes. */
export class MentionPages {
	readonly #store: Store
	readonly #atlas: string
	readonly #stop: () => void
	#filter = $state.raw<Narrowing>({})
	#order = $state<MentionQuery['order']>('newest')
	#rows = $state.raw<readonly KeptMention[]>([])
	#total = $state(0)
	#isRead = $state(false)
	#limit = pageSize
	#turn = 0

	constructor(store: Store, atlas: string) {
		this.#store = store
		this.#atlas = atlas
		this.#stop = store.watch((change) => {
			if (change.kind === 'mentions' && change.atlas === atlas) void this.#read()
		})
		void this.#read()
	}

	get filter(): Narrowing {
		return this.#filter
	}
	get order() {
		return this.#order
	}
	get rows(): readonly KeptMention[] {
		return this.#rows
	}
	get total(): number {
		return this.#total
	}
	get isRead(): boolean {
		return this.#isRead
	}

	/** Narrows further or wider; what is undefined does not narrow. Begins at the first page. */
	narrow(change: Narrowing): void {
		this.#filter = { ...this.#filter, ...change }
		this.#limit = pageSize
		void this.#read()
	}

	setOrder(order: MentionQuery['order']): void {
		this.#order = order
		this.#limit = pageSize
		void this.#read()
	}

	more(): void {
		this.#limit += pageSize
		void this.#read()
	}

	async correct(id: string, label: SentimentLabel | null): Promise<void> {
		await this.#store.correctMention(this.#atlas, id, label)
	}

	async remove(id: string): Promise<void> {
		await this.#store.deleteMentions(this.#atlas, [id])
	}

	/** Puts a mention back that was deleted. */
	async restore(mention: KeptMention): Promise<void> {
		const { repeats: _, ...row } = mention
		await this.#store.addMentions(this.#atlas, [row])
	}

	close(): void {
		this.#stop()
	}

	/** Answers may overtake each other: only the newest question's counts. */
	async #read(): Promise<void> {
		const turn = (this.#turn += 1)
		const page = await this.#store
			.mentions(this.#atlas, { ...this.#filter, offset: 0, limit: this.#limit, order: this.#order })
			.catch(() => null)
		if (page === null || turn !== this.#turn) return
		this.#rows = page.rows
		this.#total = page.total
		this.#isRead = true
	}
}
