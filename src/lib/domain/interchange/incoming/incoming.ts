import type { TableName } from '../../model/atlas.ts'
import type { FieldRule } from '../../model/field-problem.ts'

/** Where something stands in a file: its part (a sheet, a table, a colour of cards), and the row there, counted from 1 with the header; null where there are none. */
export type Place = Readonly<{ part: string; row: number | null }>

/** One end of a link as a file names it: by id, by name, or both. */
export type IncomingEnd = Readonly<{ id: string | null; name: string | null }>

/** One row that a file says something of. Its fields are valid, each by itself; what the file does not say is not among them. */
export type IncomingRow = Readonly<{
	table: TableName
	place: Place
	/** The id that the file gives, or null. That of a place is the thing's; a single table has its own name. */
	id: string | null
	/** The ends of a link. */
	ends?: Readonly<{ from: IncomingEnd; to: IncomingEnd }>
	fields: Readonly<Record<string, unknown>>
}>

/** Every rule by which something in a file cannot be used, beside the rules of fields. */
export const rowRules = [
	/** A thing without a name. */
	'row-without-name',
	/** A link that lacks an end; `end` says which. */
	'row-without-end',
	/** An end of a link that is neither in the atlas nor in the file. */
	'end-unknown',
	/** An end of a link that is named as several things are. */
	'end-ambiguous',
	/** A place or a row that says nothing of which thing it is. */
	'row-without-id',
	/** An id that something of another kind has. */
	'id-of-another',
	/** Two rows that are not the same thing have one id. */
	'id-twice',
	/** A new thing that lacks what it needs; `field` says what. */
	'field-missing',
	/** A part of the file that is not read. */
	'part-not-read',
	/** Cards of a canvas that are no text. */
	'card-not-read'
] as const
export type RowRule = (typeof rowRules)[number]

/** What cannot be used, where it stands, and why. `field`: the cell that is left out while the rest of its row counts; null: the whole row. */
export type RowProblem = Readonly<{
	place: Place
	table: TableName | null
	field: string | null
	rule: RowRule | FieldRule
	params: Readonly<Record<string, string>>
}>

/** What a file says: rows in its order, and what of it cannot be used. */
export type Incoming = Readonly<{ rows: readonly IncomingRow[]; problems: readonly RowProblem[] }>

/** What was exported, as far as a file tells: to know what was changed since, here and in the file. */
export type BaseState = Readonly<{
	/** Whether this row was there. */
	has(table: TableName, key: string): boolean
	/** Whether a field of a row had this value. */
	held(table: TableName, key: string, field: string, value: unknown): boolean
}>
