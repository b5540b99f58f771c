/** A word as a cloud wants it: how many mentions hold it decides its size. */
export type CloudWord = { readonly word: string; readonly mentions: number }

/** Sizes stand on rungs, each this much larger than the one below: a word that gains a mention seldom changes its size. */
export const rungStep = 1.15
/** How far from its rung, in rungs, a size must be before the word leaves it; half a rung would be no hysteresis at all. */
const stay = 0.8

/** The size of a rung, in pixels of the board. */
export function sizeOfRung(rung: number): number {
	return Math.round(rungStep ** rung)
}

/** The rung for a wished size; a word that has one keeps it while the wish is near. */
export function rungFor(size: number, before: number | null): number {
	const exact = Math.log(size) / Math.log(rungStep)
	return before !== null && Math.abs(exact - before) <= stay ? before : Math.round(exact)
}

/** How a size follows from the number of mentions, before scaling: between its root and the number, so that ranks can be told apart. */
export function prominence(mentions: number): number {
	return mentions ** 0.6
}

/**
 * Which words are shown: a newcomer must rank within 0.9 of the limit, a word that is there stays until it falls behind 1.3 of it, so that nothing
 * flickers at the edge. An empty cloud takes the first `limit`. `ranked`: all words, by mentions, then by word. The result keeps that order.
 */
export function members<Word extends CloudWord>(
	ranked: readonly Word[],
	shown: ReadonlySet<string>,
	limit: number
): Word[] {
	const join = shown.size === 0 ? limit : Math.floor(0.9 * limit)
	const leave = Math.floor(1.3 * limit)
	return ranked.slice(0, leave).filter(({ word }, rank) => (shown.has(word) ? rank < leave : rank < join))
}

/** Words in the order of a ranked list: most mentions first, equals by code unit. */
export function byMentions(left: CloudWord, right: CloudWord): number {
	return right.mentions - left.mentions || (left.word < right.word ? -1 : left.word > right.word ? 1 : 0)
}
