/** The five steps of the colour scale: 1 very negative, 3 neutral, 5 very positive. */
export type FeelingStep = 1 | 2 | 3 | 4 | 5

/** Fewer scored mentions than this say too little about a word: its mean is shown as such, with the number beside it. */
export const fewMentions = 3

/** Neutral is this wide on both sides of 0: what a scorer knows least about, and grey claims nothing. A mention's label and a word's colour agree. */
export const greyMiddle = 0.12

/**
 * The step of a mean sentiment in [−1, 1]. Null where nothing was scored.
 */
export function stepOf(sentiment: number | null): FeelingStep | null {
	if (sentiment === null) return null
	if (sentiment < -0.45) return 1
	if (sentiment < -greyMiddle) return 2
	if (sentiment <= greyMiddle) return 3
	return sentiment <= 0.45 ? 4 : 5
}

/** The second sign beside the colour. */
export function markOf(step: FeelingStep | null): '▼' | '▲' | '' {
	return step === null || step === 3 ? '' : step < 3 ? '▼' : '▲'
}
