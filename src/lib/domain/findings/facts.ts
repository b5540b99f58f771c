import { byCodeUnit, linkTables, nodeTables, type Atlas } from '../model/atlas.ts'
import type { FindingReference } from '../model/decision.ts'
import { groundsOf, type Statement } from './grounds.ts'

/**
 * What of a row the analysis reads. Names, descriptions and evidence are words about a thing: who corrects them has not changed the thing.
 * Media, setting and the like decide nothing about who is served.
 */
export const readFields: Readonly<Record<Statement['table'], readonly string[]>> = {
	personas: ['share'],
	values: [],
	needs: ['kind', 'stage'],
	channels: ['roles', 'carries', 'effort'],
	products: ['kind'],
	holds: ['weight'],
	has: ['importance'],
	prefers: ['rank'],
	fulfils: [],
	delivers: ['status']
}

const tableNames: readonly Statement['table'][] = [...nodeTables, ...linkTables]

/** A statement with what the analysis reads of it, as one line: `has/P1:N2 [3]`. */
function factOf(atlas: Atlas, { table, key }: Statement): string {
	const row: object | undefined = atlas[table].get(key)
	const values = readFields[table].map((field): unknown => (row === undefined ? null : Reflect.get(row, field)))
	return values.length === 0 ? `${table}/${key}` : `${table}/${key} ${JSON.stringify(values)}`
}

/** Everything that a finding rests on, as lines in order: equal as long as nothing that matters to it has changed. */
export function factsOf(atlas: Atlas, finding: FindingReference): string[] {
	return groundsOf(atlas, finding)
		.map((statement) => factOf(atlas, statement))
		.sort(byCodeUnit)
}

/** Everything that the analysis reads of a map, as lines. */
export function mapFacts(atlas: Atlas): string[] {
	return tableNames.flatMap((table) => [...atlas[table].keys()].map((key) => factOf(atlas, { table, key })))
}

/** What has become of a statement. */
export type FactChange = Statement & Readonly<{ change: 'added' | 'removed' | 'changed' }>

function isStatementTable(name: string): name is Statement['table'] {
	return tableNames.some((table) => table === name)
}

/** The facts by the statement that they are of; lines that are none are left out (a file may hold anything). */
function byStatement(facts: readonly string[]): Map<string, { statement: Statement; fact: string }> {
	return new Map(
		facts.flatMap((fact) => {
			const [name = ''] = fact.split(' ', 1)
			const slash = name.indexOf('/')
			const table = name.slice(0, slash)
			if (!isStatementTable(table)) return []
			return [[name, { statement: { table, key: name.slice(slash + 1) }, fact }]]
		})
	)
}

/** What differs between two lists of facts, in the order of their names. */
export function factChanges(before: readonly string[], after: readonly string[]): FactChange[] {
	const earlier = byStatement(before)
	const later = byStatement(after)
	const names = [...new Set([...earlier.keys(), ...later.keys()])].sort(byCodeUnit)
	return names.flatMap((name): FactChange[] => {
		const was = earlier.get(name)
		const is = later.get(name)
		if (was === undefined) return is === undefined ? [] : [{ ...is.statement, change: 'added' }]
		if (is === undefined) return [{ ...was.statement, change: 'removed' }]
		return was.fact === is.fact ? [] : [{ ...is.statement, change: 'changed' }]
	})
}
