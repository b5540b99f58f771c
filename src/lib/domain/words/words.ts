import { clean } from './clean.ts'
import { primaryLanguage } from './language.ts'
import { stopWordsOf } from './stop-words.ts'
import { fold, variantKey } from './variants.ts'
import type { Form } from './variants.ts'
import type { Vocabulary } from './vocabulary.ts'

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(lang: string): Intl.Segmenter {
	const before = segmenters.get(lang)
	if (before) return before
	const segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
	segmenters.set(lang, segmenter)
	return segmenter
}

/** Scripts that are written without spaces: only these need the segmenter, which costs ten times a search for letters. */
const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Letters with apostrophes and hyphens inside: e-mail, wi-fi, foto's stay whole. */
const spacedWord = /[\p{L}\p{M}\p{N}_]+(?:['’.-][\p{L}\p{M}\p{N}_]+)*/gu
const letter = /[\p{L}\p{M}\p{N}]/u
const hanOnly = /^\p{Script=Han}$/u

/**
 * The words of a mention in the order they first appear, each once, with the key that other forms of it share. Left out: stop words of the language,
 * numbers, links, addresses, @names, emoji, single letters and single Chinese characters, and what the atlas hides. A #tag counts without its #.
 * `lang`: the mention's tag, or null (then nothing is taken for a stop word).
 */
export function formsOf(text: string, lang: string | null, vocabulary: Vocabulary): Form[] {
	const language = primaryLanguage(lang)
	const stops = stopWordsOf(language ?? '')
	const { text: rest, tags } = clean(text)
	const found = new Map<string, Form>()
	const keep = (raw: string) => {
		const folded = fold(raw)
		const form = vocabulary.merged.get(folded) ?? folded
		if (vocabulary.hidden.has(folded) || vocabulary.hidden.has(form) || !isWord(form, stops)) return
		const key = variantKey(form, language)
		if (vocabulary.hidden.has(key) || found.has(key)) return
		found.set(key, { form, key })
	}
	const folded = rest.toLowerCase().replaceAll('’', "'")
	let last = 0
	for (let at = 0; at < folded.length;) {
		const phrase = phraseAt(folded, at, vocabulary)
		if (phrase === null) {
			at += 1
			continue
		}
		segment(folded.slice(last, at), language, keep)
		keep(phrase)
		at += phrase.length
		last = at
	}
	segment(folded.slice(last), language, keep)
	for (const tag of tags) keep(tag)
	return [...found.values()]
}

/** The words of a mention as plain strings: see `formsOf`. */
export function words(text: string, lang: string | null, vocabulary: Vocabulary): string[] {
	return formsOf(text, lang, vocabulary).map(({ form }) => form)
}

function phraseAt(text: string, at: number, vocabulary: Vocabulary): string | null {
	const candidates = vocabulary.phrases.get(text.charAt(at))
	if (!candidates) return null
	const spaced = !unspaced.test(text.charAt(at))
	if (spaced && at > 0 && letter.test(text.charAt(at - 1))) return null
	for (const phrase of candidates) {
		if (!text.startsWith(phrase, at)) continue
		// "claim form" must not be found in "claim formula".
		if (spaced && letter.test(text.charAt(at + phrase.length))) continue
		return phrase
	}
	return null
}

function segment(text: string, language: string | null, keep: (word: string) => void): void {
	if (text.trim() === '') return
	if (!unspaced.test(text)) {
		for (const [word] of text.matchAll(spacedWord)) for (const part of dotted(word)) keep(part)
		return
	}
	// Letters within Chinese (App, WiFi, e-mail) keep their hyphens; only the runs without spaces go through the segmenter.
	for (const [run] of text.matchAll(
		/[\p{Script=Latin}\p{M}\p{N}_]+(?:['’.-][\p{Script=Latin}\p{M}\p{N}_]+)*|[^\p{Script=Latin}\p{N}]+/gu
	)) {
		if (!unspaced.test(run)) {
			for (const [word] of run.matchAll(spacedWord)) for (const part of dotted(word)) keep(part)
			continue
		}
		for (const piece of segmenterOf(language === 'yue' ? 'zh' : (language ?? 'zh')).segment(run)) {
			if (piece.isWordLike === true) keep(piece.segment)
		}
	}
}

/** "nice.Thanks" is two words without a space, "booking.com" is one. */
function dotted(word: string): string[] {
	return word.includes('.') && !/\.(?:com|nl|cn|org|net|eu|io|be|de|uk)$/.test(word) ? word.split('.') : [word]
}

function isWord(form: string, stops: ReadonlySet<string>): boolean {
	if (form === '' || stops.has(form) || stops.has(form.replaceAll("'", ''))) return false
	if (!/\p{L}/u.test(form) || /^\p{N}/u.test(form)) return false
	return hanOnly.test(form) ? false : form.length > 1
}
