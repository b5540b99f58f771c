import { singleTables, tableSchemas, type Atlas, type SingleTable, type TableName } from '../model/atlas.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { applyRows } from './apply-rows.ts'
import { changedFields } from './patch.ts'
import { subjectOf } from './subject.ts'

/** The name of the step that keeping a trial makes. */
export const keepTrial = 'keepTrial'

/** A change that is only tried: its name and the rows that it came to. */
export type TrialStep = Readonly<{ change: string; subject: string; rows: readonly RowChange[] }>

/** How something was done during a trial: only tried, or for good because it stands beside the map. */
export type Done = 'tried' | 'beside'

/**
 * Changes that are tried on top of an atlas without being done to it; `undone`: those that redo would try again, the next one last. `done` and `redone`
 * say in which order undo and redo take what was tried and what was done for good meanwhile, the next one last.
 */
export type Trial = Readonly<{
	steps: readonly TrialStep[]
	undone: readonly TrialStep[]
	done: readonly Done[]
	redone: readonly Done[]
}>

export const emptyTrial: Trial = { steps: [], undone: [], done: [], redone: [] }

/**
 * What neither the map shows nor the analysis reads: how the atlas is looked at, told and handed on, who said what, how a workshop is run. Whoever tries
 * another plan does not try another logo, so it is done for good during a trial too.
 */
const besideTheMap: ReadonlySet<TableName> = new Set<TableName>([
	'workspace',
	'frame',
	'words',
	'sources',
	'views',
	'snapshots',
	'agenda',
	'workshop',
	'wordCards',
	'ballots',
	'houseStyles',
	'cardNotes',
	'cardChoices',
	'topicWords',
	'goalDetails',
	'storyChecks'
])

/** Whether all that a change writes stands beside the map. */
export function isBesideTheMap(rows: readonly RowChange[]): boolean {
	return rows.every(({ table }) => besideTheMap.has(table))
}

/** The trial with one more change; what was taken back before cannot be tried again. */
export function tried(trial: Trial, step: TrialStep): Trial {
	return { steps: [...trial.steps, step], undone: [], done: [...trial.done, 'tried'], redone: [] }
}

/** The trial after something was done for good beside it. */
export function doneBeside(trial: Trial): Trial {
	return { ...trial, undone: [], done: [...trial.done, 'beside'], redone: [] }
}

/** The trial without its newest change; or, where that was done for good, after that was taken back elsewhere. */
export function triedBack(trial: Trial): Trial {
	const how = trial.done.at(-1)
	if (how === undefined) return trial
	const order = { done: trial.done.slice(0, -1), redone: [...trial.redone, how] }
	const last = trial.steps.at(-1)
	if (how === 'beside' || last === undefined) return { ...trial, ...order }
	return { steps: trial.steps.slice(0, -1), undone: [...trial.undone, last], ...order }
}

/** The trial with the change again that was taken back last. */
export function triedAgain(trial: Trial): Trial {
	const how = trial.redone.at(-1)
	if (how === undefined) return trial
	const order = { done: [...trial.done, how], redone: trial.redone.slice(0, -1) }
	const last = trial.undone.at(-1)
	if (how === 'beside' || last === undefined) return { ...trial, ...order }
	return { steps: [...trial.steps, last], undone: trial.undone.slice(0, -1), ...order }
}

/** The trial without one of its changes; those after it stay, as far as they can without it. */
export function triedWithout(trial: Trial, at: number): Trial {
	let seen = -1
	return {
		steps: trial.steps.filter((_, place) => place !== at),
		undone: [],
		done: trial.done.filter((how) => how === 'beside' || (seen += 1) !== at),
		redone: []
	}
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
