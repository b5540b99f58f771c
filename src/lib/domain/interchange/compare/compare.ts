import { nameOf, linkSubject } from '../../changes/subject.ts'
import { nextRank } from '../../changes/link-kind.ts'
import { endsOf, linkEnds, linkKey, singleTables, tableSchemas } from '../../model/atlas.ts'
import type { Atlas, LinkTable, TableName } from '../../model/atlas.ts'
import { put, remove } from '../../model/row-change.ts'
import type { Incoming, IncomingRow, RowProblem } from '../incoming/incoming.ts'
import { normal } from '../paste-plan.ts'
import type { CompareOptions } from './compare-options.ts'
import type { Choice, ConflictReason, Difference, Entry, EntryKind, FieldDifference } from './difference.ts'
import { linkEndsOf } from './link-ends.ts'
import { mappedIds } from './mapped-ids.ts'
import { isEmpty, isLink, putOf, rowsOf, united } from './row-access.ts'
import { sameValue, stableText } from './same-value.ts'
import { namedTable, Things } from './things.ts'

const usual: Readonly<Partial<Record<TableName, object>>> = {
	needs: { kind: 'information', stage: 'explore' },
	products: { kind: 'information' }
}

/**
 * What taking a file would do to an atlas; nothing is changed. Things are matched by id, then by name; links by their ends; decisions by id, then
 * by their finding; everything else by id. Where the file tells what was exported (`base`), what was changed here only is left alone, and what
 * was changed here and in the file is a conflict.
 */
export function compare(atlas: Atlas, incoming: Incoming, options: CompareOptions): Difference {
	return new Comparison(atlas, incoming, options).difference()
}

/** A row with what it is in the atlas. */
type Target = { row: IncomingRow; key: string; fields: Record<string, unknown>; isNew: boolean; wasRemoved: boolean }

class Comparison {
	readonly #atlas: Atlas
	readonly #options: CompareOptions
	readonly #rows: readonly IncomingRow[]
	readonly #things: Things
	readonly #entries: Entry[] = []
	readonly #problems: RowProblem[]
	readonly #seen = new Set<string>()
	#same = 0

	constructor(atlas: Atlas, { rows, problems }: Incoming, options: CompareOptions) {
		this.#atlas = atlas
		this.#options = options
		this.#rows = rows
		this.#problems = [...problems]
		this.#things = new Things(atlas, rows, options.base, options.newId, this.#tell)
	}

	readonly #tell = (row: IncomingRow, field: string | null, rule: RowProblem['rule'], params = {}): void => {
		this.#problems.push({ place: row.place, table: row.table, field, rule, params })
	}

	difference(): Difference {
		const targets = new Map<string, Target[]>()
		for (const row of this.#rows) {
			const target = this.#target(row)
			if (target === null) continue
			const name = `${row.table} ${target.key}`
			this.#seen.add(name)
			const known = targets.get(name)
			if (known === undefined) targets.set(name, [target])
			else known.push(target)
		}
		this.#rankNew(targets)
		for (const group of targets.values()) this.#compareGroup(group)
		for (const table of this.#options.complete) this.#compareMissing(table)
		return { entries: this.#entries, problems: this.#problems, same: this.#same }
	}

	/** What a row is in the atlas; null where it is of no use, or several things. */
	#target(row: IncomingRow): Target | null {
		const { table } = row
		if (isLink(table)) return this.#linkTarget(row, table)
		const fields = mappedIds(table, row.fields, (id) => this.#things.idOf(id))
		if (namedTable(table) !== null) {
			const match = this.#things.matches.get(row)
			if (match === undefined) {
				if (row.id !== null) this.#seen.add(`${table} ${row.id}`)
				return null
			}
			if (match.kind === 'ambiguous') {
				this.#ambiguous(row, match.ids, fields)
				return null
			}
			return { row, key: match.id, fields, isNew: match.kind !== 'known', wasRemoved: match.kind === 'removed' }
		}
		if (singleTables.some((one) => one === table)) return { row, key: table, fields, isNew: false, wasRemoved: false }
		const key = this.#keyOf(row, fields)
		if (key === null) return null
		const isNew = !rowsOf(this.#atlas, table).has(key)
		return { row, key, fields, isNew, wasRemoved: isNew && this.#options.base?.has(table, key) === true }
	}

	/** The key of a row that has no name of its own. */
	#keyOf(row: IncomingRow, fields: Record<string, unknown>): string | null {
		const { table, id } = row
		if (table === 'positions') {
			const place = id === null ? null : this.#things.idOf(id)
			if (place === null) this.#tell(row, null, 'row-without-id')
			return place
		}
		if (table === 'decisions' && (id === null || !this.#atlas.decisions.has(id))) {
			const wanted = stableText(fields.finding)
			for (const decision of this.#atlas.decisions.values()) {
				if (stableText(decision.finding) === wanted) return decision.id
			}
			return id ?? this.#options.newId()
		}
		if (id === null) this.#tell(row, null, 'row-without-id')
		// Rows that are kept for a thing have its id.
		return id === null ? null : (this.#things.idOf(id) ?? id)
	}

	#linkTarget(row: IncomingRow, table: LinkTable): Target | null {
		const { from, to } = linkEnds[table]
		const { base } = this.#options
		const given = row.ends
		if (given?.from.id && given.to.id && base?.has(table, linkKey(given.from.id, given.to.id))) {
			const key = linkKey(given.from.id, given.to.id)
			const isHere = this.#atlas[table].has(key)
			const isSame = Object.entries(row.fields).every(([field, value]) => base.held(table, key, field, value))
			// It was removed here since, with an end of it or without: it does not come back because an old file has it.
			if (!isHere && isSame) {
				this.#same += 1
				return null
			}
		}
		const ends = linkEndsOf(this.#things, row, table, this.#tell)
		if (ends === null) return null
		const [start, end] = ends
		const key = linkKey(start, end)
		const fields = { ...row.fields, [from]: start, [to]: end }
		return { row, key, fields, isNew: !this.#atlas[table].has(key), wasRemoved: false }
	}

	/** New preferences without a rank come after those of the same source, in the order of the file. */
	#rankNew(targets: ReadonlyMap<string, readonly Target[]>): void {
		const ranks = new Map<unknown, number[]>()
		const add = (from: unknown, rank: unknown) => {
			if (typeof rank === 'number') ranks.set(from, [...(ranks.get(from) ?? []), rank])
		}
		const news = [...targets.values()].flat().filter(({ row, isNew }) => row.table === 'prefers' && isNew)
		if (news.length === 0) return
		for (const { from, rank } of this.#atlas.prefers.values()) add(from, rank)
		for (const { fields } of news) add(fields.from, fields.rank)
		for (const { fields } of news) {
			if (fields.rank !== undefined) continue
			fields.rank = nextRank(ranks.get(fields.from) ?? [])
			add(fields.from, fields.rank)
		}
	}

	/** The rows that are one thing of the atlas: one entry, or a conflict where they do not say the same. */
	#compareGroup(group: readonly Target[]): void {
		const said = new Map<string, Target>()
		for (const target of group) {
			const text = stableText(target.fields)
			if (!said.has(text)) said.set(text, target)
		}
		const [first, ...others] = said.values()
		if (first === undefined) return
		this.#same += group.length - said.size
		if (others.length > 0) return this.#sameThing([first, ...others])
		if (first.isNew) this.#added(first)
		else this.#changed(first)
	}

	#sameThing(group: readonly Target[]): void {
		const [first] = group
		if (first === undefined) return
		const rows = group.map((target) => this.#choice('row', target, this.#fieldsOf(target)))
		const isNamed = first.isNew && first.row.id === null && namedTable(first.row.table) !== null
		const ways = rows.filter((way) => way !== null)
		const apart = isNamed
			? ways.flatMap(({ changes }, at) =>
					changes.map((change) => {
						const key = at === 0 ? change.key : this.#options.newId()
						return 'fields' in change ? put(first.row.table, key, { ...change.fields, id: key } as object) : change
					})
				)
			: []
		const all: Choice[] = apart.length > 1 ? [{ kind: 'all', place: null, id: null, fields: [], changes: apart }] : []
		this.#enter('conflict', first, isNamed ? 'same-name' : 'same-thing', [...ways, ...all])
	}

	#ambiguous(row: IncomingRow, ids: readonly string[], fields: Record<string, unknown>): void {
		for (const id of ids) this.#seen.add(`${row.table} ${id}`)
		const ways = ids.map((id): Choice => {
			const changed = this.#fieldsOf({ row, key: id, fields, isNew: false, wasRemoved: false })
			return { kind: 'thing', place: row.place, id, fields: changed, changes: putOf(row.table, id, changed) }
		})
		const apart = { row, key: row.id ?? this.#options.newId(), fields, isNew: true, wasRemoved: false }
		const own = this.#choice('apart', apart, this.#fieldsOf(apart))
		this.#enter('conflict', apart, 'ambiguous', own === null ? ways : [...ways, own])
	}

	#added(target: Target): void {
		const { row, key, fields, wasRemoved } = target
		const { base } = this.#options
		if (
			wasRemoved &&
			base !== null &&
			Object.entries(fields).every(([f, value]) => base.held(row.table, key, f, value))
		) {
			this.#same += 1
			return
		}
		const way = this.#choice('take', target, this.#fieldsOf(target))
		if (way === null) return
		if (wasRemoved) this.#enter('conflict', target, 'removed-here', [way])
		else this.#enter('added', target, null, [way])
	}

	#changed(target: Target): void {
		const { row, key } = target
		const { table } = row
		const { base } = this.#options
		const clean: FieldDifference[] = []
		const clashing: FieldDifference[] = []
		for (const change of this.#fieldsOf(target)) {
			const knew = base?.has(table, key) === true
			if (!knew || base.held(table, key, change.field, change.before)) clean.push(change)
			else if (!base.held(table, key, change.field, change.after)) clashing.push(change)
		}
		if (clean.length + clashing.length === 0) this.#same += 1
		const way = (fields: FieldDifference[], kind: Choice['kind'] = 'take'): Choice => ({
			kind,
			place: row.place,
			id: key,
			fields,
			changes: putOf(table, key, fields)
		})
		if (clean.length > 0) {
			if (this.#isTaken(target, clean)) {
				const unnamed = clean.filter(({ field }) => field !== 'name')
				const ways = unnamed.length === 0 ? [way(clean)] : [way(clean), way(unnamed, 'unnamed')]
				this.#enter('conflict', target, 'name-taken', ways)
			} else this.#enter('changed', target, null, [way(clean)])
		}
		if (clashing.length > 0) this.#enter('conflict', target, 'changed-here', [way(clashing)], '!')
	}

	/** Whether another thing here has the name that this one would get, and keeps it. */
	#isTaken({ row, key }: Target, changed: readonly FieldDifference[]): boolean {
		const table = namedTable(row.table)
		const name = changed.find(({ field }) => field === 'name')?.after
		if (table === null || typeof name !== 'string') return false
		const wanted = normal(name)
		return this.#things
			.ends({ id: null, name }, [table])
			.some((id) => id !== key && this.#atlas[table].has(id) && (this.#things.renamed(id) ?? wanted) === wanted)
	}

	#compareMissing(table: TableName): void {
		const { base } = this.#options
		if (singleTables.some((one) => one === table)) return
		for (const [key, row] of rowsOf(this.#atlas, table)) {
			if (this.#seen.has(`${table} ${key}`)) continue
			// What is new here since the file was made cannot be in it.
			if (base !== null && !base.has(table, key)) continue
			const wasChanged = base !== null && !Object.entries(row).every(([f, value]) => base.held(table, key, f, value))
			const place = { part: '', row: null }
			const choices: Choice[] = [{ kind: 'take', place: null, id: key, fields: [], changes: [remove(table, key)] }]
			this.#entries.push({
				key: `${table}-${key}`,
				kind: wasChanged ? 'conflict' : 'removed',
				table,
				title: this.#title(table, key, {}),
				place: wasChanged ? place : null,
				reason: wasChanged ? 'removed-there' : null,
				choices
			})
		}
	}

	/** The fields of a target that differ from what is here; of a new one, those that say something. */
	#fieldsOf({ row, key, fields, isNew }: Target): FieldDifference[] {
		const single = singleTables.find((one) => one === row.table)
		const here = single === undefined ? rowsOf(this.#atlas, row.table).get(key) : this.#atlas[single]
		return Object.entries(fields).flatMap(([field, there]) => {
			if (field === 'id') return []
			if (isNew) return isEmpty(there) ? [] : [{ field, before: undefined, after: there }]
			const before: unknown = Reflect.get(here ?? {}, field)
			const after = this.#options.unite === true ? united(row.table, field, before, there) : there
			return sameValue(before, after) ? [] : [{ field, before, after }]
		})
	}

	/** Taking a row; null where it is new and lacks something that it needs, which is told. */
	#choice(kind: Choice['kind'], target: Target, shown: readonly FieldDifference[]): Choice | null {
		const { row, key, fields, isNew } = target
		const { table } = row
		if (!isNew) return { kind, place: row.place, id: key, fields: shown, changes: putOf(table, key, shown) }
		const own = 'id' in tableSchemas[table].shape ? { id: key } : {}
		const parsed = tableSchemas[table].safeParse({ ...usual[table], ...fields, ...own })
		if (!parsed.success) {
			const field = String(parsed.error.issues[0]?.path[0] ?? '')
			this.#tell(row, null, 'field-missing', { field })
			return null
		}
		return { kind, place: row.place, id: key, fields: shown, changes: [put(table, key, parsed.data as object)] }
	}

	#enter(kind: EntryKind, target: Target, reason: ConflictReason | null, choices: readonly Choice[], mark = ''): void {
		if (choices.length === 0) return
		const { row, key, fields } = target
		const { part, row: number } = row.place
		const own = number === null ? key : `${part} ${number}`
		const title = this.#title(row.table, key, fields)
		this.#entries.push({
			key: `${row.table}:${own}${mark}`,
			kind,
			table: row.table,
			title,
			place: row.place,
			reason,
			choices
		})
	}

	#title(table: TableName, key: string, fields: Readonly<Record<string, unknown>>): string {
		if (isLink(table)) {
			const here = this.#atlas[table].get(key)
			if (here !== undefined) return linkSubject(this.#atlas, ...endsOf(table, here))
			const { from, to } = linkEnds[table]
			return `${this.#nameOf(fields[from])} → ${this.#nameOf(fields[to])}`
		}
		const name = Reflect.get(rowsOf(this.#atlas, table).get(key) ?? fields, 'name')
		if (typeof name === 'string' && name !== '') return name
		const called = this.#nameOf(key)
		return called === key ? '' : called
	}

	#names: Map<string, string> | null = null
	#nameOf(id: unknown): string {
		if (typeof id !== 'string') return ''
		if (this.#names === null) {
			this.#names = new Map()
			for (const [row, match] of this.#things.matches) {
				if ('id' in match && typeof row.fields.name === 'string') this.#names.set(match.id, row.fields.name)
			}
		}
		return nameOf(this.#atlas, id) || (this.#names.get(id) ?? id)
	}
}
