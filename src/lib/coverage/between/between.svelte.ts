import { compareStates, type ComparedState } from '#lib/domain/coverage/comparison.ts'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { mapChanges } from '#lib/domain/findings/causes.ts'
import { changedDecisions } from '#lib/domain/findings/changed-decisions.ts'
import { changedPairs } from '#lib/domain/findings/changed-pairs.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { atlasOfSnapshot } from '#lib/domain/interchange/snapshot-atlas.ts'
import { byCodeUnit, emptyAtlas, type Atlas } from '#lib/domain/model/atlas.ts'
import type { Snapshot } from '#lib/domain/model/snapshot.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import { withGoneThings } from '#lib/wording/cause.ts'

/** The state of now among those that can be compared. No snapshot has this id: ids of things that the app makes are longer. */
export const now = 'now'

/** Which two states of the atlas are compared, and what differs between them, in the lens of the session. */
export class Between {
	readonly #session: AtlasSession
	#chosenBefore = $state<string | null>(null)
	#chosenAfter = $state(now)

	readonly #snapshots = $derived.by(() =>
		[...this.#session.atlas.snapshots.values()].sort((left, right) => byCodeUnit(right.at, left.at))
	)
	readonly #before = $derived.by(() => this.#stateOf(this.beforeId))
	readonly #after = $derived.by(() => this.#stateOf(this.afterId))
	readonly #comparison = $derived.by(() => compareStates(this.#before, this.#after))
	readonly #pairs = $derived.by(() => changedPairs(this.#before.coverage, this.#after.coverage))
	readonly #decisions = $derived.by(() => changedDecisions(this.#before, this.#after))
	readonly #changes = $derived.by(() => mapChanges(this.#before.atlas, this.#after.atlas))
	readonly #names = $derived.by(() => withGoneThings(this.#before.atlas, this.#after.atlas))

	/** `first`: the snapshot that is compared first, where there is one. */
	constructor(session: AtlasSession, first: string | null) {
		this.#session = session
		this.#chosenBefore = first
	}

	/** The newest first. */
	get snapshots(): readonly Snapshot[] {
		return this.#snapshots
	}

	/** The chosen snapshot as long as it is there, else the newest. */
	get beforeId(): string {
		const chosen = this.#chosenBefore
		if (chosen === now) return now
		return this.#snapshots.find(({ id }) => id === chosen)?.id ?? this.#snapshots[0]?.id ?? now
	}

	get afterId(): string {
		return this.#snapshots.find(({ id }) => id === this.#chosenAfter)?.id ?? now
	}

	chooseBefore(id: string): void {
		this.#chosenBefore = id
	}

	chooseAfter(id: string): void {
		this.#chosenAfter = id
	}

	swap(): void {
		const [before, after] = [this.beforeId, this.afterId]
		this.#chosenBefore = after
		this.#chosenAfter = before
	}

	get before(): ComparedState {
		return this.#before
	}

	get after(): ComparedState {
		return this.#after
	}

	get comparison() {
		return this.#comparison
	}

	get pairs() {
		return this.#pairs
	}

	get decisions() {
		return this.#decisions
	}

	/** Everything on the map that the analysis reads and that was changed. */
	get changes() {
		return this.#changes
	}

	/** An atlas that knows the names of the things of both states. */
	get names(): Atlas {
		return this.#names
	}

	#stateOf(id: string): ComparedState {
		const session = this.#session
		const snapshot = session.atlas.snapshots.get(id)
		if (snapshot === undefined) return { atlas: session.atlas, coverage: session.coverage, findings: session.findings }
		const atlas = atlasOfSnapshot(snapshot) ?? emptyAtlas(session.atlas.workspace)
		const covered = coverage(atlas, session.lens)
		return { atlas, coverage: covered, findings: findings(atlas, covered) }
	}
}
