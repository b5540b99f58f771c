import { z } from 'zod'
import { linkEnds, linkTables, singleTables, tableSchemas, type LinkTable } from '../../model/atlas.ts'
import { fieldProblems } from '../../model/field-problem.ts'
import { id as idSchema } from '../../model/fields.ts'
import { nameSuffix, type OutTable } from '../table-cells.ts'
import { cellText, findingOf, readCell, type SheetCell } from './cell-value.ts'
import type { Incoming, IncomingEnd, IncomingRow, Place, RowProblem } from './incoming.ts'
import { isOwnExtra, type ImportWords, type Sheet, type SheetPlan } from './table-plan.ts'

/** How cells are taken. `emptyCells`: whether an empty cell empties the field, or says nothing of it. */
export type ReadOptions = Readonly<{ words: ImportWords; emptyCells: 'empty' | 'nothing' }>

/** What sheets say, by their plans (in the same order). Rows without any text are passed over. */
export function readTables(sheets: readonly Sheet[], plans: readonly SheetPlan[], options: ReadOptions): Incoming {
	const rows: IncomingRow[] = []
	const problems: RowProblem[] = []
	sheets.forEach((sheet, at) => {
		const plan = plans[at]
		if (plan === undefined) return
		if (plan.table === null) {
			if (sheet.rows.length > 0 && !isOwnExtra(sheet.name)) {
				problems.push({
					place: { part: sheet.name, row: null },
					table: null,
					field: null,
					rule: 'part-not-read',
					params: {}
				})
			}
			return
		}
		const reader = new TableReader(sheet.name, plan, plan.table, options, problems)
		const single = singleTables.some((one) => one === plan.table)
		for (let number = plan.header + 1; number < sheet.rows.length; number += 1) {
			const cells = sheet.rows[number] ?? []
			if (!cells.some((cell) => cellText(cell).trim() !== '')) continue
			const row = reader.row(cells, number + 1)
			if (row !== null) rows.push(row)
			if (single) break
		}
	})
	return { rows, problems }
}

class TableReader {
	readonly #part: string
	readonly #table: OutTable
	readonly #columns: ReadonlyMap<string, number>
	readonly #options: ReadOptions
	readonly #problems: RowProblem[]

	constructor(part: string, plan: SheetPlan, table: OutTable, options: ReadOptions, problems: RowProblem[]) {
		this.#part = part
		this.#table = table
		this.#options = options
		this.#problems = problems
		this.#columns = new Map(plan.columns.flatMap((column, at) => (column === null ? [] : [[column, at] as const])))
	}

	row(cells: readonly SheetCell[], number: number): IncomingRow | null {
		const place: Place = { part: this.#part, row: number }
		const link = linkTables.find((one) => one === this.#table)
		const fields = this.#fields(cells, place)
		const table = this.#table
		if (link !== undefined) return { table, place, id: null, ends: this.#ends(cells, link), fields }
		const id = this.#id(cells, place)
		return id === undefined ? null : { table, place, id, fields }
	}

	#text(cells: readonly SheetCell[], column: string): string {
		const at = this.#columns.get(column)
		return at === undefined ? '' : cellText(cells[at])
	}

	#tell(place: Place, field: string | null, problem: Pick<RowProblem, 'rule' | 'params'>): void {
		this.#problems.push({ place, table: this.#table, field, ...problem })
	}

	/** The id of the row, null where it has none, undefined where it has one that is none: then the row is not used. */
	#id(cells: readonly SheetCell[], place: Place): string | null | undefined {
		const text = this.#text(cells, 'id').trim()
		if (text === '') return null
		const parsed = idSchema.safeParse(text)
		if (parsed.success) return parsed.data
		const [problem] = fieldProblems(parsed.error, text)
		this.#tell(place, null, { rule: problem?.rule ?? 'id-form', params: problem?.params ?? {} })
		return undefined
	}

	#fields(cells: readonly SheetCell[], place: Place): Record<string, unknown> {
		const ends: readonly string[] = linkTables.some((one) => one === this.#table) ? endFields(this.#table) : []
		const fields: [string, unknown][] = []
		for (const [field, schema] of Object.entries<unknown>(tableSchemas[this.#table].shape)) {
			if (field === 'id' || ends.includes(field) || !(schema instanceof z.ZodType)) continue
			if (field === 'finding') this.#finding(cells, place, schema, fields)
			const at = this.#columns.get(field)
			if (at === undefined) continue
			const cell = cells[at] ?? null
			if (cellText(cell) === '' && this.#options.emptyCells === 'nothing') continue
			const read = readCell(this.#table, field, cell, schema, this.#options.words)
			if (!read.ok) this.#tell(place, field, read.problem)
			else if ('value' in read) fields.push([field, read.value])
		}
		return Object.fromEntries(fields)
	}

	#finding(cells: readonly SheetCell[], place: Place, schema: z.ZodType, fields: [string, unknown][]): void {
		if (!this.#columns.has('finding_kind')) return
		const parsed = schema.safeParse(findingOf((part) => this.#text(cells, `finding_${part}`)))
		if (parsed.success) return void fields.push(['finding', parsed.data])
		const [problem] = fieldProblems(parsed.error, null)
		this.#tell(place, 'finding', { rule: problem?.rule ?? 'invalid', params: problem?.params ?? {} })
	}

	#ends(cells: readonly SheetCell[], table: LinkTable): { from: IncomingEnd; to: IncomingEnd } {
		const { from, to } = linkEnds[table]
		const end = (field: string): IncomingEnd => ({
			id: this.#text(cells, field).trim() || null,
			name: this.#text(cells, `${field}${nameSuffix}`) || null
		})
		const start = end(from)
		if (table !== 'prefers' || start.id !== null || start.name !== null) return { from: start, to: end(to) }
		const either = this.#text(cells, 'persona').trim() || this.#text(cells, 'need').trim()
		return { from: { id: either || null, name: null }, to: end(to) }
	}
}

function endFields(table: OutTable): string[] {
	const link = linkTables.find((one) => one === table)
	return link === undefined ? [] : [linkEnds[link].from, linkEnds[link].to]
}
