import { z } from 'zod'
import { channel, type Channel } from './channel.ts'
import { decision, type Decision } from './decision.ts'
import { number } from './fields.ts'
import { delivers, fulfils, has, holds, prefers } from './links.ts'
import type { Delivers, Fulfils, Has, Holds, Prefers } from './links.ts'
import { need, type Need } from './need.ts'
import { emptyRecords, recordSchemas, type RecordRows } from './records.ts'
import { persona, type Persona } from './persona.ts'
import { product, type Product } from './product.ts'
import { source, type Source } from './source.ts'
import { value, type Value } from './value.ts'
import { frame, words, workspace } from './workspace.ts'
import type { Frame, Words, Workspace } from './workspace.ts'

/** A place on the canvas, in canvas units; x grows to the right, y downwards. */
export const position = z.strictObject({ x: number(), y: number() })
export type Position = z.output<typeof position>

/** The schema of one row, for every table of an atlas. The order is that of the workspace file. */
export const tableSchemas = {
	workspace,
	frame,
	personas: persona,
	values: value,
	needs: need,
	channels: channel,
	products: product,
	decisions: decision,
	holds,
	has,
	prefers,
	fulfils,
	delivers,
	positions: position,
	words,
	sources: source,
	...recordSchemas
} as const

/** The type of one row, for every table. */
export type Rows = {
	workspace: Workspace
	frame: Frame
	personas: Persona
	values: Value
	needs: Need
	channels: Channel
	products: Product
	decisions: Decision
	holds: Holds
	has: Has
	prefers: Prefers
	fulfils: Fulfils
	delivers: Delivers
	positions: Position
	words: Words
	sources: Source
} & RecordRows
export type TableName = keyof Rows

/** Tables with exactly one row, whose key is the table's own name. */
export const singleTables = ['workspace', 'frame', 'words'] as const
export type SingleTable = (typeof singleTables)[number]

/** Tables of things with an id of their own, the key of their rows. */
export const entityTables = ['personas', 'values', 'needs', 'channels', 'products', 'decisions', 'sources'] as const
export type EntityTable = (typeof entityTables)[number]

/** Entities that stand on the map as nodes. */
export const nodeTables = ['personas', 'values', 'needs', 'channels', 'products'] as const
export type NodeTable = (typeof nodeTables)[number]

/** Tables of links; the key of a row is `linkKey(from, to)`. */
export const linkTables = ['holds', 'has', 'prefers', 'fulfils', 'delivers'] as const
export type LinkTable = (typeof linkTables)[number]

export type Table<Row> = ReadonlyMap<string, Row>

/**
 * What an atlas is: a plain immutable value. Every table is a map by key; single tables are their row.
 * Invariants (kept by the document and by the file reader): no link, position or source points to something that is not there.
 */
export type Atlas = Readonly<{ [Name in SingleTable]: Rows[Name] }> &
	Readonly<{ [Name in Exclude<TableName, SingleTable>]: Table<Rows[Name]> }>

/** The fields of a link table that name its two ends, source first, and the tables these ends may be in. */
export const linkEnds = {
	holds: { from: 'persona', to: 'value', fromTables: ['personas'], toTable: 'values' },
	has: { from: 'persona', to: 'need', fromTables: ['personas'], toTable: 'needs' },
	prefers: { from: 'from', to: 'channel', fromTables: ['personas', 'needs'], toTable: 'channels' },
	fulfils: { from: 'product', to: 'need', fromTables: ['products'], toTable: 'needs' },
	delivers: { from: 'product', to: 'channel', fromTables: ['products'], toTable: 'channels' }
} as const

/** The key of the link between two ends: at most one of a kind, so two people who draw the same link draw one. */
export function linkKey(from: string, to: string): string {
	return `${from}:${to}`
}

/** The ids of a link's two ends, source first. */
export function endsOf(table: LinkTable, row: Rows[LinkTable]): [from: string, to: string] {
	const ends = linkEnds[table]
	const fields = row as Readonly<Record<string, unknown>>
	return [String(fields[ends.from]), String(fields[ends.to])]
}

/** Compares by UTF-16 code unit, the order of every list in reports and files: −1, 0 or 1. */
export function byCodeUnit(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0
}

/** An atlas with nothing in it but its name. */
export function emptyAtlas(workspace: Workspace): Atlas {
	return {
		...emptyRecords(),
		workspace,
		frame: frame.parse({}),
		personas: new Map(),
		values: new Map(),
		needs: new Map(),
		channels: new Map(),
		products: new Map(),
		decisions: new Map(),
		holds: new Map(),
		has: new Map(),
		prefers: new Map(),
		fulfils: new Map(),
		delivers: new Map(),
		positions: new Map(),
		words: words.parse({}),
		sources: new Map()
	}
}

/** The table that holds the entity with this id, or null where there is none. */
export function tableOf(atlas: Atlas, id: string): EntityTable | null {
	return entityTables.find((table) => atlas[table].has(id)) ?? null
}
