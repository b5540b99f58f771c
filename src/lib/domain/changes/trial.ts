import { singleTables, tableSchemas, type Atlas, type SingleTable, type TableName } from '../model/atlas.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { applyRows } from './apply-rows.ts'
import { changedFields } from './patch.ts'
import { subjectOf } from './subject.ts'

/** The name of the step that keeping a trial makes. */
export const keepTrial = 'keepTrial'

/** A change that is only tried: its name and the rows that it came to. */
export type TrialStep = Readonly<{ change: string; subject: string; rows: readonly RowChange[] }>

/** Changes that are tried on top of an atlas without being done to it; `undone`: those that redo would try again, the next one last. */
export type Trial = Readonly<{ steps: readonly TrialStep[]; undone: readonly TrialStep[] }>

export const emptyTrial: Trial = { steps: [], undone: [] }

/** The trial with one more change; what was taken back before cannot be tried again. */
export function tried(trial: Trial, step: TrialStep): Trial {
	return { steps: [...trial.steps, step], undone: [] }
}

/** The trial without its newest change. */
export function triedBack(trial: Trial): Trial {
	const last = trial.steps.at(-1)
	return last === undefined ? trial : { steps: trial.steps.slice(0, -1), undone: [...trial.undone, last] }
}

/** The trial with the change again that was taken back last. */
export function triedAgain(trial: Trial): Trial {
	const last = trial.undone.at(-1)
	return last === undefined ? trial : { steps: [...trial.steps, last], undone: trial.undone.slice(0, -1) }
}

/** The trial without one of its changes; those after it stay, as far as they can without it. */
export function triedWithout(trial: Trial, at: number): Trial {
	return { steps: trial.steps.filter((_, place) => place !== at), undone: [] }
}

/**
 * The atlas as it would be. The rows are applied anew to whatever the atlas is now, so what others do meanwhile flows in; what a change of the trial is
 * about may be gone by then, and is left out.
 */
export function trialAtlas(atlas: Atlas, trial: Trial): Atlas {
	return trial.steps.reduce((now, { rows }) => applyRows(now, rows), atlas)
}

/** What keeping a trial writes: the difference between the atlas and what the trial makes of it, and what it is about. */
export function keptRows(atlas: Atlas, trial: Trial): { rows: RowChange[]; subject: string } {
	return {
		rows: rowsBetween(atlas, trialAtlas(atlas, trial)),
		subject: subjectOf(trial.steps.map(({ subject }) => subject))
	}
}

const tableNames = Object.keys(tableSchemas) as TableName[]

function isSingle(table: TableName): table is SingleTable {
	return singleTables.some((single) => single === table)
}

/** The rows that make one atlas of another, field by field. */
export function rowsBetween(before: Atlas, after: Atlas): RowChange[] {
	const rows: RowChange[] = []
	for (const table of tableNames) {
		if (before[table] === after[table]) continue
		if (isSingle(table)) {
			write(rows, table, table, before[table], after[table])
			continue
		}
		const [from, to]: ReadonlyMap<string, object>[] = [before[table], after[table]]
		if (from === undefined || to === undefined) continue
		for (const key of from.keys()) if (!to.has(key)) rows.push(remove(table, key))
		for (const [key, row] of to) {
			const known = from.get(key)
			if (known !== row) write(rows, table, key, known, row)
		}
	}
	return rows
}

function write(rows: RowChange[], table: TableName, key: string, before: object | undefined, after: object): void {
	const fields = before === undefined ? after : changedFields(before, after)
	if (Object.keys(fields).length > 0) rows.push(put(table, key, fields))
}
