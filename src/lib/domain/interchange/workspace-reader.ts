import type { z } from 'zod'
import { nextRank } from '../changes/link-kind.ts'
import { emptyAtlas, endsOf, entityTables, linkEnds, linkKey, tableSchemas } from '../model/atlas.ts'
import type { Atlas, EntityTable, LinkTable, Rows } from '../model/atlas.ts'
import { fieldProblems } from '../model/field-problem.ts'
import { id } from '../model/fields.ts'
import { mention, type Mention } from '../model/mention.ts'
import { recordSchemas, recordTables, type RecordTable } from '../model/records.ts'
import { jsonPath, Listing, type FileNote, type FileProblem, type ProblemRule } from './file-problem.ts'
import { isMembers, knownFields, member } from './known-fields.ts'
import { contentsOf, notInSnapshots } from './snapshot-contents.ts'
import { fileMembers, filePreference, formatProblem } from './workspace-format.ts'

/**
 * What a workspace file comes to. Good: the atlas, its mentions, and notes on fields that were left out (the first 100; `moreNotes` counts
 * the others). Bad: the first 100 problems and how many more there are; then nothing of the file is used.
 */
export type WorkspaceRead =
	| { ok: true; atlas: Atlas; mentions: Mention[]; notes: FileNote[]; moreNotes: number }
	| { ok: false; problems: FileProblem[]; more: number }

/** Where the first thing with an id is, and in which table: to report repeats and to follow ids. */
type Place = { path: string; table: EntityTable | 'mentions' }

/** Reads one file. It goes on after a problem, so that all of them are listed. */
export class WorkspaceReader {
	readonly #file: Record<string, unknown>
	readonly #root: string
	readonly #problems: Listing<FileProblem>
	readonly #notes: Listing<FileNote>
	/** Every id of the file, of rows with problems too: what points to these does not dangle. */
	readonly #places = new Map<string, Place>()

	/** `root`: the path to a file that stands in another one, which then collects the problems and notes of both. */
	constructor(
		file: Record<string, unknown>,
		root = '$',
		problems = new Listing<FileProblem>(),
		notes = new Listing<FileNote>()
	) {
		this.#file = file
		this.#root = root
		this.#problems = problems
		this.#notes = notes
	}

	read(): WorkspaceRead {
		const { atlas, mentions } = this.#read()
		if (!this.#problems.isEmpty) return { ok: false, problems: this.#problems.entries, more: this.#problems.more }
		return { ok: true, atlas, mentions, notes: this.#notes.entries, moreNotes: this.#notes.more }
	}

	/** Everything that could be read; of use only where there were no problems. */
	#read(): { atlas: Atlas; mentions: Mention[] } {
		for (const name of Object.keys(this.#file)) {
			if (!fileMembers.some((known) => known === name)) this.#noteUnknown(this.#root, [name])
		}
		for (const table of entityTables) this.#collectIds(table)
		this.#collectIds('mentions')
		const { workspace, frame, words } = tableSchemas
		const atlas: Atlas = {
			...emptyAtlas(this.#single('workspace', workspace) ?? { id: '', name: '', description: '' }),
			frame: this.#single('frame', frame) ?? frame.parse({}),
			personas: this.#entities('personas', tableSchemas.personas),
			values: this.#entities('values', tableSchemas.values),
			needs: this.#entities('needs', tableSchemas.needs),
			channels: this.#entities('channels', tableSchemas.channels),
			products: this.#entities('products', tableSchemas.products),
			decisions: this.#entities('decisions', tableSchemas.decisions),
			holds: this.#links('holds', tableSchemas.holds),
			has: this.#links('has', tableSchemas.has),
			prefers: this.#preferences(),
			fulfils: this.#links('fulfils', tableSchemas.fulfils),
			delivers: this.#links('delivers', tableSchemas.delivers),
			positions: this.#positions(),
			words: this.#single('words', words) ?? words.parse({}),
			sources: this.#sources(),
			...this.#records()
		}
		return { atlas, mentions: this.#mentions() }
	}

	#problem(path: string, rule: ProblemRule, message: string, params: Readonly<Record<string, string>> = {}): void {
		this.#problems.add({ path, rule, params, message })
	}

	#noteUnknown(base: string, steps: readonly PropertyKey[]): void {
		const path = jsonPath(base, steps)
		const field = path.slice(base.length)
		const message = `${field.replace(/^\./, '')} is not known here and is left out.`
		this.#notes.add({ path, rule: 'unknown-field', params: { field: field.replace(/^\./, '') }, message })
	}

	/** A row by its schema, without the fields that it does not know; null and problems where it does not fit. */
	#row<Row>(schema: z.ZodType<Row>, value: unknown, path: string): Row | null {
		const known = knownFields(schema, value, (steps) => this.#noteUnknown(path, steps))
		const parsed = schema.safeParse(known)
		if (parsed.success) return parsed.data
		for (const { path: steps, rule, message, params } of fieldProblems(parsed.error, known)) {
			this.#problem(jsonPath(path, steps), rule, message, params)
		}
		return null
	}

	#single<Row>(name: 'workspace' | 'frame' | 'words', schema: z.ZodType<Row>): Row | null {
		const value = member(this.#file, name)
		// Only the workspace must be there: it has the id and the name.
		if (value === undefined && name !== 'workspace') return null
		return this.#row(schema, value, `${this.#root}.${name}`)
	}

	#array(name: (typeof fileMembers)[number]): unknown[] {
		const value = member(this.#file, name)
		if (value === undefined) return []
		if (Array.isArray(value)) return value
		this.#problem(`${this.#root}.${name}`, 'wrong-type', 'Expected: array', { expected: 'array' })
		return []
	}

	#collectIds(table: Place['table']): void {
		const value = member(this.#file, table)
		if (!Array.isArray(value)) return
		value.forEach((row: unknown, index) => {
			const own = isMembers(row) ? member(row, 'id') : undefined
			if (typeof own !== 'string' || !id.safeParse(own).success) return
			const path = `${this.#root}.${table}[${index}].id`
			const first = this.#places.get(own)
			if (first === undefined) this.#places.set(own, { path, table })
			else
				this.#problem(path, 'duplicate-id', `The id ${own} is used at ${first.path} already.`, {
					id: own,
					first: first.path
				})
		})
	}

	/** The rows of a table of things by id; `each` sees every row before its schema does. */
	#entities<Row extends { id: string }>(
		table: EntityTable | 'mentions',
		schema: z.ZodType<Row>,
		each: (row: Record<string, unknown>, path: string) => void = () => {}
	): Map<string, Row> {
		const rows = new Map<string, Row>()
		this.#array(table).forEach((value, index) => {
			const path = `${this.#root}.${table}[${index}]`
			if (isMembers(value)) each(value, path)
			const row = this.#row(schema, value, path)
			if (row !== null) rows.set(row.id, row)
		})
		return rows
	}

	/** Reports an id that points to nothing, or to a thing of another kind. What is no id at all is for the row's schema to report. */
	#follow(row: Record<string, unknown>, name: string, tables: readonly string[], path: string): void {
		const to = member(row, name)
		if (typeof to !== 'string' || !id.safeParse(to).success) return
		this.#mustBeIn(to, tables, `${path}.${name}`)
	}

	#mustBeIn(to: string, tables: readonly string[], path: string): void {
		const place = this.#places.get(to)
		if (place !== undefined && tables.includes(place.table)) return
		const kinds = tables.join(', ')
		this.#problem(path, 'dangling', `${to} is not the id of anything in ${kinds}.`, { id: to, tables: kinds })
	}

	#links<Table extends Exclude<LinkTable, 'prefers'>>(table: Table, schema: z.ZodType<Rows[Table]>) {
		const links = new Map<string, Rows[Table]>()
		const firsts = new Map<string, string>()
		const { from, to, fromTables, toTable } = linkEnds[table]
		this.#array(table).forEach((value, index) => {
			const path = `${this.#root}.${table}[${index}]`
			if (isMembers(value)) {
				this.#follow(value, from, fromTables, path)
				this.#follow(value, to, [toTable], path)
			}
			const row = this.#row(schema, value, path)
			if (row === null) return
			const key = linkKey(...endsOf(table, row))
			this.#once(firsts, key, path)
			links.set(key, row)
		})
		return links
	}

	#once(firsts: Map<string, string>, key: string, path: string): void {
		const first = firsts.get(key)
		if (first === undefined) firsts.set(key, path)
		else this.#problem(path, 'duplicate-link', `The same link is at ${first} already.`, { first })
	}

	#preferences(): Map<string, Rows['prefers']> {
		const links = new Map<string, UnrankedPreference>()
		const largest = new Map<string, number>()
		const firsts = new Map<string, string>()
		this.#array('prefers').forEach((value, index) => {
			const path = `${this.#root}.prefers[${index}]`
			if (isMembers(value)) {
				this.#follow(value, 'persona', ['personas'], path)
				this.#follow(value, 'need', ['needs'], path)
				this.#follow(value, 'channel', ['channels'], path)
			}
			const row = this.#row(filePreference, value, path)
			if (row === null) return
			const from = row.persona ?? row.need
			if (from === undefined || (row.persona !== undefined && row.need !== undefined)) {
				this.#problem(path, 'one-source', 'A preference has a persona or a need, and not both.')
				return
			}
			const key = linkKey(from, row.channel)
			this.#once(firsts, key, path)
			links.set(key, { from, channel: row.channel, rank: row.rank, evidence: row.evidence })
			if (row.rank !== undefined) largest.set(from, Math.max(row.rank, largest.get(from) ?? 0))
		})
		return withDefaultRanks(links, largest)
	}

	#positions(): Map<string, Rows['positions']> {
		const places = new Map<string, Rows['positions']>()
		const value = member(this.#file, 'positions')
		if (value === undefined) return places
		if (!isMembers(value)) {
			this.#problem(`${this.#root}.positions`, 'wrong-type', 'Expected: object', { expected: 'object' })
			return places
		}
		for (const key of Object.keys(value)) {
			const path = jsonPath(`${this.#root}.positions`, [key])
			const row = this.#row(tableSchemas.positions, value[key], path)
			if (this.#row(id, key, path) === null) continue
			this.#mustBeIn(key, entityTables, path)
			if (row !== null) places.set(key, row)
		}
		return places
	}

	#sources(): Map<string, Rows['sources']> {
		return this.#entities('sources', tableSchemas.sources, (row, path) =>
			this.#follow(row, 'channel', ['channels'], path)
		)
	}

	/** Rows of records: an id is there once in its table, and may be used in another. */
	#records(): Partial<Atlas> {
		const read = (table: RecordTable) => {
			const firsts = new Map<string, string>()
			const rows = new Map<string, { id: string }>()
			this.#array(table).forEach((value, index) => {
				const path = `${this.#root}.${table}[${index}]`
				const spelled = table === 'snapshots' ? this.#snapshot(value, path) : value
				if (spelled === null) return
				const row = this.#row<{ id: string }>(recordSchemas[table], spelled, path)
				if (row === null) return
				const first = firsts.get(row.id)
				if (first !== undefined) {
					const params = { id: row.id, first }
					this.#problem(`${path}.id`, 'duplicate-id', `The id ${row.id} is used at ${first} already.`, params)
					return
				}
				firsts.set(row.id, `${path}.id`)
				rows.set(row.id, row)
			})
			return rows
		}
		return Object.fromEntries(recordTables.map((table) => [table, read(table)]))
	}

	/** A snapshot with its contents, a file in the file, as the text that the atlas keeps; null where they cannot be read. */
	#snapshot(value: unknown, path: string): unknown {
		if (!isMembers(value)) return value
		const contents = member(value, 'contents')
		const at = `${path}.contents`
		if (!isMembers(contents)) {
			if (contents === undefined) this.#problem(at, 'missing', 'This field is missing')
			else this.#problem(at, 'wrong-type', 'Expected: object', { expected: 'object' })
			return null
		}
		const wrong = formatProblem(contents, at)
		if (wrong !== null) {
			this.#problems.add(wrong)
			return null
		}
		const own = { ...contents }
		for (const name of notInSnapshots) {
			if (own[name] !== undefined) this.#noteUnknown(at, [name])
			delete own[name]
		}
		const inner = new WorkspaceReader(own, at, this.#problems, this.#notes)
		const { atlas } = inner.#read()
		return { ...value, contents: this.#problems.isEmpty ? contentsOf(atlas) : '{}' }
	}

	#mentions(): Mention[] {
		const firsts = new Map<string, string>()
		const mentions = this.#entities('mentions', mention, (row, path) => {
			this.#follow(row, 'source', ['sources'], path)
			this.#follow(row, 'channel', ['channels'], path)
			const externalId = member(row, 'externalId')
			if (typeof externalId !== 'string') return
			const key = JSON.stringify([member(row, 'source'), externalId])
			const first = firsts.get(key)
			if (first === undefined) firsts.set(key, path)
			else {
				const message = `The same source has a mention with this externalId at ${first} already.`
				this.#problem(`${path}.externalId`, 'duplicate-mention', message, { first })
			}
		})
		return [...mentions.values()]
	}
}

type UnrankedPreference = Omit<Rows['prefers'], 'rank'> & { rank: number | undefined }

/** Preferences without a rank come after those of the same source that have one, in the order of the file. */
function withDefaultRanks(
	links: ReadonlyMap<string, UnrankedPreference>,
	largest: Map<string, number>
): Map<string, Rows['prefers']> {
	const ranked = new Map<string, Rows['prefers']>()
	for (const [key, { from, channel, rank, evidence }] of links) {
		const own = rank ?? nextRank([largest.get(from) ?? 0])
		if (rank === undefined) largest.set(from, own)
		ranked.set(key, { from, channel, rank: own, evidence })
	}
	return ranked
}
