import type { z } from 'zod'
import type { Change, Outcome } from '#lib/domain/changes/change.ts'
import type { ChangeName } from '#lib/domain/changes/index.ts'
import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Lens } from '#lib/domain/coverage/lens.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'

/** What is chosen on the map: ids of nodes and keys of links. */
export type MapSelection = {
	readonly ids: ReadonlySet<string>
	select(ids: Iterable<string>): void
	toggle(id: string): void
	clear(): void
	has(id: string): boolean
}

/** What the map needs of an open atlas; small, so that a measurement or a test can bring its own. */
export type MapSession = {
	readonly atlas: Atlas
	readonly coverage: Coverage
	readonly findings: readonly Finding[]
	readonly selection: MapSelection
	readonly lens: Lens
	setLens(lens: Lens): void
	run<Schema extends z.ZodType>(change: Change<Schema>, input: z.input<Schema>): Outcome
	/** The same for a change by name, as the fixes of findings have it. */
	runNamed(name: ChangeName, input: unknown): Outcome
}
