import { compare } from '#lib/domain/interchange/compare/compare.ts'
import type { Difference } from '#lib/domain/interchange/compare/difference.ts'
import { baseState, stateTable } from '#lib/domain/interchange/export-state.ts'
import { commonPast, incomingOfAtlas, mergedTables } from '#lib/domain/interchange/incoming/from-atlas.ts'
import type { BaseState, Incoming } from '#lib/domain/interchange/incoming/incoming.ts'
import { incomingOfCanvas, readCanvas, type Canvas } from '#lib/domain/interchange/incoming/read-canvas.ts'
import { readTables } from '#lib/domain/interchange/incoming/read-tables.ts'
import { cellText } from '#lib/domain/interchange/incoming/cell-value.ts'
import {
	columnChoices,
	isOwnExtra,
	planAs,
	planSheet,
	type ImportWords,
	type Sheet,
	type SheetPlan
} from '#lib/domain/interchange/incoming/table-plan.ts'
import { readJson } from '#lib/domain/interchange/json-text.ts'
import { outTables } from '#lib/domain/interchange/table-cells.ts'
import { readWorkspaceFile } from '#lib/domain/interchange/workspace-file.ts'
import { nodeTables, singleTables, type Atlas, type NodeTable, type TableName } from '#lib/domain/model/atlas.ts'
import { isWorkbook } from '#lib/feeds/read-sheet.ts'
import { ArchiveRefused } from '#lib/feeds/unzipped.ts'
import { ImportRefused } from './import-refused.ts'
import type { Opened, Part, Reading, Refused } from './import-protocol.ts'
import { sheetOfText, sheetsOfWorkbook, sheetsOfZip } from './open-tables.ts'

/** A file that is larger is refused before it is read. */
export const mostBytes = 64 * 1024 * 1024

/** A file that was opened: what it holds, and what it says to an atlas. */
export interface OpenedFile {
	opened(): Opened
	/** How it is read unless a person says otherwise. */
	reading(): Reading
	compare(atlas: Atlas, reading: Reading, newId: () => string): Difference
	/** What it holds where it is read like that. */
	readAs(reading: Reading): Opened
}

/** Opens a file to be compared with an atlas, by what it holds rather than by its name. Throws `ImportRefused` and `FileRefused`. */
export async function openFile(file: File, atlas: Atlas, words: ImportWords): Promise<OpenedFile> {
	if (file.size === 0) throw new ImportRefused('file-empty')
	if (file.size > mostBytes) throw new ImportRefused('file-too-large', { most: String(mostBytes / 1024 / 1024) })
	const start = new Uint8Array(await file.slice(0, 4).arrayBuffer())
	if (isWorkbook(start)) {
		const isZip = /\.zip$/i.test(file.name)
		return new TablesFile(isZip ? await sheetsOfZip(file) : await sheetsOfWorkbook(file), atlas, words)
	}
	const bytes = new Uint8Array(await file.arrayBuffer())
	const isJson = /\.(?:json|canvas)$/i.test(file.name)
	if (!isJson) return new TablesFile([sheetOfText(file.name, bytes)], atlas, words)
	const json = readJson(bytes)
	if (!json.ok) throw new FileRefused([json.problem], 0)
	const canvas = readCanvas(json.value, words)
	if (canvas !== null) return new CanvasFile(canvas, words)
	if (/\.canvas$/i.test(file.name)) throw new ImportRefused('not-a-canvas')
	const read = readWorkspaceFile(bytes)
	if (!read.ok) throw new FileRefused(read.problems, read.more)
	return new SecondWorkspace(read.atlas, read.mentions.length, commonPast(atlas, read.atlas))
}

/** A workspace file with problems, which is refused whole. */
export class FileRefused extends Error {
	readonly problems: Refused['problems']
	readonly more: number

	constructor(problems: Refused['problems'], more: number) {
		super('The file is refused.')
		this.problems = problems
		this.more = more
	}
}

/** Why a file was refused, for a person; what was not expected is told by its own message. */
export function refusalOf(error: unknown): Refused {
	if (error instanceof FileRefused) {
		return { rule: 'not-readable', params: {}, problems: error.problems, more: error.more }
	}
	const isOurs = error instanceof ImportRefused || error instanceof ArchiveRefused
	if (isOurs) return { rule: error.rule, params: error.params, problems: [], more: 0 }
	return {
		rule: 'damaged',
		params: { reason: error instanceof Error ? error.message : String(error) },
		problems: [],
		more: 0
	}
}

class TablesFile implements OpenedFile {
	readonly #sheets: readonly Sheet[]
	readonly #words: ImportWords
	readonly #plans: readonly SheetPlan[]
	readonly #base: BaseState | null

	constructor(sheets: readonly Sheet[], atlas: Atlas, words: ImportWords) {
		const state = sheets.find(({ name }) => name === stateTable)
		this.#base = baseState(state?.rows.slice(1) ?? [], atlas.workspace.id)
		this.#sheets = sheets.filter(({ name, rows }) => rows.length > 0 && !isOwnExtra(name))
		if (this.#sheets.length === 0) throw new ImportRefused('file-empty')
		this.#words = words
		this.#plans = this.#sheets.map((sheet) => planSheet(sheet, words))
	}

	reading(): Reading {
		return {
			tables: this.#plans.map(({ table }) => table),
			columns: this.#plans.map(({ columns }) => columns),
			// A file that was exported here has every column, so an empty cell is one that was emptied.
			emptyCells: this.#base === null ? 'nothing' : 'empty',
			isComplete: false
		}
	}

	opened(): Opened {
		return this.readAs(this.reading())
	}

	readAs(reading: Reading): Opened {
		const plans = this.#plansOf(reading)
		const parts = this.#sheets.map((sheet, at): Part => {
			const { table, header, columns } = plans[at] ?? { table: null, header: 0, columns: [] }
			const heads = sheet.rows[header] ?? []
			return {
				name: sheet.name,
				rows: Math.max(0, sheet.rows.length - header - 1),
				table,
				tables: outTables,
				columns: heads.map((cell, to) => ({
					header: cellText(cell),
					example: cellText(sheet.rows[header + 1]?.[to]).slice(0, 80),
					field: columns[to] ?? null
				})),
				fields: table === null ? [] : columnChoices(table)
			}
		})
		return { kind: 'tables', parts, hasPast: this.#base !== null, mentions: 0 }
	}

	#plansOf({ tables, columns }: Reading): SheetPlan[] {
		return this.#sheets.map((sheet, at) => {
			const usual = this.#plans[at] ?? planSheet(sheet, this.#words)
			const table = outTables.find((one) => one === tables[at]) ?? null
			if (table !== usual.table && table !== null && (columns[at] ?? []).length === 0) {
				return planAs(sheet, usual.header, table, this.#words)
			}
			return { table, header: usual.header, columns: columns[at] ?? [] }
		})
	}

	compare(atlas: Atlas, reading: Reading, newId: () => string): Difference {
		const plans = this.#plansOf(reading)
		const incoming = readTables(this.#sheets, plans, { words: this.#words, emptyCells: reading.emptyCells })
		const read = plans.flatMap(({ table }) => (table === null ? [] : [table]))
		return compareWith(atlas, incoming, reading, newId, read, this.#base)
	}
}

class SecondWorkspace implements OpenedFile {
	readonly #second: Atlas
	readonly #mentions: number
	readonly #base: BaseState | null

	constructor(second: Atlas, mentions: number, base: BaseState | null) {
		this.#second = second
		this.#mentions = mentions
		this.#base = base
	}

	reading(): Reading {
		return { tables: [], columns: [], emptyCells: this.#base === null ? 'nothing' : 'empty', isComplete: false }
	}

	opened(): Opened {
		const parts = mergedTables.flatMap((table): Part[] => {
			const rows: unknown = this.#second[table]
			const count = rows instanceof Map ? rows.size : 1
			return count === 0 ? [] : [{ name: table, rows: count, table, tables: [], columns: [], fields: [] }]
		})
		return { kind: 'workspace', parts, hasPast: this.#base !== null, mentions: this.#mentions }
	}

	readAs(): Opened {
		return this.opened()
	}

	compare(atlas: Atlas, reading: Reading, newId: () => string): Difference {
		const incoming = incomingOfAtlas(this.#second, reading.emptyCells)
		const read = mergedTables.filter((table) => !singleTables.some((one) => one === table) && table !== 'snapshots')
		return compareWith(atlas, incoming, reading, newId, read, this.#base, this.#base === null)
	}
}

class CanvasFile implements OpenedFile {
	readonly #canvas: Canvas
	readonly #words: ImportWords

	constructor(canvas: Canvas, words: ImportWords) {
		this.#canvas = canvas
		this.#words = words
	}

	reading(): Reading {
		return {
			tables: this.#canvas.groups.map(({ table }) => table),
			columns: [],
			emptyCells: 'nothing',
			isComplete: false
		}
	}

	opened(): Opened {
		return this.readAs(this.reading())
	}

	readAs({ tables }: Reading): Opened {
		const parts = this.#canvas.groups.map(({ key, count, example }, at): Part => {
			const columns = [{ header: '', example, field: null }]
			return { name: key, rows: count, table: tables[at] ?? null, tables: nodeTables, columns, fields: [] }
		})
		return { kind: 'canvas', parts, hasPast: false, mentions: 0 }
	}

	compare(atlas: Atlas, reading: Reading, newId: () => string): Difference {
		const confirmed = new Map<string, NodeTable | null>(
			this.#canvas.groups.map(({ key }, at) => [key, nodeTables.find((one) => one === reading.tables[at]) ?? null])
		)
		const incoming = incomingOfCanvas(this.#canvas, confirmed, atlas, this.#words)
		const read = [...new Set(incoming.rows.map(({ table }) => table))]
		return compareWith(atlas, incoming, reading, newId, read, null)
	}
}

function compareWith(
	atlas: Atlas,
	incoming: Incoming,
	reading: Reading,
	newId: () => string,
	read: readonly TableName[],
	base: BaseState | null,
	unite = false
): Difference {
	// Where a thing stands is no row that could be missing.
	const complete = new Set<TableName>(reading.isComplete ? read.filter((table) => table !== 'positions') : [])
	return compare(atlas, incoming, { newId, complete, base, unite: unite && !reading.isComplete })
}
