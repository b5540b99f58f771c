import { severity } from '../coverage/pair.ts'
import type { Finding, FindingContext } from './finding.ts'

/** Products answer the need, and none of them is offered anywhere in the lens. */
export function findUndelivered({ coverage }: FindingContext): Finding[] {
	return coverage.pairs
		.filter(({ status }) => status === 'undelivered')
		.map(({ persona, need, weight }) => ({
			kind: 'undelivered',
			priority: weight * severity.undelivered,
			persona,
			need
		}))
}
