import { byCodeUnit, type Atlas } from '../model/atlas.ts'
import type { WordCard } from '../model/word-card.ts'

/** A word that participants wrote: as most of them wrote it, how many did, and the value that says the same already. */
export type WordCount = Readonly<{ word: string; count: number; value: string | null }>

/** A word as it is compared: without regard to case, width or spaces. */
export function plainWord(word: string): string {
	return word.normalize('NFKC').toLocaleLowerCase().trim().replace(/\s+/g, ' ')
}

/** The value whose name or synonym this word is; null where there is none. */
export function valueSaying(atlas: Atlas, word: string): string | null {
	const wanted = plainWord(word)
	for (const { id, name, synonyms } of atlas.values.values()) {
		if ([name, ...synonyms].some((one) => plainWord(one) === wanted)) return id
	}
	return null
}

/** The words of all cards, those that most participants wrote first. A participant counts once for a word. */
export function countWords(atlas: Atlas, cards: Iterable<WordCard>): WordCount[] {
	const forms = new Map<string, Map<string, number>>()
	for (const card of cards) {
		for (const [plain, word] of new Map(card.words.map((written) => [plainWord(written), written.trim()]))) {
			const spelt = forms.get(plain) ?? new Map<string, number>()
			spelt.set(word, (spelt.get(word) ?? 0) + 1)
			forms.set(plain, spelt)
		}
	}
	return [...forms.values()]
		.map((spelt) => {
			const [word = ''] = [...spelt].sort((left, right) => right[1] - left[1] || byCodeUnit(left[0], right[0]))[0] ?? []
			const count = [...spelt.values()].reduce((sum, one) => sum + one, 0)
			return { word, count, value: valueSaying(atlas, word) }
		})
		.sort((left, right) => right.count - left.count || byCodeUnit(plainWord(left.word), plainWord(right.word)))
}
