import type { Wall } from '#lib/domain/model/wall.ts'
import { asksForOrigins, moderated, unblocked, type WordOrigin } from '#lib/domain/wall/moderation.ts'
import { StoreError, type MentionFilter, type Pulse, type Store, type WordCount } from '#lib/store/store.ts'

/** Words that are read; more do not fit any wall, and how many there are beyond is told as "more than". */
export const mostRead = 500
/** Of so many it is asked who said them. */
const mostAsked = 250
/** Between two readings there is at least this time, and as much as the last one took: a wall must not keep the store from what comes in. */
const leastPause = 150
const mostPause = 5000
/** After a reading that failed, and while words wait for their time. */
const again = 3000
const holdTurn = 20_000

const nothing: Pulse = { newest: null, from: null, to: null, total: 0, before: null }

/** What a wall shows of the mentions of an atlas, by the rules of its settings, kept up to date with what any tab adds or takes away. */
export class WallFeed {
	readonly #store: Store
	readonly #atlas: string
	readonly #rules: () => Wall
	readonly #stops: (() => void)[]
	#counted = $state.raw<readonly WordCount[]>([])
	#origins = $state.raw<readonly WordOrigin[]>([])
	#readAt = $state(0)
	#pulse = $state.raw<Pulse>(nothing)
	#isRead = $state(false)
	#failure = $state.raw<unknown>(null)
	#arrivedAt = $state<number | null>(null)
	#asked: number | null = null
	#isReading = false
	#isWanted = false
	#isClosed = false
	#timer: ReturnType<typeof setTimeout> | null = null
	readonly #moderated = $derived.by(() => moderated(this.#counted, this.#origins, this.#rules(), this.#readAt))

	constructor(store: Store, atlas: string, rules: () => Wall) {
		this.#store = store
		this.#atlas = atlas
		this.#rules = rules
		this.#stops = [
			store.watch((change) => {
				if (change.kind === 'mentions' && change.atlas === atlas) this.refresh()
			}),
			store.onReconnect(() => this.refresh()),
			$effect.root(() => {
				$effect(() => {
					const { hours, hold, authors } = rules()
					void [hours, hold, authors]
					this.refresh()
				})
			})
		]
	}

	/** The words that may be shown, the most frequent first. */
	get words(): readonly WordCount[] {
		return this.#moderated.shown
	}

	/** The words that wait for their time or for more authors. */
	get held(): readonly WordCount[] {
		return this.#moderated.held
	}

	/** Whether there are more words than were read. */
	get isMore(): boolean {
		return this.#counted.length >= mostRead
	}

	get pulse(): Pulse {
		return this.#pulse
	}

	/** The mentions of the hours that the wall shows. */
	get filter(): MentionFilter {
		const { from, to } = this.#pulse
		return from === null || to === null ? {} : { from, to }
	}

	get isRead(): boolean {
		return this.#isRead
	}

	/** Why the last reading failed, or null; what was read before stays. */
	get failure(): unknown {
		return this.#failure
	}

	/** When the newest mention last moved while this was watching (milliseconds since 1970), or null. */
	get arrivedAt(): number | null {
		return this.#arrivedAt
	}

	/** Since when an answer is waited for, over readings that were given up for want of one, too; null: none is. */
	get asked(): number | null {
		return this.#asked
	}

	/** Reads again, soon: while a reading is under way, or has just been, only that it is wanted is remembered. */
	refresh(): void {
		this.#isWanted = true
		if (!this.#isReading && this.#timer === null) void this.#read()
	}

	close(): void {
		this.#isClosed = true
		if (this.#timer !== null) clearTimeout(this.#timer)
		for (const stop of this.#stops) stop()
	}

	async #read(): Promise<void> {
		if (this.#isClosed) return
		this.#isWanted = false
		const start = Date.now()
		this.#isReading = true
		this.#asked ??= start
		const rules = this.#rules()
		try {
			const pulse = await this.#store.pulse(this.#atlas, rules.hours === 0 ? null : rules.hours)
			const { from, to } = pulse
			const filter = from === null || to === null ? {} : { from, to }
			const counted = await this.#store.words(this.#atlas, filter, mostRead)
			const asked = asksForOrigins(rules) ? unblocked(counted, rules.blocked).slice(0, mostAsked) : []
			const origins =
				asked.length === 0
					? []
					: await this.#store.wordOrigins(
							this.#atlas,
							asked.map(({ word }) => word)
						)
			this.#asked = null
			if (!this.#isClosed) this.#take(pulse, counted, origins)
		} catch (error) {
			this.#failure = error
			// Who says that it failed is at work; who says nothing may never again.
			if (!(error instanceof StoreError && error.code === 'timeout')) this.#asked = null
		}
		this.#isReading = false
		this.#rest(Date.now() - start, rules.hold > 0)
	}

	#take(pulse: Pulse, counted: readonly WordCount[], origins: readonly WordOrigin[]): void {
		const isNews = pulse.newest !== this.#pulse.newest || pulse.total > this.#pulse.total
		if (this.#isRead && isNews && pulse.newest !== null) this.#arrivedAt = Date.now()
		this.#pulse = pulse
		this.#counted = counted
		this.#origins = origins
		this.#readAt = Date.now()
		this.#isRead = true
		this.#failure = null
	}

	/** Waits for as long as the reading took; then reads again where that is wanted meanwhile, or will be by itself. */
	#rest(took: number, isHolding: boolean): void {
		if (this.#isClosed) return
		const pause = this.#failure === null ? Math.min(mostPause, Math.max(leastPause, took)) : again
		this.#timer = setTimeout(() => {
			this.#timer = null
			if (this.#isWanted || this.#failure !== null) void this.#read()
			else if (isHolding) {
				this.#timer = setTimeout(() => {
					this.#timer = null
					void this.#read()
				}, holdTurn)
			}
		}, pause)
	}
}
