import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type { Column } from './columns.ts'
import { draftOf, isSameDraft, valueOf, type Draft } from './draft.ts'
import type { GridRow } from './rows.ts'

/** Whether a cell was written, or in the user's language why not. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly text: string }

/** The rows that a grid shows, in their order, and how a cell of them is written. */
export type GridRows = {
	readonly count: number
	/** The row at this place, from 0; null where it is not read yet. */
	rowAt(index: number): GridRow | null
	/** The place of a row, or −1. */
	indexOf(key: string): number
	write(row: GridRow, column: Column, value: unknown): Written | Promise<Written>
}

/** The cell in focus. `row` −1 is the heading; `column` 0 is the box that selects the row, 1 the first column. */
type Active = { readonly key: string | null; readonly row: number; readonly column: number }

/** The cell being edited. `typed`: the key that began it, for editors that choose by letters. */
export type Editing = {
	readonly row: GridRow
	readonly column: number
	readonly start: Draft
	readonly typed: string
}

/** What was typed and not taken, and why. */
export type Refused = { readonly draft: Draft; readonly text: string }

/** What the keys of selected rows are kept in. */
export type RowSelection = Iterable<string> & {
	readonly size: number
	has(key: string): boolean
	add(key: string): unknown
	delete(key: string): boolean
	clear(): void
}

/** Where the focus of a table is, what is selected, and what is being typed. */
export class Grid {
	readonly selected: RowSelection
	readonly #refused = new SvelteMap<string, Refused>()
	readonly #columns: () => readonly Column[]
	readonly #rows: () => GridRows
	#active = $state.raw<Active>({ key: null, row: 0, column: 1 })
	#editing = $state.raw<Editing | null>(null)
	#draft = $state.raw<Draft>('')
	#anchor = 0

	/** `selected`: where the selection is kept when it is not this table's alone. */
	constructor(
		columns: () => readonly Column[],
		rows: () => GridRows,
		selected: RowSelection = new SvelteSet<string>()
	) {
		this.selected = selected
		this.#columns = columns
		this.#rows = rows
	}

	get columns(): readonly Column[] {
		return this.#columns()
	}

	get rows(): GridRows {
		return this.#rows()
	}

	/** The row in focus. It follows its row when the order changes, and stays in place when the row goes away. */
	get activeRow(): number {
		const { key, row } = this.#active
		if (row < 0) return this.rows.count === 0 ? -1 : row
		const found = key === null ? -1 : this.rows.indexOf(key)
		return found >= 0 ? found : Math.min(row, this.rows.count - 1)
	}

	get activeColumn(): number {
		return Math.min(this.#active.column, this.columns.length)
	}

	get editing(): Editing | null {
		return this.#editing
	}

	get draft(): Draft {
		return this.#draft
	}

	type(draft: Draft): void {
		this.#draft = draft
	}

	/** Puts the focus on a cell, as near as there is one. */
	moveTo(row: number, column: number): void {
		const last = this.rows.count - 1
		const to = Math.max(-1, Math.min(row, last))
		this.#active = {
			key: to < 0 ? null : (this.rows.rowAt(to)?.key ?? null),
			row: to,
			column: Math.max(0, Math.min(column, this.columns.length))
		}
	}

	move(rows: number, columns: number): void {
		this.moveTo(this.activeRow + rows, this.activeColumn + columns)
	}

	/** Puts the focus on a column of the row with this key. */
	goTo(key: string, column: number): void {
		const row = this.rows.indexOf(key)
		if (row >= 0) this.moveTo(row, column)
	}

	columnAt(position: number): Column | null {
		return this.columns[position - 1] ?? null
	}

	/** Begins to edit the cell in focus: with what stands there, with what was refused before, or with `replacing` in its place. Returns whether it can be edited. */
	begin(replacing: { draft: Draft; typed: string } | null = null): boolean {
		const row = this.rows.rowAt(this.activeRow)
		const column = this.columnAt(this.activeColumn)
		if (row === null || column === null || !column.editable) return false
		const start = draftOf(column, row.fields[column.field])
		const refused = this.refusedAt(row.key, column)
		this.#draft = replacing?.draft ?? refused?.draft ?? start
		if (column.kind === 'set' && typeof this.#draft === 'string') this.#draft = start
		this.#editing = { row, column: this.activeColumn, start, typed: replacing?.typed ?? '' }
		return true
	}

	/** Stops editing; the cell stays as it was. */
	cancel(): void {
		const editing = this.#editing
		if (editing === null) return
		const column = this.columnAt(editing.column)
		if (column !== null) this.forget(editing.row.key, column)
		this.#editing = null
	}

	/**
	 * Writes what was typed. Refused: what was typed is kept with the reason; `stay` keeps the editor open then.
	 * Returns whether the editor was left.
	 */
	commit(stay: boolean): boolean {
		const editing = this.#editing
		const column = editing && this.columnAt(editing.column)
		if (!editing || !column) return true
		const draft = this.#draft
		if (isSameDraft(draft, editing.start)) this.forget(editing.row.key, column)
		else {
			const written = this.#write(editing.row, column, draft)
			if (stay && written !== null && !written.ok) return false
		}
		this.#editing = null
		return true
	}

	/** Writes a value into the cell in focus without an editor: a box that is ticked, a cell that is emptied, a text that is pasted. */
	put(draft: Draft): void {
		const row = this.rows.rowAt(this.activeRow)
		const column = this.columnAt(this.activeColumn)
		if (row === null || column === null || !column.editable) return
		if (isSameDraft(draft, draftOf(column, row.fields[column.field])) && column.kind !== 'picture') return
		this.#write(row, column, draft)
	}

	/** The result where it is known at once, else null. */
	#write(row: GridRow, column: Column, draft: Draft): Written | null {
		const settle = (written: Written) => {
			if (written.ok) this.forget(row.key, column)
			else this.#refused.set(cellKey(row.key, column), { draft, text: written.text })
			return written
		}
		const written = this.rows.write(row, column, valueOf(column, draft))
		if (!(written instanceof Promise)) return settle(written)
		void written.then(settle, (error: unknown) =>
			settle({ ok: false, text: error instanceof Error ? error.message : String(error) })
		)
		return null
	}

	/** What was typed into a cell and not taken, or null. */
	refusedAt(key: string, column: Column): Refused | null {
		return this.#refused.get(cellKey(key, column)) ?? null
	}

	forget(key: string, column: Column): void {
		this.#refused.delete(cellKey(key, column))
	}

	/** Selects or leaves out the row; with `range` all rows from the last one chosen to this one. */
	toggle(row: number, range = false): void {
		const key = this.rows.rowAt(row)?.key
		if (key === undefined) return
		if (range) {
			for (let index = Math.min(this.#anchor, row); index <= Math.max(this.#anchor, row); index += 1) {
				const between = this.rows.rowAt(index)?.key
				if (between !== undefined) this.selected.add(between)
			}
		} else if (!this.selected.delete(key)) this.selected.add(key)
		this.#anchor = row
	}

	/** Selects every row that is shown; where all of them are, none. */
	toggleAll(): void {
		const all = this.isAllSelected
		for (let index = 0; index < this.rows.count; index += 1) {
			const key = this.rows.rowAt(index)?.key
			if (key === undefined) continue
			if (all) this.selected.delete(key)
			else this.selected.add(key)
		}
	}

	get isAllSelected(): boolean {
		if (this.rows.count === 0 || this.selected.size < this.rows.count) return false
		for (let index = 0; index < this.rows.count; index += 1) {
			const key = this.rows.rowAt(index)?.key
			if (key !== undefined && !this.selected.has(key)) return false
		}
		return true
	}
}

function cellKey(key: string, column: Column): string {
	return `${key}\n${column.field}`
}
