import { severity } from '../coverage/pair.ts'
import type { Finding, FindingContext } from './finding.ts'

/** A need that no product answers. */
export function findUnmet({ coverage }: FindingContext): Finding[] {
	return coverage.pairs
		.filter(({ status }) => status === 'unmet')
		.map(({ persona, need, weight }) => ({ kind: 'unmet', priority: weight * severity.unmet, persona, need }))
}
