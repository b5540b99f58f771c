import type { Finding, FindingContext } from './finding.ts'

/** Nobody knows where the persona wants to be served for this need. */
export function findUnknownPreference({ coverage }: FindingContext): Finding[] {
	return coverage.pairs
		.filter(({ status }) => status === 'unknown')
		.map(({ persona, need, weight }) => ({ kind: 'unknown-preference', priority: weight, persona, need }))
}
