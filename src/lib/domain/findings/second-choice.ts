import { severity } from '../coverage/pair.ts'
import type { Finding, FindingContext } from './finding.ts'

/** The need is answered on a preferred channel that is not the first choice. */
export function findSecondChoice({ coverage }: FindingContext): Finding[] {
	return coverage.pairs
		.filter(({ status }) => status === 'second')
		.map(({ persona, need, weight }) => ({ kind: 'second-choice', priority: weight * severity.second, persona, need }))
}
