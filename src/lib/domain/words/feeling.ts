/** The five steps of the colour scale: 1 very negative, 3 neutral, 5 very positive. */
export type FeelingStep = 1 | 2 | 3 | 4 | 5

/** Fewer scored mentions than this say too little about a word: its mean is shown as such, with the number beside it. */
export const fewMentions = 3

/**
 * The step of a mean sentiment in [−1, 1]. Neutral is wide (±0.12): neutral is what a scorer knows least about, and grey claims nothing.
 * Null where nothing was scored.
 */
export function stepOf(sentiment: number | null): FeelingStep | null {
	if (sentiment === null) return null
	if (sentiment < -0.45) return 1
	if (sentiment < -0.12) return 2
	if (sentiment <= 0.12) return 3
	return sentiment <= 0.45 ? 4 : 5
}

/** The second sign beside the colour. */
export function markOf(step: FeelingStep | null): '▼' | '▲' | '' {
	return step === null || step === 3 ? '' : step < 3 ? '▼' : '▲'
}
