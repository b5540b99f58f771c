import type { SentimentLabel } from '#lib/domain/model/mention.ts'
import type { Assignment, KeptMention, MentionFilter, MentionQuery, Store } from '#lib/store/store.ts'

/** Mentions that are read at once. */
const block = 100
/** Blocks that are remembered: the newest looked at. */
const mostBlocks = 20

/**
 * The mentions that a filter leaves, of which only what is looked at is read: of 100,000 a few hundred are here. Kept up to date with what any tab changes;
 * what was read before stays in view until the new answer is there.
 */
export class MentionWindow {
	readonly #store: Store
	readonly #atlas: string
	readonly #stops: (() => void)[]
	#filter = $state.raw<MentionFilter>({})
	#order = $state<MentionQuery['order']>('newest')
	#blocks = $state.raw<ReadonlyMap<number, readonly KeptMention[]>>(new Map())
	#total = $state(0)
	#isRead = $state(false)
	#place = $state(0)
	#wanted = { first: 0, last: 0 }
	#stale = new Set<number>()
	#turn = 0
	#isReading = false

	constructor(store: Store, atlas: string) {
		this.#store = store
		this.#atlas = atlas
		this.#stops = [
			store.watch((change) => {
				if (change.kind === 'mentions' && change.atlas === atlas) this.#renew()
			}),
			store.onReconnect(() => this.#renew())
		]
		void this.#read()
	}

	get filter(): MentionFilter {
		return this.#filter
	}
	get order(): MentionQuery['order'] {
		return this.#order
	}
	/** How many mentions there are. */
	get total(): number {
		return this.#total
	}
	get isRead(): boolean {
		return this.#isRead
	}
	/** Whether anything narrows. */
	get isNarrowed(): boolean {
		return Object.values(this.#filter).some((condition) => condition !== undefined)
	}

	/** The place that is picked; always one that there is, 0 in an empty list. */
	get place(): number {
		return Math.min(this.#place, Math.max(0, this.#total - 1))
	}
	set place(place: number) {
		this.#place = Math.max(0, place)
	}

	/** The mention at a place in the list; null where it is not read yet. */
	at(place: number): KeptMention | null {
		return this.#blocks.get(Math.floor(place / block))?.[place % block] ?? null
	}

	/** Says which places are looked at. */
	look(first: number, last: number): void {
		this.#wanted = { first: Math.max(0, first), last: Math.max(0, first, last) }
		void this.#read()
	}

	/** Narrows further or wider; what is undefined does not narrow. */
	narrow(change: MentionFilter): void {
		this.#filter = { ...this.#filter, ...change }
		this.#begin()
	}

	/** Narrows by this and nothing else. */
	only(filter: MentionFilter): void {
		this.#filter = filter
		this.#begin()
	}

	setOrder(order: MentionQuery['order']): void {
		this.#order = order
		this.#begin()
	}

	async correct(id: string, label: SentimentLabel | null): Promise<void> {
		await this.#store.correctMention(this.#atlas, id, label)
	}

	async assign(id: string, assignment: Assignment): Promise<void> {
		await this.#store.assignMention(this.#atlas, id, assignment)
	}

	async remove(id: string): Promise<void> {
		await this.#store.deleteMentions(this.#atlas, [id])
	}

	/** Puts a mention back that was deleted, with what a person said of it. */
	async restore({ repeats: _, persona, need, ...mention }: KeptMention): Promise<void> {
		await this.#store.addMentions(this.#atlas, [mention])
		if (persona !== null || need !== null) await this.assign(mention.id, { persona, need })
	}

	close(): void {
		for (const stop of this.#stops) stop()
	}

	/** Another list: nothing of the old one is right, but its places stay drawn until the first answer. */
	#begin(): void {
		this.#place = 0
		this.#wanted = { first: 0, last: Math.max(0, this.#wanted.last - this.#wanted.first) }
		this.#renew()
	}

	#renew(): void {
		this.#stale = new Set(this.#blocks.keys())
		this.#turn += 1
		void this.#read()
	}

	/** Reads the blocks that are looked at and not here, one after the other. Answers to an older question are not used. */
	async #read(): Promise<void> {
		if (this.#isReading) return
		this.#isReading = true
		for (let missing = this.#missing(); missing !== null; missing = this.#missing()) {
			const turn = this.#turn
			const query = { ...this.#filter, offset: missing * block, limit: block, order: this.#order }
			const page = await this.#store.mentions(this.#atlas, query).catch(() => null)
			if (page === null) break
			if (turn !== this.#turn) continue
			this.#keep(missing, page.rows)
			this.#total = page.total
			this.#isRead = true
		}
		this.#isReading = false
	}

	#missing(): number | null {
		const last = Math.min(this.#wanted.last, Math.max(0, this.#total - 1))
		for (let number = Math.floor(this.#wanted.first / block); number <= Math.floor(last / block); number += 1)
			if (!this.#blocks.has(number) || this.#stale.has(number)) return number
		return null
	}

	#keep(number: number, rows: readonly KeptMention[]): void {
		this.#stale.delete(number)
		const others = [...this.#blocks].filter(([other]) => other !== number && !this.#stale.has(other))
		const looked = [...this.#blocks].filter(
			([other]) => other !== number && this.#stale.has(other) && this.#isLooked(other)
		)
		this.#blocks = new Map([...others.slice(-mostBlocks), ...looked, [number, rows]])
	}

	#isLooked(number: number): boolean {
		return number >= Math.floor(this.#wanted.first / block) && number <= Math.floor(this.#wanted.last / block)
	}
}
