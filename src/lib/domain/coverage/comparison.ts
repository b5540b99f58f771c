import { findingKey, type Finding } from '../findings/finding.ts'
import type { Atlas } from '../model/atlas.ts'
import { roleOfStage, roles, stages, type Role, type Stage } from '../model/fields.ts'
import type { Coverage } from './coverage.ts'
import { indexesOf, type Indexes } from './indexes.ts'
import type { Pair } from './pair.ts'

/** One state of an atlas, in one lens. */
export type ComparedState = Readonly<{ atlas: Atlas; coverage: Coverage; findings: readonly Finding[] }>

/** Indexes before and after; null: there is no such part there. */
export type ComparedIndexes = Readonly<{ before: Indexes | null; after: Indexes | null }>

/** A finding that is in both states with another priority. */
export type ChangedFinding = Readonly<{ before: Finding; after: Finding }>

/** What differs between two states. */
export type Comparison = Readonly<{
	overall: ComparedIndexes
	/** By id, the personas of the first state, then new ones. */
	personas: ReadonlyMap<string, ComparedIndexes>
	stages: Readonly<Record<Stage, ComparedIndexes>>
	/** By the role that the stage of the need belongs to. */
	roles: Readonly<Record<Role, ComparedIndexes>>
	findings: Readonly<{
		/** In the first state only, and in the second only. */
		closed: readonly Finding[]
		opened: readonly Finding[]
		/** In both, with a lower or a higher priority. */
		better: readonly ChangedFinding[]
		worse: readonly ChangedFinding[]
	}>
}>

/** Compares two states of an atlas, which may be of one lens or of two. */
export function compareStates(before: ComparedState, after: ComparedState): Comparison {
	const [rolesBefore, rolesAfter] = [roleIndexes(before), roleIndexes(after)]
	const personas = new Set([...before.coverage.personas.keys(), ...after.coverage.personas.keys()])
	const known = new Map(before.findings.map((finding) => [findingKey(finding), finding]))
	const opened: Finding[] = []
	const both: ChangedFinding[] = []
	for (const finding of after.findings) {
		const key = findingKey(finding)
		const earlier = known.get(key)
		if (earlier === undefined) opened.push(finding)
		else both.push({ before: earlier, after: finding })
		known.delete(key)
	}
	return {
		overall: { before: before.coverage.overall, after: after.coverage.overall },
		personas: new Map(
			[...personas].map((persona) => [
				persona,
				{
					before: before.coverage.personas.get(persona) ?? null,
					after: after.coverage.personas.get(persona) ?? null
				}
			])
		),
		stages: recordOf(stages, (stage) => ({
			before: before.coverage.stages[stage],
			after: after.coverage.stages[stage]
		})),
		roles: recordOf(roles, (role) => ({ before: rolesBefore[role], after: rolesAfter[role] })),
		findings: {
			closed: [...known.values()],
			opened,
			better: both.filter((change) => change.after.priority < change.before.priority),
			worse: both.filter((change) => change.after.priority > change.before.priority)
		}
	}
}

/** The indexes of the pairs whose needs' stages belong to each role. */
export function roleIndexes({ atlas, coverage }: Pick<ComparedState, 'atlas' | 'coverage'>): Record<Role, Indexes> {
	const pairs: Record<Role, Pair[]> = { reach: [], depth: [], relationship: [] }
	for (const pair of coverage.pairs) {
		const stage = atlas.needs.get(pair.need)?.stage
		if (stage !== undefined) pairs[roleOfStage[stage]].push(pair)
	}
	return recordOf(roles, (role) => indexesOf(pairs[role]))
}

function recordOf<Key extends string, Value>(keys: readonly Key[], valueOf: (key: Key) => Value): Record<Key, Value> {
	return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>
}
