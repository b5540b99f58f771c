/** Roughly the pixels of a board: 1920 × 1080. A 4K wall is laid out on the same board and scaled up: the same picture for a quarter of the work. */
const boardArea = 1920 * 1080
/** Shapes beyond these are treated as these. */
const [narrowest, broadest] = [0.4, 3]

/** The board for a place of `width` × `height`: of its shape, its width a multiple of 32 as the layout needs it. */
export function boardFor(width: number, height: number): { width: number; height: number } {
	const shape = Math.min(broadest, Math.max(narrowest, width / Math.max(1, height)))
	const boardWidth = Math.round(Math.sqrt(boardArea * shape) / 32) * 32
	return { width: boardWidth, height: Math.round(boardWidth / shape) }
}
