import type { z } from 'zod'
import { singleTables, tableSchemas, type Atlas, type TableName } from '../model/atlas.ts'
import { fieldProblems } from '../model/field-problem.ts'
import type { RowChange } from '../model/row-change.ts'
import { refuse, type Change, type ChangeContext, type Outcome, type Refusal } from './change.ts'

/**
 * What a change comes to on this atlas. `rawInput` is whatever the caller has; input that the change cannot take is refused, not thrown,
 * and so is a result that would not be a valid row: the refusal's rule is then one of the field rules, and `params.path` the field.
 */
export function runChange<Schema extends z.ZodType>(
	atlas: Atlas,
	change: Change<Schema>,
	rawInput: unknown,
	context: ChangeContext
): Outcome {
	const input = change.input.safeParse(rawInput)
	if (!input.success) return invalid(input.error, rawInput)
	const outcome = change.apply(atlas, input.data, context)
	if (!outcome.ok) return outcome
	for (const row of outcome.rows) {
		const problem = rowProblem(atlas, row)
		if (problem !== null) return problem
	}
	return outcome
}

function rowProblem(atlas: Atlas, row: RowChange): Refusal | null {
	if ('gone' in row) return null
	const after = { ...rowAt(atlas, row.table, row.key), ...row.fields }
	const parsed = tableSchemas[row.table].safeParse(after)
	return parsed.success ? null : invalid(parsed.error, after)
}

function rowAt(atlas: Atlas, table: TableName, key: string): object | undefined {
	const single = singleTables.find((one) => one === table)
	if (single !== undefined) return atlas[single]
	const rows = atlas[table]
	return rows instanceof Map ? rows.get(key) : undefined
}

function invalid(error: z.ZodError, input: unknown): Refusal {
	const [problem] = fieldProblems(error, input)
	if (problem === undefined) return refuse('invalid', 'This input is not valid.')
	return refuse(problem.rule, problem.message, { ...problem.params, path: problem.path.join('.') })
}
