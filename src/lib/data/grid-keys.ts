import type { Column } from './columns.ts'
import { draftOf } from './draft.ts'
import type { Grid } from './grid.svelte.ts'

/** What a key press on a cell asks of the table: `moved` (put the focus there), `edits` (an editor opened), `done`, or null where it is not for the table. */
export type KeyEffect = 'moved' | 'edits' | 'done' | null

/** Something like this page's rows are passed by PageUp and PageDown. */
export const pageRows = 15

/** Takes a key press on the cell in focus. `sort` is asked for on a heading. */
export function pressKey(grid: Grid, event: KeyboardEvent, sort: (column: Column) => void): KeyEffect {
	if (event.altKey) return null
	const mod = event.ctrlKey || event.metaKey
	const moved = moveBy(grid, event.key, mod)
	if (moved) return 'moved'
	if (mod) {
		if (event.key.toLowerCase() !== 'a') return null
		grid.toggleAll()
		return 'done'
	}
	if (grid.activeRow < 0) return pressOnHead(grid, event.key, sort)
	if (event.key === ' ' && (event.shiftKey || grid.activeColumn === 0)) {
		grid.toggle(grid.activeRow, event.shiftKey && grid.activeColumn === 0)
		return 'done'
	}
	return pressOnCell(grid, event)
}

function moveBy(grid: Grid, key: string, mod: boolean): boolean {
	const last = grid.rows.count - 1
	switch (key) {
		case 'ArrowUp':
			return moved(() => (mod ? grid.moveTo(Math.min(0, last), grid.activeColumn) : grid.move(-1, 0)))
		case 'ArrowDown':
			return moved(() => (mod ? grid.moveTo(last, grid.activeColumn) : grid.move(1, 0)))
		case 'ArrowLeft':
			return moved(() => grid.move(0, -1))
		case 'ArrowRight':
			return moved(() => grid.move(0, 1))
		case 'PageUp':
			return moved(() => grid.moveTo(Math.max(0, grid.activeRow - pageRows), grid.activeColumn))
		case 'PageDown':
			return moved(() => grid.move(pageRows, 0))
		case 'Home':
			return moved(() => grid.moveTo(mod ? Math.min(0, last) : grid.activeRow, mod ? 1 : 0))
		case 'End':
			return moved(() => grid.moveTo(mod ? last : grid.activeRow, grid.columns.length))
		default:
			return false
	}
}

function moved(move: () => void): true {
	move()
	return true
}

function pressOnHead(grid: Grid, key: string, sort: (column: Column) => void): KeyEffect {
	if (key !== 'Enter' && key !== ' ') return null
	const column = grid.columnAt(grid.activeColumn)
	if (column === null) grid.toggleAll()
	else sort(column)
	return 'done'
}

function pressOnCell(grid: Grid, event: KeyboardEvent): KeyEffect {
	const row = grid.rows.rowAt(grid.activeRow)
	const column = grid.columnAt(grid.activeColumn)
	if (row === null || column === null || !column.editable) return null
	if (column.kind === 'yes-no') {
		if (event.key !== 'Enter' && event.key !== ' ' && event.key !== 'F2') return null
		grid.put(draftOf(column, row.fields[column.field]) === 'true' ? '' : 'true')
		return 'done'
	}
	if (event.key === 'Enter' || event.key === 'F2') return grid.begin() ? 'edits' : null
	if (event.key === 'Delete' || event.key === 'Backspace') {
		grid.put(column.kind === 'set' ? [] : '')
		return 'done'
	}
	if (event.key === 'Escape') {
		if (grid.refusedAt(row.key, column) === null) return null
		grid.forget(row.key, column)
		return 'done'
	}
	// A letter, or the first key of an input method: the editor opens empty, before the browser enters what was typed.
	if (event.key.length !== 1 && event.key !== 'Process') return null
	const chooses = column.kind === 'choice' || column.kind === 'set' || column.kind === 'thing'
	return grid.begin(
		chooses ? { draft: draftOf(column, row.fields[column.field]), typed: event.key } : { draft: '', typed: event.key }
	)
		? 'edits'
		: null
}
