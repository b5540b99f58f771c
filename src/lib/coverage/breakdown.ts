import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Indexes } from '#lib/domain/coverage/indexes.ts'
import { byCodeUnit, type Atlas } from '#lib/domain/model/atlas.ts'
import { kinds, stages, type Kind, type Stage } from '#lib/domain/model/fields.ts'

/** The indexes of a part of the map: of a persona, a stage or a need kind. */
export type Part = Readonly<
	{ indexes: Indexes } & ({ of: 'persona'; key: string } | { of: 'stage'; key: Stage } | { of: 'kind'; key: Kind })
>

/** The parts of the map under the three headings, every persona, stage and kind in its place, also those without pairs. */
export function partsOf(atlas: Atlas, coverage: Coverage): Readonly<Record<Part['of'], readonly Part[]>> {
	return {
		persona: [...atlas.personas.keys()].sort(byCodeUnit).flatMap((key): Part[] => {
			const indexes = coverage.personas.get(key)
			return indexes === undefined ? [] : [{ of: 'persona', key, indexes }]
		}),
		stage: stages.map((key) => ({ of: 'stage', key, indexes: coverage.stages[key] })),
		kind: kinds.map((key) => ({ of: 'kind', key, indexes: coverage.kinds[key] }))
	}
}

/** Why an index is null: there is nothing to serve, or nobody knows where; null where it is not. */
export function whyNone({ served, pairs }: Indexes): 'no-pairs' | 'all-unknown' | null {
	if (served !== null) return null
	return pairs === 0 ? 'no-pairs' : 'all-unknown'
}

/** How far one share lies above another, in whole percentage points of the rounded percentages that people see; null where either is none. */
export function pointsBetween(from: number | null, to: number | null): number | null {
	return from === null || to === null ? null : Math.round(to * 100) - Math.round(from * 100)
}
