import type { Grid } from '#lib/domain/pictures/grid-picture.ts'

/** The twin of a picture: the same in words, as a table. */
export type Twin = Readonly<{ columns: readonly string[]; rows: readonly (readonly string[])[] }>

/** The twin of a grid: what its cells say in full. A heading becomes the first cell of the rows under it. */
export function twinOfGrid(grid: Grid): Twin {
	const rows = grid.rows.flatMap((row) =>
		'heading' in row ? [] : [[row.head, ...row.cells.map(({ words }) => words)]]
	)
	return { columns: [grid.corner, ...grid.columns], rows }
}
