import { severity } from '../coverage/pair.ts'
import type { Finding, FindingContext } from './finding.ts'

/** The need is answered, on channels that the persona does not prefer for it. */
export function findOffChannel({ coverage }: FindingContext): Finding[] {
	return coverage.pairs
		.filter(({ status }) => status === 'off')
		.map(({ persona, need, weight }) => ({ kind: 'off-channel', priority: weight * severity.off, persona, need }))
}
