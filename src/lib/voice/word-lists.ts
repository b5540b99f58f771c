import { fold } from '#lib/domain/words/variants.ts'

/** Groups of words that are shown as one: the first stands for all. */
type Merges = readonly (readonly string[])[]

/** The groups with one more word shown as another one: what was shown as the word before goes along. */
export function mergedInto(merges: Merges, word: string, shown: string): string[][] {
	const is = (one: string) => (other: string) => fold(one) === fold(other)
	const along = merges.find(([first = '']) => is(word)(first)) ?? [word]
	const others = merges
		.map((group) => group.filter((entry, at) => at === 0 || !is(word)(entry)))
		.filter((group) => group.length > 1 && !is(word)(group[0] ?? ''))
	// A word that is itself shown as another one stands for nothing: its group's first does.
	const target = others.find((group) => group.some(is(shown)))
	if (target === undefined) return [...others, [shown, ...along]]
	return others.map((group) =>
		group === target ? [...group, ...along.filter((entry) => !group.some(is(entry)))] : group
	)
}

/** The groups without one of the words; a group of one is none. */
export function unmerged(merges: Merges, word: string): string[][] {
	return merges
		.map((group) => group.filter((entry, at) => at === 0 || fold(entry) !== fold(word)))
		.filter((group) => group.length > 1)
}
