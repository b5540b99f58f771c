import type { z } from 'zod'
import { onward } from '../changes/chain.ts'
import { linkTableFor, nodeTableOf } from '../changes/link-kind.ts'
import type { pasteThings } from '../changes/paste-things.ts'
import { nodeTables, type Atlas, type LinkTable, type NodeTable } from '../model/atlas.ts'
import {
	columnsByPosition,
	entriesOf,
	fieldFor,
	fieldValue,
	headerOf,
	linkFieldNames,
	tableNamed,
	type PasteColumn,
	type PasteWords
} from './paste-columns.ts'
import type { PastedText } from './pasted-text.ts'

type PasteInput = z.input<typeof pasteThings.input>
export type PastedThing = NonNullable<PasteInput['things']>[number]
export type PastedLink = NonNullable<PasteInput['links']>[number]

/** A pasted text with what is known of its columns and types before anybody is asked. */
export type PasteSheet = Readonly<{
	text: PastedText
	/** The columns that a header names; null where there is none. */
	columns: readonly PasteColumn[] | null
	/** The rows, without the header. */
	lines: PastedText['lines']
	/** How many depths there are. */
	depths: number
	/** The type that the header names, or that every row names for itself. */
	table: NodeTable | 'by-row' | null
}>

/** What a paste comes to. */
export type PastePlan = Readonly<{
	things: readonly PastedThing[]
	links: readonly PastedLink[]
	/** For laying out: the new things in order, with their depth and what they hang on (a reference or an id). */
	tree: readonly Readonly<{ ref: string; table: NodeTable; depth: number; parent: string | null }>[]
	/** Ids of things that were there already under these names and are used. */
	found: readonly string[]
	/** How many lines cannot be linked with the line that they stand under. */
	unlinked: number
}>

export function sheetOf(text: PastedText, words: PasteWords): PasteSheet {
	const header = headerOf(text, words)
	const lines = header === null ? text.lines : text.lines.slice(1)
	const depths = lines.reduce((most, { depth }) => Math.max(most, depth + 1), 0)
	const byRow = header?.columns.some(({ kind }) => kind === 'type') === true
	return { text, columns: header?.columns ?? null, lines, depths, table: byRow ? 'by-row' : (header?.table ?? null) }
}

/** The usual types of the depths of an outline, from the type of its first. */
export function typesFrom(table: NodeTable, depths: number): NodeTable[] {
	const types = [table]
	while (types.length < depths) types.push(onward[types.at(-1) ?? table])
	return types.slice(0, Math.max(1, depths))
}

/**
 * The type of the first lines, where it can be told without asking: the header names it, all names are those of one type that are there
 * already, or what they will be linked with leaves one choice only.
 */
export function knownTable(sheet: PasteSheet, atlas: Atlas, linkWith: readonly string[]): NodeTable | null {
	if (sheet.table === 'by-row') return 'personas'
	if (sheet.table !== null) return sheet.table
	const names = sheet.lines.filter(({ depth }) => depth === 0).map(({ cells }) => normal(cells[0] ?? ''))
	const known = nodeTables.filter((table) => {
		const there = new Set([...atlas[table].values()].map(({ name }) => normal(name)))
		return names.every((name) => there.has(name))
	})
	if (known.length === 1) return known[0] ?? null
	if (linkWith.length === 0) return null
	const possible = linkableWith(atlas, linkWith)
	return possible.length === 1 ? (possible[0] ?? null) : null
}

/** The types that can be linked with all of these. */
export function linkableWith(atlas: Atlas, ids: readonly string[]): NodeTable[] {
	const tables = new Set(ids.map((id) => nodeTableOf(atlas, id)).filter((table) => table !== null))
	return nodeTables.filter((table) => [...tables].every((other) => canLink(table, other) !== null))
}

function canLink(one: NodeTable, other: NodeTable): LinkTable | null {
	return linkTableFor(one, other) ?? linkTableFor(other, one)
}

/** What a name is compared by. */
export function normal(name: string): string {
	return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

const nameLength = 200

/**
 * Turns a sheet into things and links. `types`: the type of each depth. A name that is there already (in the atlas or in the sheet) is that
 * thing, not a second one. Lines of the first depth are linked with `linkWith`, deeper ones with the line they stand under, columns
 * named after a type with the things they name.
 */
export function planPaste(
	atlas: Atlas,
	sheet: PasteSheet,
	types: readonly NodeTable[],
	linkWith: readonly string[],
	words: PasteWords
): PastePlan {
	const writer = new PlanWriter(atlas, words)
	const above: { end: string; table: NodeTable }[] = []
	for (const { depth, cells } of sheet.lines) {
		const typed = sheet.columns?.findIndex(({ kind }) => kind === 'type') ?? -1
		const table = tableNamed(cells[typed] ?? '', words) ?? types[depth] ?? types.at(-1) ?? 'needs'
		const columns = sheet.columns ?? columnsByPosition(table, cells.length)
		const row = new SheetRow(columns, cells, words)
		if (row.name === '') continue
		above.length = Math.min(above.length, depth)
		const parent = above.at(-1) ?? null
		const end = writer.thing(table, row.name, depth, parent?.end ?? linkWith[0] ?? null, row.fieldsFor(table))
		if (parent !== null) writer.link(end, table, parent.end, parent.table, row)
		else {
			for (const other of linkWith) {
				const otherTable = nodeTableOf(atlas, other)
				if (otherTable !== null) writer.link(end, table, other, otherTable, row)
			}
		}
		for (const { table: linked, names } of row.linked()) {
			names.forEach((name, at) => {
				writer.link(end, table, writer.thing(linked, name, depth + 1, end, {}), linked, row, at)
			})
		}
		above.push({ end, table })
	}
	return writer.plan()
}

/** One row, read by its columns. */
class SheetRow {
	readonly #columns: readonly PasteColumn[]
	readonly #cells: readonly string[]
	readonly #words: PasteWords

	constructor(columns: readonly PasteColumn[], cells: readonly string[], words: PasteWords) {
		this.#columns = columns
		this.#cells = cells
		this.#words = words
	}

	get name(): string {
		return this.#cells[this.#columns.findIndex(({ kind }) => kind === 'name')] ?? ''
	}

	fieldsFor(table: NodeTable): Record<string, unknown> {
		const fields: Record<string, unknown> = {}
		this.#columns.forEach((column, at) => {
			const cell = this.#cells[at] ?? ''
			if (column.kind !== 'field' || cell === '') return
			const field = fieldFor(table, column.field)
			const value = field === null ? undefined : fieldValue(field, cell, this.#words)
			if (field !== null && value !== undefined) fields[field] = value
		})
		return fields
	}

	/** What the row says of a link of this kind. */
	linkFields(kind: LinkTable, at: number): Record<string, unknown> {
		const own = { holds: 'weight', has: 'importance', prefers: 'rank', delivers: 'status', fulfils: '' }[kind]
		const column = this.#columns.findIndex(
			(column) => column.kind === 'field' && column.field === own && linkFieldNames.some((field) => field === own)
		)
		const value = fieldValue(own, this.#cells[column] ?? '', this.#words)
		if (column < 0 || value === undefined) return {}
		return { [own]: kind === 'prefers' && typeof value === 'number' ? Math.min(9, value + at) : value }
	}

	linked(): { table: NodeTable; names: string[] }[] {
		return this.#columns.flatMap((column, at) =>
			column.kind === 'link' ? [{ table: column.table, names: entriesOf(this.#cells[at] ?? '') }] : []
		)
	}
}

class PlanWriter {
	readonly #words: PasteWords
	readonly #ends = new Map<string, string>()
	readonly #things: PastedThing[] = []
	readonly #links: PastedLink[] = []
	readonly #tree: { ref: string; table: NodeTable; depth: number; parent: string | null }[] = []
	readonly #there: ReadonlySet<string>
	readonly #found = new Set<string>()
	#unlinked = 0

	constructor(atlas: Atlas, words: PasteWords) {
		this.#words = words
		const there = new Set<string>()
		for (const table of nodeTables) {
			for (const { id, name } of atlas[table].values()) {
				there.add(id)
				const key = `${table} ${normal(name)}`
				if (!this.#ends.has(key)) this.#ends.set(key, id)
			}
		}
		this.#there = there
	}

	/** The end of a link for a name: an id where it is there, else the reference of a new thing. */
	thing(table: NodeTable, name: string, depth: number, parent: string | null, fields: object): string {
		const key = `${table} ${normal(name)}`
		const known = this.#ends.get(key)
		if (known !== undefined) {
			if (this.#there.has(known)) this.#found.add(known)
			return known
		}
		const ref = `new:${this.#things.length}`
		this.#ends.set(key, ref)
		this.#things.push(newThing(ref, table, name, fields))
		this.#tree.push({ ref, table, depth, parent })
		return ref
	}

	link(one: string, oneTable: NodeTable, other: string, otherTable: NodeTable, row: SheetRow, at = 0): void {
		const kind = canLink(oneTable, otherTable)
		if (kind === null || one === other) {
			this.#unlinked += 1
			return
		}
		this.#links.push({ from: one, to: other, fields: row.linkFields(kind, at) })
	}

	plan(): PastePlan {
		return {
			things: this.#things,
			links: this.#links,
			tree: this.#tree,
			found: [...this.#found],
			unlinked: this.#unlinked
		}
	}
}

/** A name longer than names may be is cut, and kept whole where there is room for it. */
function newThing(ref: string, table: NodeTable, name: string, fields: object): PastedThing {
	const signs = [...name]
	const long = table === 'personas' ? 'story' : 'description'
	const cut = signs.length > nameLength
	const all = {
		...(cut ? { [long]: name.slice(0, 10_000) } : {}),
		...fields,
		name: cut ? `${signs.slice(0, nameLength - 1).join('')}…` : name
	}
	// Which fields fit the table was asked of its schema, which types cannot follow; the change checks them again.
	return { ref, table, fields: all } as PastedThing
}
