import type { z } from 'zod'
import { applyRows } from '#lib/domain/changes/apply-rows.ts'
import type { Change, Outcome } from '#lib/domain/changes/change.ts'
import { changes, type ChangeName } from '#lib/domain/changes/index.ts'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import type { Lens } from '#lib/domain/coverage/lens.ts'
import { findings } from '#lib/domain/findings/index.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { Selection } from '#lib/state/selection.svelte.ts'
import type { MapSession } from '#lib/canvas/map-session.ts'

/** An atlas that is open in memory only: no document, no store. */
export class MemorySession implements MapSession {
	readonly selection = new Selection()
	atlas = $state.raw<Atlas>() as Atlas
	lens = $state<Lens>('today')
	#made = 0

	constructor(atlas: Atlas) {
		this.atlas = atlas
	}

	readonly coverage = $derived.by(() => coverage(this.atlas, this.lens))
	readonly findings = $derived.by(() => findings(this.atlas, this.coverage))

	setLens(lens: Lens): void {
		this.lens = lens
	}

	run<Schema extends z.ZodType>(change: Change<Schema>, input: z.input<Schema>): Outcome {
		const outcome = change.apply(this.atlas, change.input.parse(input), { newId: () => `made${++this.#made}` })
		if (outcome.ok) this.atlas = applyRows(this.atlas, outcome.rows)
		return outcome
	}

	runNamed(name: ChangeName, input: unknown): Outcome {
		const change: Change<z.ZodType> = changes[name]
		return this.run(change, input)
	}
}
