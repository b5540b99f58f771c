import type { Difference } from '#lib/domain/interchange/compare/difference.ts'
import type { FileProblem } from '#lib/domain/interchange/file-problem.ts'
import type { ImportWords } from '#lib/domain/interchange/incoming/table-plan.ts'
import type { Atlas, TableName } from '#lib/domain/model/atlas.ts'
import type { ImportRule } from './import-refused.ts'

/** The kinds of file that can be compared with an atlas. */
export type FileKind = 'tables' | 'workspace' | 'canvas'

/**
 * A part of a file: a sheet, a table of a workspace file, or the cards of one sort on a canvas. `table`: what its rows are, null where nobody has said.
 * `columns`: of a sheet, what its header says and what each column is read as, an example beside it; empty where there are none to choose.
 */
export type Part = Readonly<{
	name: string
	rows: number
	table: TableName | null
	tables: readonly TableName[]
	columns: readonly Readonly<{ header: string; example: string; field: string | null }>[]
	/** What each column could be. */
	fields: readonly string[]
}>

/** What a file holds, before anything is compared. `hasPast`: whether it tells what atlas and file had in common; `mentions`: how many it has, which stay out. */
export type Opened = Readonly<{ kind: FileKind; parts: readonly Part[]; hasPast: boolean; mentions: number }>

/** What a person says of a file. */
export type Reading = Readonly<{
	/** By part, what its rows are. */
	tables: readonly (TableName | null)[]
	/** By part, what its columns are. */
	columns: readonly (readonly (string | null)[])[]
	emptyCells: 'empty' | 'nothing'
	isComplete: boolean
}>

export type ToImportWorker =
	| Readonly<{ kind: 'open'; file: File; atlas: Atlas; words: ImportWords }>
	| Readonly<{ kind: 'compare'; atlas: Atlas; reading: Reading | null }>

export type Refused = Readonly<{
	rule: ImportRule
	params: Readonly<Record<string, string>>
	problems: readonly FileProblem[]
	more: number
}>

export type FromImportWorker =
	| Readonly<{ kind: 'opened'; opened: Opened; reading: Reading }>
	| Readonly<{ kind: 'compared'; opened: Opened; difference: Difference }>
	| Readonly<{ kind: 'refused'; refused: Refused }>
