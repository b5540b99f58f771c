import { isServed } from '../coverage/pair.ts'
import type { Finding, FindingContext } from './finding.ts'
import { weightOf } from './role-demand.ts'

/** The persona finds us, and then can neither explore nor buy. */
export function findDeadEnd({ atlas, coverage }: FindingContext): Finding[] {
	return [...coverage.personas.keys()].flatMap((persona): Finding[] => {
		const pairs = coverage.pairsOfPersona(persona)
		const stageOf = (need: string) => atlas.needs.get(need)?.stage
		const isFound = pairs.some((pair) => isServed(pair) && stageOf(pair.need) === 'discover')
		if (!isFound) return []
		const next = pairs.filter(({ need }) => stageOf(need) === 'explore' || stageOf(need) === 'buy')
		if (next.length === 0 || next.some(isServed)) return []
		return [{ kind: 'dead-end', priority: weightOf(next), persona }]
	})
}
