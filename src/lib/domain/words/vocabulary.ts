import type { Atlas } from '../model/atlas.ts'
import { adjustmentsOf, type Adjustment } from './adjustment.ts'
import { valueTermsOf, type ValueTerms } from './echo.ts'
import { serviceWords } from './service-words.ts'
import { fold } from './variants.ts'

/** What an atlas knows about words: names and sayings that stay one word, words shown as another, words that are never shown. */
export type Vocabulary = {
	/** By first character, the longest first. */
	readonly phrases: ReadonlyMap<string, readonly string[]>
	readonly merged: ReadonlyMap<string, string>
	readonly hidden: ReadonlySet<string>
}

/** What of an atlas decides how mentions are read: the word lists that a vocabulary is made of (all texts as people typed them), and more. Cheap to send to a worker. */
export type WordLists = {
	/** Names and synonyms of the atlas's values, channels, products and personas. */
	readonly names: readonly string[]
	readonly together: readonly string[]
	readonly merge: readonly (readonly string[])[]
	readonly hide: readonly string[]
	/** The values whose echo is looked for; left out: none. */
	readonly values?: readonly ValueTerms[]
	/** How the atlas scores otherwise than the shipped model; left out: it does not. */
	readonly adjustments?: readonly Adjustment[]
}

/** The lists of an atlas, each in the order of its tables. */
export function wordListsOf(atlas: Atlas): WordLists {
	const names = new Set<string>()
	for (const value of atlas.values.values())
		for (const name of [value.name, ...value.synonyms, ...value.opposites]) names.add(name)
	for (const table of [atlas.channels, atlas.products, atlas.personas])
		for (const row of table.values()) names.add(row.name)
	const { together, merge, hide } = atlas.words
	return {
		...{ names: [...names], together, merge, hide },
		values: valueTermsOf(atlas.values.values()),
		adjustments: adjustmentsOf(atlas)
	}
}

const han = /\p{Script=Han}/u
/** A name of more words than this is a sentence: nobody writes it whole. */
const longestName = 4

/** Builds what `words` needs from an atlas's lists and the product's own. */
export function vocabularyOf(lists: WordLists): Vocabulary {
	const phrases = new Set<string>()
	const add = (text: string) => {
		const phrase = fold(text.trim()).replace(/\s+/g, ' ')
		// One word in letters is a word anyway; Chinese names of two signs or more have to be told to the segmenter.
		if (han.test(phrase) ? phrase.length > 1 : /[\s/&-]/.test(phrase) && phrase.split(' ').length <= longestName)
			phrases.add(phrase)
	}
	for (const text of [...lists.names, ...lists.together, ...lists.merge.flat(), ...Object.values(serviceWords).flat()])
		add(text)
	const byFirst = new Map<string, string[]>()
	for (const phrase of phrases) {
		const first = phrase.charAt(0)
		const list = byFirst.get(first)
		if (list) list.push(phrase)
		else byFirst.set(first, [phrase])
	}
	for (const list of byFirst.values()) list.sort((left, right) => right.length - left.length || (left < right ? -1 : 1))
	const merged = new Map<string, string>()
	for (const [shown = '', ...others] of lists.merge) for (const other of others) merged.set(fold(other), fold(shown))
	return { phrases: byFirst, merged, hidden: new Set(lists.hide.map(fold)) }
}

/** What of the lists decides which words and values mentions have, as one text: where it is another one, mentions have to be read anew. */
export function wordedKey(lists: WordLists): string {
	const { phrases, merged, hidden } = vocabularyOf(lists)
	return JSON.stringify([
		[...phrases.values()].flat().toSorted(),
		[...merged],
		[...hidden].toSorted(),
		lists.values ?? []
	])
}
