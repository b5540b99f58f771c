import {
	byCodeUnit,
	emptyAtlas,
	endsOf,
	entityTables,
	linkEnds,
	linkTables,
	tableSchemas
} from '#lib/domain/model/atlas.ts'
import type { Atlas, EntityTable, LinkTable, Rows, SingleTable, TableName } from '#lib/domain/model/atlas.ts'
import { rowOf, type Tables } from './edits.ts'
import { isSafeKey, isSingleTable, readRow } from './row-reader.ts'

type ManyTable = Exclude<TableName, SingleTable>
type RawTables = { [Name in ManyTable]: ReadonlyMap<string, Rows[Name]> }

const tableNames = Object.keys(tableSchemas) as TableName[]
const manyTables = tableNames.filter((table): table is ManyTable => !isSingleTable(table))

/**
 * The atlas value of a document, kept up to date from the keys that a transaction touched. Two stages: `raw` holds every row that parses,
 * dangling or not; `atlas` leaves out what points to something that is not there. Tables that nothing touched stay the same object.
 * Rows stand in order of their keys, so that two documents with the same content give the same atlas, order included.
 */
export class AtlasView {
	readonly #tables: Tables
	#raw: RawTables
	#atlas: Atlas

	constructor(id: string, tables: Tables) {
		this.#tables = tables
		this.#atlas = emptyAtlas({ id, name: id, description: '' })
		this.#raw = this.#atlas
	}

	get atlas(): Atlas {
		return this.#atlas
	}

	/** Reads every row anew. */
	readAll(): void {
		const touched = new Map<TableName, Set<string>>()
		for (const table of tableNames) touched.set(table, new Set(this.#tables(table).keys()))
		this.read(touched)
	}

	/** Reads these rows anew. */
	read(touched: ReadonlyMap<TableName, ReadonlySet<string>>): void {
		const next: Record<string, unknown> = {}
		const rawTouched = new Set<TableName>()
		let entitiesCameOrWent = false
		for (const [table, keys] of touched) {
			if (isSingleTable(table)) {
				this.#readSingle(table, next)
			} else {
				const change = this.#readRows(table, keys)
				if (change === null) continue
				rawTouched.add(table)
				if (change === 'keys' && entityTables.some((entity) => entity === table)) entitiesCameOrWent = true
			}
		}
		for (const table of manyTables) {
			if (!rawTouched.has(table) && !(entitiesCameOrWent && pointsToEntities(table))) continue
			const visible = this.#visible(table)
			if (visible !== this.#atlas[table]) next[table] = visible
		}
		if (Object.keys(next).length > 0) this.#atlas = { ...this.#atlas, ...next }
	}

	#readSingle(table: SingleTable, next: Record<string, unknown>): void {
		const fields = rowOf(this.#tables, table, table)
		const row = fields === undefined ? null : readRow(table, table, fields)
		if (row !== null) next[table] = row
	}

	/** Says whether rows changed (`rows`), or also which keys there are (`keys`); null where nothing did. */
	#readRows<Name extends ManyTable>(table: Name, keys: ReadonlySet<string>): 'rows' | 'keys' | null {
		const before: ReadonlyMap<string, Rows[Name]> = this.#raw[table]
		const written = new Map<string, Rows[Name]>()
		const fresh: string[] = []
		const removed = new Set<string>()
		for (const key of keys) {
			if (!isSafeKey(key)) continue
			const fields = rowOf(this.#tables, table, key)
			const row = fields === undefined ? null : readRow(table, key, fields)
			if (row !== null) {
				written.set(key, row)
				if (!before.has(key)) fresh.push(key)
			} else if (before.has(key)) removed.add(key)
		}
		if (written.size === 0 && removed.size === 0) return null
		this.#raw = { ...this.#raw, [table]: merged(before, written, fresh, removed) }
		return fresh.length > 0 || removed.size > 0 ? 'keys' : 'rows'
	}

	/** The rows of a table that do not dangle; the raw table itself where all are fine, the present one where it is equal. */
	#visible(table: ManyTable): ReadonlyMap<string, unknown> {
		const raw: ReadonlyMap<string, Rows[ManyTable]> = this.#raw[table]
		const kept = new Map<string, unknown>()
		let same = true
		for (const [key, row] of raw) {
			const shown = this.#shown(table, key, row)
			if (shown !== null) kept.set(key, shown)
			if (shown !== row) same = false
		}
		if (same) return raw
		const present: ReadonlyMap<string, unknown> = this.#atlas[table]
		if (present.size !== kept.size) return kept
		for (const [key, row] of kept) if (present.get(key) !== row) return kept
		return present
	}

	#shown(table: ManyTable, key: string, row: Rows[ManyTable]): unknown {
		if (table === 'positions') return entityTables.some((entity) => this.#raw[entity].has(key)) ? row : null
		if (table === 'sources' && 'channel' in row && 'kind' in row) {
			if (row.channel === null || this.#raw.channels.has(row.channel)) return row
			const present: Rows['sources'] | undefined = this.#atlas.sources.get(key)
			const shown = { ...row, channel: null }
			return present !== undefined && JSON.stringify(present) === JSON.stringify(shown) ? present : shown
		}
		const link = linkTables.find((one) => one === table)
		return link === undefined || this.#hasEnds(link, row as Rows[LinkTable]) ? row : null
	}

	#hasEnds(table: LinkTable, row: Rows[LinkTable]): boolean {
		const [from, to] = endsOf(table, row)
		const fromTables: readonly EntityTable[] = linkEnds[table].fromTables
		return this.#raw[linkEnds[table].toTable].has(to) && fromTables.some((source) => this.#raw[source].has(from))
	}
}

function pointsToEntities(table: TableName): boolean {
	return table === 'positions' || table === 'sources' || linkTables.some((link) => link === table)
}

/** The rows before with the written ones in place and the fresh ones at their place in the order of keys. */
function merged<Row>(
	before: ReadonlyMap<string, Row>,
	written: ReadonlyMap<string, Row>,
	fresh: string[],
	removed: ReadonlySet<string>
): Map<string, Row> {
	fresh.sort(byCodeUnit)
	const after = new Map<string, Row>()
	let next = 0
	const addFreshUpTo = (limit: string | null) => {
		for (; next < fresh.length; next += 1) {
			const key = fresh[next]
			if (key === undefined || (limit !== null && byCodeUnit(key, limit) > 0)) return
			const row = written.get(key)
			if (row !== undefined) after.set(key, row)
		}
	}
	for (const [key, row] of before) {
		addFreshUpTo(key)
		if (!removed.has(key)) after.set(key, written.get(key) ?? row)
	}
	addFreshUpTo(null)
	return after
}
