import { detectLanguage, primaryLanguage } from '../words/language.ts'
import type { DropReason } from './feed-event.ts'

/** What of a source is wanted. Empty lists do not narrow. */
export type PostFilter = {
	/** Words and phrases of which one must be in the text; `insur*` stands for every word that begins so. */
	readonly words: readonly string[]
	/** Words and phrases of which none may be in it. */
	readonly not: readonly string[]
	/** Languages without region: `zh`, not `zh-CN`. */
	readonly langs: readonly string[]
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u

function folded(text: string): string {
	return text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')
}

/** An expression for a word or phrase: whole words in scripts with spaces, anywhere in the others. A # or @ before it is optional. */
function expressionOf(entry: string): string | null {
	const plain = folded(entry)
		.trim()
		.replace(/^[#＃@]/, '')
	const isBeginning = plain.endsWith('*')
	const words = isBeginning ? plain.replace(/\*+$/, '') : plain
	if (words === '') return null
	const escaped = words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
	const before = unspaced.test(words.charAt(0)) ? '' : '(?<![\\p{L}\\p{M}\\p{N}_])'
	const after = isBeginning || unspaced.test(words.charAt(words.length - 1)) ? '' : '(?![\\p{L}\\p{M}\\p{N}_])'
	return `${before}${escaped}${after}`
}

function matcherOf(entries: readonly string[]): ((text: string) => boolean) | null {
	const expressions = entries.map(expressionOf).filter((expression) => expression !== null)
	if (expressions.length === 0) return null
	const expression = new RegExp(expressions.join('|'), 'u')
	return (text) => expression.test(text)
}

/**
 * A test for what a source tells: null where it is wanted, else why not. A text whose language neither the source nor the text itself tells is taken for
 * no listed one. `among`: the languages that are likely.
 */
export function postFilter(
	{ words, not, langs }: PostFilter,
	among: readonly string[]
): (text: string, lang: string) => DropReason | null {
	const wanted = matcherOf(words)
	const unwanted = matcherOf(not)
	const languages = new Set(langs.map((lang) => primaryLanguage(lang)))
	return (text, lang) => {
		if (wanted !== null || unwanted !== null) {
			const plain = folded(text)
			if (wanted?.(plain) === false || unwanted?.(plain) === true) return 'words'
		}
		if (languages.size === 0) return null
		const language = primaryLanguage(lang === '' ? detectLanguage(text, among) : lang)
		return language !== null && languages.has(language) ? null : 'language'
	}
}
