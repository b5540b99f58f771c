import type { Coverage } from '../coverage/coverage.ts'
import { closureOf, type Closure } from '../findings/closure.ts'
import type { Finding } from '../findings/finding.ts'
import { countWork, workOf, type WorkState } from '../findings/work.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Decision } from '../model/decision.ts'

/** Something that was decided and is not done yet. `isLate`: its day is past. */
export type Task = { readonly decision: Decision; readonly isLate: boolean }

/** Something that customers wanted and that was done about it. `closure`: why the finding is there no more; null where it was only said to be done. */
export type Deed = { readonly decision: Decision; readonly closure: Closure | null }

/** What a wall says of the work on an atlas. `counts`: findings by how far they are. */
export type WallWork = {
	readonly tasks: readonly Task[]
	readonly deeds: readonly Deed[]
	readonly counts: Readonly<Record<WorkState, number>>
}

/** What makes a finding go is a deed only if something was done; what was taken off the map, or is found as something else now, is none. */
const deedClosures: ReadonlySet<Closure['by']> = new Set(['served', 'stopped', 'needed'])

/**
 * The decisions of an atlas as tasks (those that are late first, then by their day, those without one last) and deeds (in the order of the findings, then of
 * the decisions' ids). `findings` and `coverage` must be of the same atlas and lens; `today` is an ISO date.
 */
export function wallWork(atlas: Atlas, coverage: Coverage, findings: readonly Finding[], today: string): WallWork {
	const work = workOf(atlas, findings)
	const tasks: Task[] = []
	const deeds: Deed[] = []
	for (const { decision, state } of work.entries) {
		if (decision === null) continue
		if (state === 'decided') tasks.push({ decision, isLate: decision.due !== null && decision.due < today })
		else if (state === 'done') deeds.push({ decision, closure: null })
	}
	for (const decision of work.closed) {
		if (decision.remedy === 'accept') continue
		const closure = closureOf(atlas, coverage, decision.finding)
		if (decision.done || deedClosures.has(closure.by)) {
			deeds.push({ decision, closure: deedClosures.has(closure.by) ? closure : null })
		}
	}
	const last = '9999-12-31'
	tasks.sort(
		({ decision: left }, { decision: right }) =>
			compare(left.due ?? last, right.due ?? last) || compare(left.id, right.id)
	)
	return { tasks, deeds, counts: countWork(work) }
}

function compare(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0
}
