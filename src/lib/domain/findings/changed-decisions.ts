import type { ComparedState } from '../coverage/comparison.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Decision } from '../model/decision.ts'
import { findingKey, type Finding } from './finding.ts'
import { workOf, type WorkState } from './work.ts'

/** What has become of what was decided about a finding, and of the finding itself, between two states. */
export type ChangedDecision = Readonly<{
	/** As it is now, or was where it is taken back. */
	decision: Decision
	/** How far it was and is; null: nothing was decided. A decision about a finding that is there no more is done. */
	before: WorkState | null
	after: WorkState | null
	/** The finding in both states; null: it is not among the findings. */
	found: Readonly<{ before: Finding | null; after: Finding | null }>
	/** gone: in neither state; same: in both and as heavy. */
	turn: 'closed' | 'opened' | 'better' | 'worse' | 'same' | 'gone'
}>

/** Every decision of either state, those of now in their order, then those that were taken back. */
export function changedDecisions(before: ComparedState, after: ComparedState): ChangedDecision[] {
	const [was, is] = [statesOf(before), statesOf(after)]
	const [foundBefore, foundAfter] = [byKey(before.findings), byKey(after.findings)]
	const all = new Map([...decisionsOf(after.atlas), ...[...decisionsOf(before.atlas)].filter(([key]) => !is.has(key))])
	return [...all].map(([key, decision]) => {
		const found = { before: foundBefore.get(key) ?? null, after: foundAfter.get(key) ?? null }
		return { decision, before: was.get(key) ?? null, after: is.get(key) ?? null, found, turn: turnOf(found) }
	})
}

function decisionsOf(atlas: Atlas): Map<string, Decision> {
	return new Map([...atlas.decisions.values()].map((decision) => [findingKey(decision.finding), decision]))
}

function byKey(findings: readonly Finding[]): Map<string, Finding> {
	return new Map(findings.map((finding) => [findingKey(finding), finding]))
}

function statesOf({ atlas, findings }: ComparedState): Map<string, WorkState> {
	const { entries, closed } = workOf(atlas, findings)
	const states = new Map<string, WorkState>()
	for (const { finding, decision, state } of entries) if (decision !== null) states.set(findingKey(finding), state)
	for (const { finding } of closed) states.set(findingKey(finding), 'done')
	return states
}

function turnOf({ before, after }: ChangedDecision['found']): ChangedDecision['turn'] {
	if (before === null) return after === null ? 'gone' : 'opened'
	if (after === null) return 'closed'
	if (before.priority === after.priority) return 'same'
	return after.priority < before.priority ? 'better' : 'worse'
}
