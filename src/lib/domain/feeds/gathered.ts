import type { FeedEvent, FeedPut } from './feed-event.ts'

/** What a batch of events comes to: first the deletions are done, then the mentions put. */
export type Gathered = {
	readonly puts: readonly FeedPut[]
	readonly deletes: readonly string[]
	readonly deleteAuthors: readonly string[]
}

/** Ids remembered so that an event that comes again, or after its own deletion, does nothing: the newest are kept. */
const remembered = 20_000

/**
 * Gathers events until they are taken: the last one about a mention counts. It remembers what it has seen, so that events that come again after a lost
 * connection are known, and a mention that arrives later than its own deletion stays deleted.
 */
export class Gatherer {
	#puts = new Map<string, FeedPut>()
	#deletes = new Set<string>()
	#authors = new Set<string>()
	#nameless = 0
	readonly #seen = new Map<string, string>()

	/** Mentions that wait. */
	get waiting(): number {
		return this.#puts.size
	}

	/** Whether anything waits. */
	get isEmpty(): boolean {
		return this.#puts.size === 0 && this.#deletes.size === 0 && this.#authors.size === 0
	}

	/** Whether this very event, or a later one about the same mention, was seen: `deleted` where that was its deletion. */
	knows(put: FeedPut): 'no' | 'seen' | 'deleted' {
		if (put.id === '' || put.revision === undefined || put.revision === '') return 'no'
		const [revision = '', op] = this.#seen.get(put.id)?.split(' ') ?? []
		if (op === undefined || put.revision > revision) return 'no'
		return op === 'delete' ? 'deleted' : 'seen'
	}

	put(put: FeedPut): void {
		const key = put.id === '' ? ` ${(this.#nameless += 1)}` : put.id
		this.#puts.delete(key)
		this.#puts.set(key, put)
		this.#remember(put.id, put.revision, 'put')
	}

	delete({ id, revision }: Extract<FeedEvent, { op: 'delete' }>): void {
		this.#puts.delete(id)
		this.#deletes.add(id)
		this.#remember(id, revision, 'delete')
	}

	deleteAuthor(author: string): void {
		for (const [key, put] of this.#puts) if (put.author === author) this.#puts.delete(key)
		this.#authors.add(author)
	}

	/** Hands over what was gathered, and begins anew. */
	take(): Gathered {
		const taken = { puts: [...this.#puts.values()], deletes: [...this.#deletes], deleteAuthors: [...this.#authors] }
		this.#puts = new Map()
		this.#deletes = new Set()
		this.#authors = new Set()
		return taken
	}

	#remember(id: string, revision: string | undefined, op: 'put' | 'delete'): void {
		if (id === '' || revision === undefined || revision === '') return
		this.#seen.delete(id)
		this.#seen.set(id, `${revision} ${op}`)
		if (this.#seen.size <= remembered) return
		for (const oldest of this.#seen.keys()) {
			this.#seen.delete(oldest)
			break
		}
	}
}
