import type { Atlas } from '../model/atlas.ts'
import type { Decision } from '../model/decision.ts'
import { factChanges, factsOf, type FactChange } from './facts.ts'
import { findingKey, type Finding } from './finding.ts'

/**
 * How far a finding is. open: nothing is decided, or what was accepted has changed since; decided: something is to be done;
 * accepted: it is left, with the reason; done: the decision is carried out, or the finding is there no more.
 */
export const workStates = ['open', 'decided', 'accepted', 'done'] as const
export type WorkState = (typeof workStates)[number]

/** A finding with what was decided about it. `returned`: what has changed since it was accepted, where that opened it again. */
export type WorkEntry = Readonly<{
	finding: Finding
	decision: Decision | null
	state: WorkState
	returned: readonly FactChange[]
}>

/** All findings as work. `closed`: decisions about findings that are there no more (in the lens), in the order of their ids. */
export type Work = Readonly<{ entries: readonly WorkEntry[]; closed: readonly Decision[] }>

/** The findings of an atlas with the decisions about them, in the order of the findings. */
export function workOf(atlas: Atlas, findings: readonly Finding[]): Work {
	const decisions = new Map<string, Decision>()
	for (const decision of atlas.decisions.values()) decisions.set(findingKey(decision.finding), decision)
	const entries = findings.map((finding): WorkEntry => {
		const key = findingKey(finding)
		const decision = decisions.get(key)
		if (decision === undefined) return { finding, decision: null, state: 'open', returned: none }
		decisions.delete(key)
		const returned = changesSinceAccepted(atlas, finding, decision)
		return { finding, decision, state: stateOf(decision, returned.length > 0), returned }
	})
	return { entries, closed: [...decisions.values()] }
}

const none: readonly never[] = []

/** What has changed since a finding was accepted; nothing where it was not, or where a file does not say what it rested on. */
function changesSinceAccepted(atlas: Atlas, finding: Finding, decision: Decision): readonly FactChange[] {
	if (decision.remedy !== 'accept') return none
	const acceptance = atlas.acceptances.get(decision.id)
	return acceptance === undefined ? none : factChanges(acceptance.facts, factsOf(atlas, finding))
}

function stateOf(decision: Decision, hasChanged: boolean): WorkState {
	if (decision.remedy === 'accept') return hasChanged ? 'open' : 'accepted'
	return decision.done ? 'done' : 'decided'
}

/** How many findings are in each state; `done` counts the decisions whose findings are gone, too. */
export function countWork({ entries, closed }: Work): Readonly<Record<WorkState, number>> {
	const counts = { open: 0, decided: 0, accepted: 0, done: closed.length }
	for (const { state } of entries) counts[state] += 1
	return counts
}
