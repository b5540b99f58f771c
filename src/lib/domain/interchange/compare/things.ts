import { nodeTables, tableOf, type Atlas, type TableName } from '../../model/atlas.ts'
import type { BaseState, IncomingEnd, IncomingRow, RowProblem } from '../incoming/incoming.ts'
import { normal } from '../paste-plan.ts'

/** The tables whose rows are matched by id, then by name. */
export const namedTables = [...nodeTables, 'sources'] as const
export type NamedTable = (typeof namedTables)[number]

/** Which table of named things this is, or null. */
export function namedTable(table: TableName): NamedTable | null {
	return namedTables.find((one) => one === table) ?? null
}

/** What a row is: a thing that is here, a new one, one of several that are here, or one that was removed here since the file was made. */
export type Match =
	Readonly<{ kind: 'known' | 'new' | 'removed'; id: string }> | Readonly<{ kind: 'ambiguous'; ids: readonly string[] }>

export type Told = (
	row: IncomingRow,
	field: string | null,
	rule: RowProblem['rule'],
	params?: Record<string, string>
) => void

/** Finds for every row of a named thing what it is: by its id, then by its name, without regard to case and width. */
export class Things {
	readonly matches = new Map<IncomingRow, Match>()
	/** By id in the file, the id in the atlas. */
	readonly #ids = new Map<string, string>()
	/** By table and name, the ids of what is here and what is new. */
	readonly #named = new Map<string, string[]>()
	/** The name that the file gives to what is here. */
	readonly #renamed = new Map<string, string>()
	readonly #atlas: Atlas

	constructor(atlas: Atlas, rows: readonly IncomingRow[], base: BaseState | null, newId: () => string, tell: Told) {
		this.#atlas = atlas
		for (const table of namedTables) {
			for (const { id, name } of atlas[table].values()) this.#name(table, name, id)
		}
		const open = rows.filter((row) => !this.#matchById(row, base, tell))
		const fresh = new Map<string, string>()
		for (const row of open) this.#matchByName(row, fresh, newId, tell)
	}

	/** What an id of the file is in the atlas: another one where the thing was found by its name; null where there is no such thing. */
	idOf(fileId: string): string | null {
		return this.#ids.get(fileId) ?? (tableOf(this.#atlas, fileId) === null ? null : fileId)
	}

	/** What the file calls a thing that is here, in the form by which names are compared; null where it says nothing of it. */
	renamed(id: string): string | null {
		return this.#renamed.get(id) ?? null
	}

	/** The things of these tables that an end of a link may be. */
	ends({ id, name }: IncomingEnd, tables: readonly NamedTable[]): string[] {
		const isThere = (one: string | null): one is string =>
			one !== null && tables.some((table) => this.#atlas[table].has(one) || this.#fresh.has(`${table} ${one}`))
		const byId = id === null ? null : this.idOf(id)
		if (isThere(byId)) return [byId]
		// A column of ids may hold names, and the other way round.
		const names = [name, id].filter((text) => text !== null && text.trim() !== '')
		for (const text of names) {
			const found = tables.flatMap((table) => this.#named.get(`${table} ${normal(text ?? '')}`) ?? [])
			if (found.length > 0) return [...new Set(found)]
		}
		const named = name === null ? null : this.idOf(name)
		return isThere(named) ? [named] : []
	}

	readonly #fresh = new Set<string>()

	#name(table: NamedTable, name: string, id: string): void {
		const key = `${table} ${normal(name)}`
		const known = this.#named.get(key)
		if (known === undefined) this.#named.set(key, [id])
		else if (!known.includes(id)) known.push(id)
	}

	#found(row: IncomingRow, match: Match & { id: string }): void {
		this.matches.set(row, match)
		if (row.id !== null && !this.#ids.has(row.id)) this.#ids.set(row.id, match.id)
		if (match.kind === 'known' && typeof row.fields.name === 'string') {
			this.#renamed.set(match.id, normal(row.fields.name))
		}
	}

	/** Whether the row is settled: found by its id, or of no use. */
	#matchById(row: IncomingRow, base: BaseState | null, tell: Told): boolean {
		const table = namedTable(row.table)
		if (table === null || row.id === null) return table === null
		if (this.#atlas[table].has(row.id)) {
			this.#found(row, { kind: 'known', id: row.id })
			if (typeof row.fields.name === 'string') this.#name(table, row.fields.name, row.id)
			return true
		}
		const other = tableOf(this.#atlas, row.id)
		if (other !== null) {
			tell(row, null, 'id-of-another', { id: row.id, table: other })
			return true
		}
		if (base?.has(table, row.id) !== true) return false
		this.#found(row, { kind: 'removed', id: row.id })
		return true
	}

	#matchByName(row: IncomingRow, fresh: Map<string, string>, newId: () => string, tell: Told): void {
		const table = namedTable(row.table)
		const name = row.fields.name
		if (table === null) return
		if (typeof name !== 'string') return tell(row, null, 'row-without-name')
		const wanted = normal(name)
		const here = (this.#named.get(`${table} ${wanted}`) ?? []).filter(
			(id) => this.#atlas[table].has(id) && (this.#renamed.get(id) ?? wanted) === wanted
		)
		const [only, ...others] = here
		if (others.length > 0) {
			this.matches.set(row, { kind: 'ambiguous', ids: here })
			return
		}
		if (only !== undefined) return this.#found(row, { kind: 'known', id: only })
		const place = `${table} ${row.id ?? `"${wanted}`}`
		const taken = row.id === null ? undefined : this.#ids.get(row.id)
		if (taken !== undefined && !fresh.has(`${place} ${wanted}`))
			return tell(row, null, 'id-twice', { id: row.id ?? '' })
		const id = row.id ?? fresh.get(place) ?? newId()
		fresh.set(place, id)
		fresh.set(`${place} ${wanted}`, id)
		this.#fresh.add(`${table} ${id}`)
		this.#name(table, name, id)
		this.#found(row, { kind: 'new', id })
	}
}
