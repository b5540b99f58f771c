import { partOf, type Choice, type Cover, type Work } from './cover.ts'

/** A problem made smaller without losing an optimum: columns that are sure to be chosen, and what is left to decide. */
export type Reduced = Readonly<{ taken: Choice; rest: Cover }>

/**
 * Takes columns that cost nothing or that a row cannot do without; drops columns that another covers as well for no more,
 * and rows that are covered whenever another is; until nothing changes. null where a row has no column left.
 */
export function reduceCover(problem: Cover, work: Work): Reduced | null {
	const { rows, columns, weights } = problem
	const rowWords = (columns.length + 31) >> 5
	const columnWords = (rows.length + 31) >> 5
	const rowBits = new Uint32Array(rows.length * rowWords)
	const columnBits = new Uint32Array(columns.length * columnWords)
	const rowSize = new Int32Array(rows.length)
	const columnSize = new Int32Array(columns.length)
	const hasRow = new Uint8Array(rows.length).fill(1)
	const hasColumn = new Uint8Array(columns.length).fill(1)
	const taken: number[] = []
	let weight = 0

	for (const [row, members] of rows.entries()) {
		rowSize[row] = members.length
		for (const column of members) {
			setBit(rowBits, row * rowWords, column)
			setBit(columnBits, column * columnWords, row)
			columnSize[column] = at(columnSize, column) + 1
		}
		work.left -= 4 * members.length
	}

	function dropColumn(column: number): void {
		hasColumn[column] = 0
		for (const row of columns[column] ?? []) {
			if (hasRow[row] === 0) continue
			rowSize[row] = at(rowSize, row) - 1
			clearBit(rowBits, row * rowWords, column)
		}
	}

	function dropRow(row: number): void {
		hasRow[row] = 0
		for (const column of rows[row] ?? []) {
			if (hasColumn[column] === 0) continue
			columnSize[column] = at(columnSize, column) - 1
			clearBit(columnBits, column * columnWords, row)
		}
	}

	function take(column: number): void {
		taken.push(problem.columnIds[column] ?? column)
		weight += weights[column] ?? 0
		for (const row of columns[column] ?? []) if (hasRow[row] === 1) dropRow(row)
		hasColumn[column] = 0
	}

	/** The row of a column, or the column of a row, that is in the fewest others. */
	function rarest(members: readonly number[], has: Uint8Array, size: Int32Array): number {
		let best = -1
		for (const member of members) {
			if (has[member] === 1 && (best === -1 || at(size, member) < at(size, best))) best = member
		}
		return best
	}

	function isDominated(column: number): boolean {
		const row = rarest(columns[column] ?? [], hasRow, rowSize)
		for (const other of rows[row] ?? []) {
			if (other === column || hasColumn[other] === 0) continue
			work.left -= columnWords + 4
			const larger = at(columnSize, other) - at(columnSize, column)
			const cheaper = (weights[column] ?? 0) - (weights[other] ?? 0)
			if (larger < 0 || cheaper < 0 || (larger === 0 && cheaper === 0 && other > column)) continue
			if (isSubset(columnBits, column * columnWords, other * columnWords, columnWords)) return true
		}
		return false
	}

	function dropImplied(row: number): boolean {
		let dropped = false
		const column = rarest(rows[row] ?? [], hasColumn, columnSize)
		for (const other of columns[column] ?? []) {
			if (other === row || hasRow[other] === 0) continue
			work.left -= rowWords + 4
			const larger = at(rowSize, other) - at(rowSize, row)
			if (larger < 0 || !isSubset(rowBits, row * rowWords, other * rowWords, rowWords)) continue
			dropRow(other)
			dropped = true
		}
		return dropped
	}

	for (let changed = true; changed;) {
		changed = false
		for (const [row, members] of rows.entries()) {
			if (hasRow[row] === 0) continue
			if (rowSize[row] === 0) return null
			if (rowSize[row] !== 1) continue
			const only = members.find((column) => hasColumn[column] === 1)
			if (only !== undefined) take(only)
			changed = true
		}
		for (const column of columns.keys()) {
			if (hasColumn[column] === 0) continue
			if (columnSize[column] === 0) hasColumn[column] = 0
			else if (weights[column] === 0) {
				take(column)
				changed = true
			} else if (isDominated(column)) {
				dropColumn(column)
				changed = true
			}
		}
		for (const row of rows.keys()) if (hasRow[row] === 1 && dropImplied(row)) changed = true
		work.left -= 8 * (rows.length + columns.length)
	}
	const rest = partOf(
		problem,
		(row) => hasRow[row] === 1,
		(column) => hasColumn[column] === 1
	)
	return { taken: { columnIds: taken, weight }, rest }
}

function at(numbers: Int32Array, index: number): number {
	return numbers[index] ?? 0
}

function setBit(bits: Uint32Array, start: number, bit: number): void {
	const word = start + (bit >> 5)
	bits[word] = (bits[word] ?? 0) | (1 << (bit & 31))
}

function clearBit(bits: Uint32Array, start: number, bit: number): void {
	const word = start + (bit >> 5)
	bits[word] = (bits[word] ?? 0) & ~(1 << (bit & 31))
}

function isSubset(bits: Uint32Array, part: number, whole: number, words: number): boolean {
	for (let word = 0; word < words; word += 1) {
		if (((bits[part + word] ?? 0) & ~(bits[whole + word] ?? 0)) !== 0) return false
	}
	return true
}
