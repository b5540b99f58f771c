import type { DropReason, FeedEvent, FeedPut } from '#lib/domain/feeds/feed-event.ts'
import { Gatherer } from '#lib/domain/feeds/gathered.ts'
import { mentionOfPut } from '#lib/domain/feeds/mention-of-put.ts'
import { postFilter } from '#lib/domain/feeds/post-filter.ts'
import { Sampler } from '#lib/domain/feeds/sampler.ts'
import type { CommonSettings } from '#lib/domain/feeds/source-settings.ts'
import type { MentionContext, MentionDraft } from '#lib/domain/interchange/mention-table.ts'
import { maskedId, maskedPerson } from '#lib/domain/words/mask.ts'
import type { SourceBatch, SourceCounts, WordedMention } from '#lib/store/store.ts'
import type { Surroundings } from './surroundings.ts'

/** How many mentions a second of one source are kept for long: what scoring, storing and showing can follow with ease. */
export const mostPerSecond = 100
/** Mentions are handed over so soon after they came. */
const soon = 200
/** What is only counted, or only moves the cursor, may wait for so long. */
const later = 5000
/** Of a source that can be held back, so many wait at the most. */
const mostWaiting = 1000

export type IntakeOptions = {
	readonly settings: CommonSettings
	readonly isPushed: boolean
	readonly context: Omit<MentionContext, 'now'>
	/** Languages that are likely, the likeliest first. */
	readonly languages: readonly string[]
	/** Finds language, score and words. */
	readonly word: (drafts: readonly MentionDraft[]) => Promise<readonly WordedMention[]>
	readonly keep: (batch: SourceBatch) => Promise<SourceCounts>
	readonly surroundings: Surroundings
	/** Something was kept, or could not be. */
	readonly onKept: (counts: SourceCounts) => void
	readonly onFailure: (error: unknown) => void
}

/**
 * Takes what a source tells: filters, samples a flood, gathers for a moment, and hands over in batches together with the place to go on from. Only one
 * batch is on its way at a time; what cannot be kept is tried again.
 */
export class Intake {
	readonly #options: IntakeOptions
	readonly #gatherer = new Gatherer()
	readonly #sampler: Sampler
	readonly #judge: ReturnType<typeof postFilter>
	#read = 0
	#dropped: Partial<Record<DropReason, number>> = {}
	#cursor: string | null = null
	#flushing: Promise<void> | null = null
	#stop = new AbortController()
	#isClosed = false
	gapAt: number | null = null

	constructor(options: IntakeOptions) {
		this.#options = options
		this.#sampler = new Sampler(mostPerSecond, options.surroundings.random)
		this.#judge = postFilter(options.settings, options.languages)
	}

	/** How many come a second, and the share of them that is kept. */
	get flood(): { rate: number; share: number } {
		return this.#sampler.told(this.#options.surroundings.now())
	}

	/** Where the source would go on now. */
	get cursor(): string | null {
		return this.#cursor
	}

	/** Takes events; of a source that can be held back, resolves when there is room for more. */
	async take(events: readonly FeedEvent[]): Promise<void> {
		for (const event of events) {
			this.#one(event)
			if (event.cursor !== undefined) this.#cursor = event.cursor
		}
		this.#settle()
		while (!this.#options.isPushed && this.#gatherer.waiting > mostWaiting && !this.#isClosed) await this.#flushing
	}

	/** The source goes on from here next time. */
	moveTo(cursor: string): void {
		this.#cursor = cursor
		this.#settle()
	}

	/** Hands over what is waiting; to be called when the source stops. */
	async close(): Promise<void> {
		this.#isClosed = true
		this.#stop.abort()
		await this.#flushing?.catch(() => {})
		if (this.#hasNews) await this.#flush().catch(() => {})
	}

	get #hasNews(): boolean {
		return !this.#gatherer.isEmpty || this.#read > 0 || this.#cursor !== this.#keptCursor
	}
	#keptCursor: string | null = null

	#one(event: FeedEvent): void {
		const { masks } = this.#options.settings
		switch (event.op) {
			case 'put':
				this.#read += 1
				this.#put(event)
				break
			case 'drop':
				this.#read += 1
				this.#drop(event.reason)
				break
			case 'delete':
				this.#gatherer.delete(masks ? { ...event, id: maskedId(event.id) } : event)
				break
			case 'delete-author':
				this.#gatherer.deleteAuthor(masks ? maskedPerson(event.author) : event.author)
				break
			case 'resync':
				this.gapAt = this.#options.surroundings.now()
		}
	}

	#put(told: FeedPut): void {
		const { settings, isPushed, surroundings } = this.#options
		// Ids and authors are compared as they are kept, so that deletions find them.
		const put = settings.masks
			? { ...told, id: maskedId(told.id), author: told.author === '' ? '' : maskedPerson(told.author) }
			: told
		const known = this.#gatherer.knows(put)
		const unwanted = known === 'deleted' ? 'deleted' : known === 'no' ? this.#judge(put.text, put.lang) : null
		if (known === 'seen') this.#read -= 1
		else if (unwanted !== null) this.#drop(unwanted)
		else if (isPushed && !this.#sampler.keep(surroundings.now())) this.#drop('sampled')
		else this.#gatherer.put(put)
	}

	#drop(reason: DropReason): void {
		this.#dropped[reason] = (this.#dropped[reason] ?? 0) + 1
	}

	/** Sees to it that what waits is handed over soon, and what can wait later. */
	#settle(): void {
		if (this.#flushing !== null || this.#isClosed || !this.#hasNews) return
		this.#flushing = this.#deliver().finally(() => {
			this.#flushing = null
			this.#settle()
		})
	}

	async #deliver(): Promise<void> {
		const { surroundings } = this.#options
		const from = surroundings.now()
		await surroundings.wait(soon, this.#stop.signal)
		while (this.#gatherer.isEmpty && surroundings.now() - from < later && !this.#isClosed)
			await surroundings.wait(soon, this.#stop.signal)
		await this.#flush()
	}

	async #flush(): Promise<void> {
		const { settings, surroundings, keep, onKept, onFailure } = this.#options
		const cursor = this.#cursor
		const { puts: told, deletes, deleteAuthors } = this.#gatherer.take()
		const drafts = this.#drafts(told)
		const read = this.#read
		const dropped = this.#dropped
		this.#read = 0
		this.#dropped = {}
		const puts = await this.#options.word(drafts)
		const batch: SourceBatch = {
			...{ puts, deletes, deleteAuthors },
			...{ cursor: cursor === this.#keptCursor ? null : cursor, read, dropped, most: settings.most }
		}
		for (let attempt = 0; ; attempt += 1) {
			try {
				onKept(await keep(batch))
				this.#keptCursor = cursor
				return
			} catch (error) {
				onFailure(error)
				if (this.#isClosed) return
				await surroundings.wait(Math.min(30_000, 1000 * 2 ** attempt), this.#stop.signal)
			}
		}
	}

	#drafts(puts: readonly FeedPut[]): MentionDraft[] {
		const { context, settings, surroundings } = this.#options
		const now = new Date(surroundings.now()).toISOString()
		return puts.flatMap((put) => {
			const read = mentionOfPut(put, { ...context, now }, settings.masks)
			if (read.ok) return [read.draft]
			this.#drop(read.reason)
			return []
		})
	}
}
