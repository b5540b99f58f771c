import { fold, variantKey } from '../words/variants.ts'

/** Who said a word: how many different authors (all that are not named are one), and when it was first said (ISO 8601). */
export type WordOrigin = { readonly word: string; readonly authors: number; readonly first: string }

/** What a wall of a lobby asks of a word before it shows it. `hold`: minutes since it was first said. */
export type Moderation = { readonly blocked: readonly string[]; readonly hold: number; readonly authors: number }

/** What a wall shows of ranked words: those `shown`, and those `held` back for now. What is blocked is in neither. */
export type Moderated<Word> = { readonly shown: readonly Word[]; readonly held: readonly Word[] }

/** Every key by which a form of a word can be met: a mention's language decides which of them it bears there. */
function keysOf(word: string): string[] {
	const plain = fold(word.trim())
	return [...new Set(['en', 'nl', null].map((lang) => variantKey(plain, lang)))]
}

/** Whether two words are forms of one: singular and plural, case, accents, hyphens. */
export function sameWord(left: string, right: string): boolean {
	const keys = keysOf(left)
	return keysOf(right).some((key) => keys.includes(key))
}

/** The words that are not blocked, in whatever form. */
export function unblocked<Word extends { readonly word: string }>(
	words: readonly Word[],
	blocked: readonly string[]
): Word[] {
	if (blocked.length === 0) return [...words]
	const keys = new Set(blocked.flatMap(keysOf))
	return words.filter(({ word }) => !keysOf(word).some((key) => keys.has(key)))
}

/** Whether the rules need to know who said a word, and when. */
export function asksForOrigins({ hold, authors }: Pick<Moderation, 'hold' | 'authors'>): boolean {
	return hold > 0 || authors > 1
}

/**
 * What may be shown of ranked words, in their order. A word whose origin is not known is held back where the rules ask for it. `now`: milliseconds since 1970.
 */
export function moderated<Word extends { readonly word: string }>(
	words: readonly Word[],
	origins: readonly WordOrigin[],
	rules: Moderation,
	now: number
): Moderated<Word> {
	const free = unblocked(words, rules.blocked)
	if (!asksForOrigins(rules)) return { shown: free, held: [] }
	const known = new Map(origins.map((origin) => [origin.word, origin]))
	const [shown, held]: [Word[], Word[]] = [[], []]
	for (const word of free) {
		const origin = known.get(word.word)
		const isOldEnough = origin !== undefined && now - Date.parse(origin.first) >= rules.hold * 60_000
		;(isOldEnough && origin.authors >= rules.authors ? shown : held).push(word)
	}
	return { shown, held }
}
