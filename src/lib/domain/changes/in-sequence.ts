import type { z } from 'zod'
import type { Atlas } from '../model/atlas.ts'
import type { RowChange } from '../model/row-change.ts'
import { applyRows } from './apply-rows.ts'
import type { Change, ChangeContext, Outcome, Refusal } from './change.ts'
import { runChange } from './run-change.ts'
import { subjectOf } from './subject.ts'

/** One step of a sequence: an atlas as the steps before left it in, what the step comes to out. */
export type SequenceStep = (atlas: Atlas, context: ChangeContext) => Outcome

/** A step that runs a change with an input that may follow from the steps before. */
export function stepOf<Schema extends z.ZodType>(
	change: Change<Schema>,
	input: z.input<Schema> | ((atlas: Atlas) => z.input<Schema>)
): SequenceStep {
	return (atlas, context) =>
		runChange(
			atlas,
			change,
			typeof input === 'function' ? (input as (atlas: Atlas) => z.input<Schema>)(atlas) : input,
			context
		)
}

/**
 * Several changes as one, each applied to what those before it left: for a change of its own, so that it is one step of undo.
 * The rows of all, the subjects together, the ids that were created in order. The first refusal is the refusal of all.
 */
export function inSequence(atlas: Atlas, steps: readonly SequenceStep[], context: ChangeContext): Outcome {
	let current = atlas
	const rows: RowChange[] = []
	const subjects: string[] = []
	const created: string[] = []
	for (const step of steps) {
		const outcome: Outcome | Refusal = step(current, context)
		if (!outcome.ok) return outcome
		current = applyRows(current, outcome.rows)
		rows.push(...outcome.rows)
		created.push(...(outcome.created ?? []))
		if (outcome.rows.length > 0) subjects.push(outcome.subject)
	}
	return { ok: true, rows, subject: subjectOf(subjects), created }
}
