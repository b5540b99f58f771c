import type { TableName } from '../../model/atlas.ts'
import type { RowChange } from '../../model/row-change.ts'
import type { Place, RowProblem } from '../incoming/incoming.ts'

/** What a file would do to a thing, a link or another row: the groups of the difference screen, in their order. */
export const entryKinds = ['conflict', 'added', 'changed', 'removed'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Why an entry cannot be decided without a person. */
export type ConflictReason =
	/** Several rows of the file are the same thing, and say different things of it. */
	| 'same-thing'
	/** Several new rows have one name. */
	| 'same-name'
	/** Several things here have the name of the row. */
	| 'ambiguous'
	/** Another thing here has the new name already. */
	| 'name-taken'
	/** It was changed here too since the file was made. */
	| 'changed-here'
	/** It was removed here since the file was made, and changed in the file. */
	| 'removed-here'
	/** It is gone from the file, and was changed here since the file was made. */
	| 'removed-there'

/** A field as it is here and as it would be; `before` is undefined for what is new, `after` for what goes. */
export type FieldDifference = Readonly<{ field: string; before: unknown; after: unknown }>

/** One way to take an entry. */
export type Choice = Readonly<{
	/**
	 * `take`: what the file says; `row`: what this row of several says; `thing`: that the row is this thing (`id`); `apart`: that it is a thing of its
	 * own; `unnamed`: all but the name; `all`: each of the rows a thing of its own.
	 */
	kind: 'take' | 'row' | 'thing' | 'apart' | 'unnamed' | 'all'
	place: Place | null
	id: string | null
	fields: readonly FieldDifference[]
	changes: readonly RowChange[]
}>

/** One difference. It has one choice, or several where it is in conflict; taking none leaves everything as it is. */
export type Entry = Readonly<{
	/** Unique in the difference, and the same when the same file is compared again. */
	key: string
	kind: EntryKind
	table: TableName
	/** What it is called, as far as there is a name: of a link, those of its ends. */
	title: string
	place: Place | null
	reason: ConflictReason | null
	choices: readonly Choice[]
}>

/** What taking a file would do, and what of the file cannot be used. `same`: how many rows say nothing new. */
export type Difference = Readonly<{ entries: readonly Entry[]; problems: readonly RowProblem[]; same: number }>

/** Which choice of which entry is taken: the number of the choice by the key of the entry. */
export type Choices = ReadonlyMap<string, number>

/** What is taken unless somebody says otherwise: everything but conflicts. */
export function usualChoices({ entries }: Difference): Map<string, number> {
	return new Map(entries.filter(({ kind }) => kind !== 'conflict').map(({ key }) => [key, 0]))
}

/** The row changes of what is chosen: things first, so that links find them. */
export function chosenRows({ entries }: Difference, choices: Choices): RowChange[] {
	return entries.flatMap(({ key, choices: ways }) => ways[choices.get(key) ?? -1]?.changes ?? [])
}
