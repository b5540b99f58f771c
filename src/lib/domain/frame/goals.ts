import type { Coverage } from '../coverage/coverage.ts'
import type { Indexes } from '../coverage/indexes.ts'
import { findingKey, type Finding } from '../findings/finding.ts'
import type { Atlas } from '../model/atlas.ts'
import { isGap } from '../model/finding-kind.ts'
import type { GoalDetail } from '../model/goal-detail.ts'
import type { Goal } from '../model/workspace.ts'

/** How a measured goal stands. unknown: there is nothing to measure yet; open: no target is set. */
export type GoalState = 'reached' | 'short' | 'open' | 'unknown'

/** The index that measures a goal, as it stands. `value` and `target` are shares from 0 to 1. */
export type GoalMeasure = Readonly<{ value: number | null; target: number | null; state: GoalState }>

/** A goal of the frame with what is tied to it. `at`: its place in the list, from 0. `closed`: tied findings that are there no more. */
export type GoalRow = Readonly<{
	at: number
	goal: Goal
	detail: GoalDetail | null
	measure: GoalMeasure | null
	findings: readonly Finding[]
	closed: readonly string[]
}>

/** The goals beside the findings. `withoutGoal`: gaps that no goal is to close, in the order of the findings. */
export type Goals = Readonly<{ rows: readonly GoalRow[]; withoutGoal: readonly Finding[] }>

/** The indexes that a goal is measured on; undefined where its persona is gone. */
function measuredOn(coverage: Coverage, { persona, stage }: GoalDetail): Indexes | undefined {
	if (persona !== null) return coverage.personas.get(persona)
	return stage === null ? coverage.overall : coverage.stages[stage]
}

function measureOf(coverage: Coverage, detail: GoalDetail | null): GoalMeasure | null {
	if (detail === null || detail.index === null) return null
	const value = measuredOn(coverage, detail)?.[detail.index] ?? null
	const { target } = detail
	if (value === null) return { value, target, state: 'unknown' }
	if (target === null) return { value, target, state: 'open' }
	// A share that was typed as 68 % is met by 0.6774 that is shown as 68 %: both are compared as people read them.
	return { value, target, state: Math.round(value * 100) >= Math.round(target * 100) ? 'reached' : 'short' }
}

/** What the frame's goals come to in the lens of `coverage`, of which `findings` are. */
export function goalsOf(atlas: Atlas, coverage: Coverage, findings: readonly Finding[]): Goals {
	const byText = new Map([...atlas.goalDetails.values()].map((detail) => [detail.goal, detail]))
	const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]))
	const tied = new Set<string>()
	const rows = atlas.frame.goals.map((goal, at): GoalRow => {
		const detail = byText.get(goal.text) ?? null
		const keys = detail?.findings ?? []
		for (const key of keys) tied.add(key)
		return {
			at,
			goal,
			detail,
			measure: measureOf(coverage, detail),
			findings: keys.flatMap((key) => byKey.get(key) ?? []),
			closed: keys.filter((key) => !byKey.has(key))
		}
	})
	return { rows, withoutGoal: findings.filter((one) => isGap(one.kind) && !tied.has(findingKey(one))) }
}

/** The goals that no finding is tied to, now or before. */
export function goalsWithoutFinding({ rows }: Goals): GoalRow[] {
	return rows.filter(({ findings, closed }) => findings.length + closed.length === 0)
}
