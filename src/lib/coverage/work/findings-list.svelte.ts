import { coverage, type Coverage } from '#lib/domain/coverage/coverage.ts'
import { evidencedAtlas } from '#lib/domain/coverage/evidenced.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { countWork, workOf, type WorkEntry, type WorkState } from '#lib/domain/findings/work.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import { findingText } from '#lib/wording/finding.ts'
import {
	filterFindings,
	firstOf,
	groupFindings,
	noFilter,
	sortFindings,
	type FindingFilter,
	type FindingOrder,
	type Grouping
} from '../finding-list.ts'
import { collator } from '../name-order.ts'

/** How many more rows are drawn when the end of what is drawn comes near. */
const step = 20

/** Which findings are shown and in what order, and how far the list is drawn. */
export class FindingsList {
	readonly #session: AtlasSession
	#state = $state<WorkState>('open')
	#filter = $state.raw(noFilter)
	#grouping = $state<Grouping>('none')
	#order = $state<FindingOrder>('importance')
	#onlyEvidenced = $state(false)
	#limit = $state(step)
	#active = $state(0)

	/** The atlas that is analysed: all of it, or what is evidenced. */
	readonly #atlas = $derived.by((): Atlas => {
		const { atlas } = this.#session
		return this.#onlyEvidenced ? evidencedAtlas(atlas) : atlas
	})
	readonly #coverage = $derived.by((): Coverage => {
		return this.#onlyEvidenced ? coverage(this.#atlas, this.#session.lens) : this.#session.coverage
	})
	readonly #findings = $derived.by(() =>
		this.#onlyEvidenced ? findings(this.#atlas, this.#coverage) : this.#session.findings
	)
	// Decisions and what they rested on are those of the whole map.
	readonly #work = $derived.by(() => workOf(this.#session.atlas, this.#findings))
	readonly #inState = $derived(this.#work.entries.filter(({ state }) => state === this.#state))
	readonly #found = $derived.by(() =>
		sortFindings(
			this.#session.atlas,
			filterFindings(this.#atlas, this.#coverage, this.#inState, this.#filter, (finding) =>
				findingText(this.#atlas, this.#coverage, finding)
			),
			this.#order,
			collator().compare
		)
	)
	readonly #groups = $derived(groupFindings(this.#atlas, this.#coverage, this.#found, this.#grouping))
	readonly #shown = $derived(firstOf(this.#groups, this.#limit))

	constructor(session: AtlasSession) {
		this.#session = session
	}

	get state() {
		return this.#state
	}
	get filter() {
		return this.#filter
	}
	get grouping() {
		return this.#grouping
	}
	get order() {
		return this.#order
	}
	get onlyEvidenced() {
		return this.#onlyEvidenced
	}
	get active() {
		return this.#active
	}
	get atlas() {
		return this.#atlas
	}
	get coverage() {
		return this.#coverage
	}
	get findings() {
		return this.#findings
	}
	get counts() {
		return countWork({ entries: this.#work.entries, closed: this.#onlyEvidenced ? [] : this.#work.closed })
	}
	/** Decisions about findings that are gone; none where the map is shown without its assumptions. */
	get closed() {
		return this.#state === 'done' && !this.#onlyEvidenced ? this.#work.closed : []
	}
	/** How many are in the chosen list before the filter. */
	get total() {
		return this.#inState.length
	}
	/** What passes the filter, in order of the list. */
	get found(): readonly WorkEntry[] {
		return this.#found
	}
	get groups() {
		return this.#groups
	}
	/** The groups as far as they are drawn. */
	get shown() {
		return this.#shown
	}
	get hasMore() {
		return this.#limit < this.#found.length
	}

	setState(state: WorkState): void {
		this.#state = state
		this.#fromTop()
	}
	setFilter(filter: FindingFilter): void {
		this.#filter = filter
		this.#fromTop()
	}
	setGrouping(grouping: Grouping): void {
		this.#grouping = grouping
		this.#fromTop()
	}
	setOrder(order: FindingOrder): void {
		this.#order = order
		this.#fromTop()
	}
	setOnlyEvidenced(only: boolean): void {
		this.#onlyEvidenced = only
		this.#fromTop()
	}
	activate(number: number): void {
		this.#active = Math.max(0, Math.min(number, this.#found.length - 1))
		this.#limit = Math.max(this.#limit, this.#active + step)
	}
	drawMore(): void {
		this.#limit += step
	}

	#fromTop(): void {
		this.#active = 0
		this.#limit = step
	}
}
