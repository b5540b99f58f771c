import type { Finding, FindingContext } from './finding.ts'

/** A channel that nobody wants and that carries nothing. */
export function findIdleChannel({ coverage }: FindingContext): Finding[] {
	return coverage.ledger
		.filter(({ verdict }) => verdict === 'idle')
		.map(({ channel }) => ({ kind: 'idle-channel', priority: 0, channel }))
}
