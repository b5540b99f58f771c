import { expect, test } from 'vitest'
import { applyRows } from '../changes/apply-rows.ts'
import { checkStory } from '../changes/check-story.ts'
import type { Change } from '../changes/change.ts'
import { editFrame } from '../changes/edit-frame.ts'
import { addGoal, editGoal, moveGoal, removeGoal, tieGoal } from '../changes/goals.ts'
import { runChange } from '../changes/run-change.ts'
import { countingIds } from '../changes/small-atlas.ts'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { findingKey } from '../findings/finding.ts'
import { findings } from '../findings/index.ts'
import type { Atlas } from '../model/atlas.ts'
import { goalsOf, goalsWithoutFinding } from './goals.ts'
import { frameParts, missingParts } from './missing.ts'
import { storyOf } from './story.ts'

const context = countingIds()

/** The atlas after a change that must not be refused. */
function after<Input>(atlas: Atlas, change: Change, input: Input): Atlas {
	const outcome = runChange(atlas, change, input, context)
	if (!outcome.ok) throw new Error(outcome.message)
	return applyRows(atlas, outcome.rows)
}

function goalsIn(atlas: Atlas) {
	const today = coverage(atlas, 'today')
	return goalsOf(atlas, today, findings(atlas, today))
}

/** The worked case with these goals and no others. */
function withGoals(...texts: string[]): Atlas {
	const none = after(veldhaven(), editFrame, { goals: [] })
	return texts.reduce((atlas, text) => after(atlas, addGoal, { text }), none)
}

test('a goal is measured by an index of the map, of a persona or of a stage', () => {
	let atlas = after(withGoals('Serve people'), editGoal, { at: 0, detail: { index: 'served', target: 0.68 } })
	expect(goalsIn(atlas).rows[0]?.measure).toEqual({ value: 21 / 31, target: 0.68, state: 'reached' })
	atlas = after(atlas, editGoal, { at: 0, detail: { target: 0.8 } })
	expect(goalsIn(atlas).rows[0]?.measure?.state).toBe('short')
	atlas = after(atlas, editGoal, { at: 0, detail: { stage: 'share' } })
	expect(goalsIn(atlas).rows[0]?.measure).toEqual({ value: null, target: 0.8, state: 'unknown' })
	const [persona] = atlas.personas.keys()
	atlas = after(atlas, editGoal, { at: 0, detail: { stage: null, persona, target: null } })
	expect(goalsIn(atlas).rows[0]?.measure?.state).toBe('open')
})

test('details and findings follow a goal whose text changes, and go with it', () => {
	const [first] = goalsIn(veldhaven()).withoutGoal
	if (first === undefined) throw new Error('the worked case has gaps')
	const key = findingKey(first)
	let atlas = after(withGoals('One', 'Two'), tieGoal, { at: 1, finding: key, tied: true })
	expect(goalsIn(atlas).withoutGoal.map(findingKey)).not.toContain(key)
	atlas = after(atlas, editGoal, { at: 1, fields: { text: 'Second' } })
	expect(goalsIn(atlas).rows[1]?.findings.map(findingKey)).toEqual([key])
	expect(goalsWithoutFinding(goalsIn(atlas)).map(({ goal }) => goal.text)).toEqual(['One'])
	atlas = after(atlas, moveGoal, { at: 1, to: 0 })
	expect(goalsIn(atlas).rows.map(({ goal }) => goal.text)).toEqual(['Second', 'One'])
	expect(goalsIn(atlas).rows[0]?.findings).toHaveLength(1)
	atlas = after(atlas, removeGoal, { at: 0 })
	expect([atlas.frame.goals.length, atlas.goalDetails.size]).toEqual([1, 0])
	expect(goalsIn(atlas).withoutGoal.map(findingKey)).toContain(key)
})

test('a tied finding that is there no more counts as closed', () => {
	const atlas = after(withGoals('One'), tieGoal, { at: 0, finding: 'unmet:gone:gone', tied: true })
	expect(goalsIn(atlas).rows[0]).toMatchObject({ findings: [], closed: ['unmet:gone:gone'] })
	expect(goalsWithoutFinding(goalsIn(atlas))).toEqual([])
})

test('a goal that is not there cannot be changed', () => {
	for (const [change, input] of [
		[editGoal, { at: 9 }],
		[removeGoal, { at: 9 }],
		[moveGoal, { at: 9, to: 0 }],
		[tieGoal, { at: 9, finding: 'x', tied: true }]
	] as const) {
		expect(runChange(veldhaven(), change, input, context)).toMatchObject({ ok: false, rule: 'not-there' })
	}
})

test('a frame says which of its parts say nothing', () => {
	const empty = after(withGoals(), editFrame, Object.fromEntries(frameParts.map((part) => [part, undefined])))
	const said = after(empty, editFrame, { vision: ' ', mission: 'Insure people', coreValues: ['fair'] })
	expect(missingParts(said.frame)).toContain('vision')
	expect(missingParts(said.frame)).toContain('goals')
	expect(missingParts(said.frame)).not.toContain('mission')
	expect(missingParts(said.frame)).not.toContain('coreValues')
})

test('a channel is out of step where one of its four ticks says so', () => {
	const [channel = ''] = veldhaven().channels.keys()
	const rowOf = (atlas: Atlas) => storyOf(atlas).find((row) => row.channel.id === channel)
	let atlas = veldhaven()
	expect(rowOf(atlas)?.state).toBe('unchecked')
	atlas = after(atlas, checkStory, { channel, fields: { values: true } })
	expect(rowOf(atlas)?.state).toBe('partly')
	atlas = after(atlas, checkStory, { channel, fields: { slogan: true, look: true, offer: true } })
	expect(rowOf(atlas)?.state).toBe('inStep')
	atlas = after(atlas, checkStory, { channel, fields: { look: false } })
	expect(rowOf(atlas)).toMatchObject({ state: 'outOfStep', out: ['look'] })
	atlas = after(atlas, checkStory, { channel, fields: { values: null, slogan: null, look: null, offer: null } })
	expect(atlas.storyChecks.size).toBe(0)
	expect(runChange(atlas, checkStory, { channel: 'nobody', fields: {} }, context)).toMatchObject({ ok: false })
})
