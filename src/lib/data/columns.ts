import { z } from 'zod'
import { linkEnds, linkTables, nodeTables, tableSchemas } from '#lib/domain/model/atlas.ts'
import type { EntityTable, LinkTable } from '#lib/domain/model/atlas.ts'
import { id } from '#lib/domain/model/fields.ts'
import { mention } from '#lib/domain/model/mention.ts'

/** The tables of an atlas as people see them, in the order of the list. */
export const gridTables = [...nodeTables, ...linkTables, 'decisions', 'sources', 'mentions'] as const
export type GridTable = (typeof gridTables)[number]

/** Whether a string names a table that can be shown. */
export function isGridTable(name: string): name is GridTable {
	return gridTables.some((table) => table === name)
}

/**
 * How a field is shown and edited. `line`: a short text; `text`: a long one; `texts`: a list of texts; `choice`: one of `options`;
 * `set`: some of them; `thing`: another row, by its id; `picture`: an emoji or a picture; `fixed`: shown as it is, not edited.
 */
export type ColumnKind =
	'line' | 'text' | 'texts' | 'choice' | 'set' | 'number' | 'yes-no' | 'colour' | 'date' | 'picture' | 'thing' | 'fixed'

/** A column of a table. `nullable`: empty means that nothing is said, and is kept as null. `things`: the tables that a `thing` may be in. */
export type Column = {
	readonly field: string
	readonly kind: ColumnKind
	readonly editable: boolean
	readonly nullable: boolean
	readonly options: readonly string[]
	readonly things: readonly EntityTable[]
}

type Shape = Readonly<Record<string, z.core.$ZodType>>
type Described = Pick<Column, 'kind' | 'nullable' | 'options'>

/** What the type of a field cannot tell: these hold a colour, a picture, a text of many lines. */
const kindByField: Readonly<Record<string, ColumnKind>> = { color: 'colour', avatar: 'picture', text: 'text' }

/** Where an id in a field of this name points to. */
const thingsByField: Readonly<Record<string, readonly EntityTable[]>> = {
	persona: ['personas'],
	value: ['values'],
	need: ['needs'],
	channel: ['channels'],
	product: ['products'],
	source: ['sources']
}

/** Fields that are shown and not edited here: what a row is, as opposed to what it says. */
const fixedFields: Readonly<Partial<Record<GridTable, readonly string[]>>> = {
	decisions: ['finding'],
	mentions: ['source', 'externalId', 'sentiment', 'corrected']
}

/** Fields that have a place of their own, where they can be edited with some sense. */
const elsewhere: Readonly<Partial<Record<GridTable, readonly string[]>>> = { sources: ['settings'] }

/**
 * The columns of a table, derived from the schema of its rows, so that a field added to the model shows up: what a row is called
 * or links first, then its fields in the order of the schema, its evidence, and its id last.
 */
export function columnsOf(table: GridTable): readonly Column[] {
	return columnsByTable.get(table) ?? derived(table)
}

/** Derived once: the schemas do not change. */
const columnsByTable: ReadonlyMap<GridTable, readonly Column[]> = new Map(
	gridTables.map((table) => [table, derived(table)])
)

function derived(table: GridTable): Column[] {
	const shape: Shape = table === 'mentions' ? mention.shape : tableSchemas[table].shape
	const link = linkTables.find((one) => one === table)
	const columns = Object.entries(shape)
		.filter(([field]) => elsewhere[table]?.includes(field) !== true)
		.map(([field, schema]) => column(table, link, field, schema))
	return columns.toSorted((left, right) => place(left.field) - place(right.field))
}

/** The text of a mention and what a thing is called come first, so that they can stay in view; the sort keeps the order of the others. */
function place(field: string): number {
	if (field === 'name' || field === 'text') return 0
	return field === 'id' ? 3 : field === 'evidence' ? 2 : 1
}

function column(table: GridTable, link: LinkTable | undefined, field: string, schema: z.core.$ZodType): Column {
	const { kind, nullable, options } = described(field, schema)
	const ends = link === undefined ? null : linkEnds[link]
	if (ends !== null && (field === ends.from || field === ends.to)) {
		const things = field === ends.from ? ends.fromTables : [ends.toTable]
		return { field, kind: 'thing', editable: false, nullable, options, things }
	}
	const things = kind === 'thing' ? (thingsByField[field] ?? []) : []
	// An id that points nowhere we know of is shown as it is.
	const shown = kind === 'thing' && things.length === 0 ? 'fixed' : kind
	const editable = shown !== 'fixed' && !fixedFields[table]?.includes(field)
	return { field, kind: shown, editable, nullable, options, things }
}

/** Looks through defaults, null and transforms at what a field holds. */
function described(field: string, schema: z.core.$ZodType): Described {
	if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
		return { ...described(field, schema.unwrap()), nullable: true }
	}
	if (schema instanceof z.ZodDefault) {
		const inner = described(field, schema.unwrap())
		// A text that may be empty is a long one in this model; names and the like may not.
		return inner.kind === 'line' && !inner.nullable ? { ...inner, kind: 'text' } : inner
	}
	if (schema === id) return plain('thing')
	if (schema instanceof z.ZodPipe) return described(field, schema.in)
	const known = kindByField[field]
	if (known !== undefined) return plain(known)
	if (schema instanceof z.ZodEnum) return plain('choice', schema.options.map(String))
	if (schema instanceof z.ZodBoolean) return plain('yes-no')
	if (schema instanceof z.ZodNumber) return plain('number')
	if (schema instanceof z.ZodArray) return listed(field, schema.element)
	if (schema instanceof z.ZodISODate) return plain('date')
	if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return plain('line')
	return plain('fixed')
}

function listed(field: string, element: z.core.$ZodType): Described {
	const inner = described(field, element)
	if (inner.kind === 'choice') return plain('set', inner.options)
	return plain(inner.kind === 'line' ? 'texts' : 'fixed')
}

function plain(kind: ColumnKind, options: readonly string[] = []): Described {
	return { kind, nullable: false, options }
}
