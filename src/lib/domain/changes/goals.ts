import { z } from 'zod'
import type { Atlas } from '../model/atlas.ts'
import { limited } from '../model/fields.ts'
import { goalDetail, type GoalDetail } from '../model/goal-detail.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { goal, type Goal } from '../model/workspace.ts'
import { defineChange, refuse, type ChangeContext, type Outcome } from './change.ts'
import { changedFields, patchOf } from './patch.ts'

/** Place of a goal in the frame's list, from 0. */
const place = z.number().int().nonnegative()

/** What is kept beside the goal of this text, if anything is. */
function detailOf(atlas: Atlas, text: string): GoalDetail | undefined {
	return [...atlas.goalDetails.values()].find((detail) => detail.goal === text)
}

/** The rows that write a goal's details anew; none where they say what they said. */
function detailRows(atlas: Atlas, text: string, fields: Partial<GoalDetail>, context: ChangeContext): RowChange[] {
	const earlier = detailOf(atlas, text)
	const before = earlier ?? goalDetail.parse({ id: context.newId(), goal: text })
	const changed = changedFields(before, fields)
	if (Object.keys(changed).length === 0) return []
	return [put('goalDetails', before.id, earlier === undefined ? { ...before, ...changed } : changed)]
}

function done(atlas: Atlas, goals: readonly Goal[], more: readonly RowChange[], subject: string): Outcome {
	const isSame = JSON.stringify(goals) === JSON.stringify(atlas.frame.goals)
	return { ok: true, rows: [...(isSame ? [] : [put('frame', 'frame', { goals: [...goals] })]), ...more], subject }
}

function gone(): Outcome {
	return refuse('not-there', 'This is not in the atlas any more: somebody has taken it away.')
}

/** Adds a goal at the end of the list. */
export const addGoal = defineChange({
	name: 'addGoal',
	input: goal.extend({ text: limited(10_000) }),
	apply: (atlas, input) => done(atlas, [...atlas.frame.goals, input], [], input.text)
})

/** Sets fields of a goal and of what is kept beside it; its details follow when its text changes. */
export const editGoal = defineChange({
	name: 'editGoal',
	input: z.strictObject({
		at: place,
		fields: patchOf(goal).optional(),
		detail: patchOf(goalDetail.omit({ id: true, goal: true })).optional()
	}),
	apply(atlas, { at, fields = {}, detail = {} }, context) {
		const before = atlas.frame.goals[at]
		if (before === undefined) return gone()
		const after = { ...before, ...fields }
		const goals = atlas.frame.goals.with(at, after)
		const isLastOfText = !goals.some((other) => other.text === before.text)
		const moved = after.text !== before.text && isLastOfText ? { goal: after.text } : {}
		const text = detailOf(atlas, before.text) === undefined ? after.text : before.text
		return done(atlas, goals, detailRows(atlas, text, { ...detail, ...moved }, context), after.text)
	}
})

/** Takes a goal out of the list, with what is kept beside it. */
export const removeGoal = defineChange({
	name: 'removeGoal',
	input: z.strictObject({ at: place }),
	apply(atlas, { at }) {
		const before = atlas.frame.goals[at]
		if (before === undefined) return gone()
		const goals = atlas.frame.goals.toSpliced(at, 1)
		const detail = goals.some(({ text }) => text === before.text) ? undefined : detailOf(atlas, before.text)
		return done(atlas, goals, detail === undefined ? [] : [remove('goalDetails', detail.id)], before.text)
	}
})

/** Moves a goal to another place of the list; a place beyond the end is the end. */
export const moveGoal = defineChange({
	name: 'moveGoal',
	input: z.strictObject({ at: place, to: place }),
	apply(atlas, { at, to }) {
		const moved = atlas.frame.goals[at]
		if (moved === undefined) return gone()
		return done(atlas, atlas.frame.goals.toSpliced(at, 1).toSpliced(to, 0, moved), [], moved.text)
	}
})

/** Says that a goal is to close a finding (by its key), or no longer is. */
export const tieGoal = defineChange({
	name: 'tieGoal',
	input: z.strictObject({ at: place, finding: limited(1000), tied: z.boolean() }),
	apply(atlas, { at, finding, tied }, context) {
		const before = atlas.frame.goals[at]
		if (before === undefined) return gone()
		const others = (detailOf(atlas, before.text)?.findings ?? []).filter((key) => key !== finding)
		const rows = detailRows(atlas, before.text, { findings: tied ? [...others, finding] : others }, context)
		return done(atlas, atlas.frame.goals, rows, before.text)
	}
})
