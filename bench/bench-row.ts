/** One line of the table that `npm run bench` prints. Figures are medians; lower is better. */
export type BenchRow = Readonly<{
	what: string
	on: string
	figure: number
	unit: string
	/** Something simple done to the same things in the same run: a slow machine is slow for both. */
	baseline?: Readonly<{ what: string; figure: number }>
	/** figure / baseline */
	ratio?: number
	/** The figure must not be larger. */
	bar?: number
	/** How it grows: time ~ size ^ exponent, from the smallest to the largest size. */
	exponent?: number
}>
