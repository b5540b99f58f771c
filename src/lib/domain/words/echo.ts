import type { Value } from '../model/value.ts'
import { primaryLanguage } from './language.ts'
import { rules, type Rules } from './rules.ts'

/** How a value is said: by its name and synonyms, or the other way round by its opposites. */
export type ValueTerms = {
	readonly id: string
	readonly names: readonly string[]
	readonly opposites: readonly string[]
}

/** The values, by id, that a text says and denies; a text can do both to one value. */
export type Echo = { readonly says: readonly string[]; readonly denies: readonly string[] }

const silence: Echo = { says: [], denies: [] }

/** The terms of values, in the order of their table. */
export function valueTermsOf(values: Iterable<Value>): ValueTerms[] {
	return [...values].map(({ id, name, synonyms, opposites }) => ({ id, names: [name, ...synonyms], opposites }))
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const letter = '[\\p{L}\\p{M}\\p{N}_]'
const sentenceEnd = /[.。!！?？;；\n]/
const piece = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{N}]+)*|[^\p{L}\p{M}\p{N}\s'-]/gu

type Term = { readonly value: string; readonly isOpposite: boolean }

/**
 * Finds what texts say of values (model, section 6): a value is said by its name or a synonym that is not negated, or by an opposite that is; denied the other
 * way round. Names are whole words, and in scripts without spaces stand anywhere.
 */
export class EchoFinder {
	readonly #terms = new Map<string, Term[]>()
	readonly #expression: RegExp | null

	constructor(values: readonly ValueTerms[]) {
		for (const { id, names, opposites } of values) {
			for (const name of names) this.#add(name, { value: id, isOpposite: false })
			for (const name of opposites) this.#add(name, { value: id, isOpposite: true })
		}
		const longestFirst = [...this.#terms.keys()].toSorted((left, right) => right.length - left.length)
		this.#expression = longestFirst.length === 0 ? null : new RegExp(longestFirst.map(expressionOf).join('|'), 'gu')
	}

	of(text: string, lang: string | null): Echo {
		if (this.#expression === null) return silence
		const plain = folded(text)
		const found = [...plain.matchAll(this.#expression)]
		if (found.length === 0) return silence
		const language = primaryLanguage(lang)
		const how = language === 'nl' || language === 'zh' ? rules[language] : rules.en
		const praise = [...plain.matchAll(how.praise)].map((match) => ({
			from: match.index,
			to: match.index + match[0].length
		}))
		const [says, denies] = [new Set<string>(), new Set<string>()]
		for (const { 0: term, index } of found) {
			const isPraised = praise.some(({ from, to }) => index >= from && index < to)
			const isNegated = !isPraised && negated(plain.slice(0, index), how, unspaced.test(term))
			for (const { value, isOpposite } of this.#terms.get(term) ?? [])
				(isOpposite === isNegated ? says : denies).add(value)
		}
		return { says: [...says], denies: [...denies] }
	}

	#add(name: string, term: Term): void {
		const key = folded(name).trim()
		if (key === '') return
		const there = this.#terms.get(key)
		if (there === undefined) this.#terms.set(key, [term])
		else if (!there.some(({ value }) => value === term.value)) there.push(term)
	}
}

function folded(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('’', "'")
		.replace(/[^\S\n]+/g, ' ')
}

function expressionOf(term: string): string {
	const escaped = term.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
	return unspaced.test(term) ? escaped : `(?<!${letter})${escaped}(?!${letter})`
}

/** Whether what stands before a term turns it round: a negator within reach, in the same sentence, with no "but" between. */
function negated(before: string, how: Rules, isUnspaced: boolean): boolean {
	const sentence = before.slice(lastEnd(before) + 1)
	return isUnspaced ? negatedSigns(sentence, how) : negatedWords(sentence, how)
}

function lastEnd(text: string): number {
	for (let at = text.length - 1; at >= 0; at -= 1) if (sentenceEnd.test(text.charAt(at))) return at
	return -1
}

function negatedWords(sentence: string, how: Rules): boolean {
	const words = [...sentence.matchAll(piece)].map(([word]) => word)
	let reach = how.reach
	for (let at = words.length - 1; at >= 0 && reach > 0; at -= 1) {
		const word = words[at] ?? ''
		if (how.buts.has(word) || /^[,，:：()]/.test(word)) return false
		if (how.negators.has(word)) return true
		if (!how.degrees.has(word)) reach -= 1
	}
	return false
}

/** Signs between a negator and its word: words of degree, and a few more. */
const between = 2

function negatedSigns(sentence: string, how: Rules): boolean {
	let rest = sentence.trimEnd()
	for (let passed = 0; passed <= between && rest !== '';) {
		if (/[,，、:：]$/.test(rest)) return false
		const negator = endOf(rest, how.negators)
		if (negator !== '') return true
		if (endOf(rest, how.buts) !== '') return false
		const degree = endOf(rest, how.degrees)
		rest = rest.slice(0, rest.length - Math.max(1, degree.length))
		if (degree === '') passed += 1
	}
	return false
}

function endOf(text: string, words: { has(word: string): boolean }): string {
	for (let length = Math.min(4, text.length); length > 0; length -= 1) {
		const end = text.slice(-length)
		if (words.has(end)) return end
	}
	return ''
}
