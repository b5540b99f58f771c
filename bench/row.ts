export type Compared = { readonly what: string; readonly figure: number }
/** The same of something that may not have come to an end: null, it crashed. */
export type Beside = { readonly what: string; readonly figure: number | null }

/** One measured figure beside what it is compared with, measured in the same run: machines differ, ratios much less. */
export type BenchRow = {
	/** What was measured. */
	readonly what: string
	/** On how much of it. */
	readonly on: string
	/** The figure: a median unless `what` says otherwise. */
	readonly figure: number
	readonly unit: string
	readonly baseline?: Compared
	/** What else was measured beside it. */
	readonly beside?: readonly Beside[]
	/** figure / baseline. */
	readonly ratio?: number
	/** What the figure must not be larger than; or what must hold in words, and then `holds` says whether it does. */
	readonly bar?: number | string
	readonly holds?: boolean
	/** How the figure grows with size: figure ~ size ^ exponent. */
	readonly exponent?: number
}

/** The middle one of some figures (the mean of the two middle ones where their number is even); NaN for none. */
export function median(figures: readonly number[]): number {
	const sorted = figures.toSorted((left, right) => left - right)
	const middle = sorted.length >> 1
	const high = sorted[middle] ?? Number.NaN
	return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2
}

/** The exponent of growth over sizes: the slope of the line through (log size, log figure) by least squares. */
export function growth(points: readonly { size: number; figure: number }[]): number {
	const logs = points.map(({ size, figure }) => [Math.log(size), Math.log(figure)] as const)
	const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length
	const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length
	const above = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
	const below = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
	return above / below
}
