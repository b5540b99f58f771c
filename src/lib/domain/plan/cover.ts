/**
 * A weighted set cover: choose columns of least total weight so that every row has one. Here a column is a delivery to keep, a row a
 * pair of persona and need that wants one of these deliveries kept. Columns and rows are numbered from 0 within a problem;
 * `columnIds` and `rowIds` say which they were in the problem that this one was cut out of.
 */
export type Cover = Readonly<{
	columnIds: readonly number[]
	rowIds: readonly number[]
	weights: readonly number[]
	/** The columns of each row, ascending. */
	rows: readonly (readonly number[])[]
	/** The rows of each column, ascending. */
	columns: readonly (readonly number[])[]
}>

/** Chosen columns (their ids) and the sum of their weights. */
export type Choice = Readonly<{ columnIds: readonly number[]; weight: number }>

/** How much may still be computed, in steps of about a nanosecond; shared by everything that works on one problem. Below zero: stop. */
export type Work = { left: number }

/** The problem of some rows and columns of another: those that the two tests let through. */
export function partOf(whole: Cover, hasRow: (row: number) => boolean, hasColumn: (column: number) => boolean): Cover {
	const numbers = new Map<number, number>()
	const columnIds: number[] = []
	const weights: number[] = []
	for (const [column, weight] of whole.weights.entries()) {
		if (!hasColumn(column)) continue
		numbers.set(column, columnIds.length)
		columnIds.push(whole.columnIds[column] ?? column)
		weights.push(weight)
	}
	const rowIds: number[] = []
	const rows: number[][] = []
	const columns: number[][] = columnIds.map(() => [])
	for (const [row, members] of whole.rows.entries()) {
		if (!hasRow(row)) continue
		const kept: number[] = []
		for (const member of members) {
			const column = numbers.get(member)
			if (column === undefined) continue
			kept.push(column)
			columns[column]?.push(rows.length)
		}
		rowIds.push(whole.rowIds[row] ?? row)
		rows.push(kept)
	}
	return { columnIds, rowIds, weights, rows, columns }
}

/** A whole problem: the weight of each column (≥ 0) and the columns of each row. */
export function coverOf(weights: readonly number[], rows: readonly (readonly number[])[]): Cover {
	const columns: number[][] = weights.map(() => [])
	for (const [row, members] of rows.entries()) for (const column of members) columns[column]?.push(row)
	return { columnIds: [...weights.keys()], rowIds: [...rows.keys()], weights, rows, columns }
}

/** The parts of a problem that have no column in common, by their first row. */
export function componentsOf(whole: Cover): Cover[] {
	const partOfRow = new Int32Array(whole.rows.length).fill(-1)
	const partOfColumn = new Int32Array(whole.columns.length).fill(-1)
	let parts = 0
	for (const start of whole.rows.keys()) {
		if (partOfRow[start] !== -1) continue
		partOfRow[start] = parts
		const stack = [start]
		for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
			for (const column of whole.rows[row] ?? []) {
				if (partOfColumn[column] !== -1) continue
				partOfColumn[column] = parts
				for (const other of whole.columns[column] ?? []) {
					if (partOfRow[other] !== -1) continue
					partOfRow[other] = parts
					stack.push(other)
				}
			}
		}
		parts += 1
	}
	if (parts === 1) return [whole]
	return Array.from({ length: parts }, (_, part) =>
		partOf(
			whole,
			(row) => partOfRow[row] === part,
			(column) => partOfColumn[column] === part
		)
	)
}
