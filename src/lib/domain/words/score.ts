import type { SentimentLabel } from '../model/mention.ts'
import { emojiLexicon, lexiconOf, simplify } from './lexicon.ts'
import type { Lexicon, ScoredLanguage } from './lexicon.ts'
import { primaryLanguage } from './language.ts'
import { rules } from './rules.ts'
import type { Rules } from './rules.ts'

export type Score = { readonly sentiment: number; readonly label: SentimentLabel }

/** Raises with every change of lexicon, rules or weights: what was scored by an older version may be scored anew. */
export const scorerVersion = 1

/** Sums below this are neither one nor the other. */
const neutralBelow: Readonly<Record<ScoredLanguage, number>> = { en: 0.8, nl: 0.6, zh: 0.8 }
/** The sum at which half of the scale's square is reached: as in VADER, sum / √(sum² + 15) stays within −1 and 1. */
const spread = 15

/**
 * How a mention feels, from −1 to 1, with its label. Null where it is not scored: a language without a lexicon, Cantonese, or nothing but
 * signs. `lang` is a tag (`en`, `nl`, `zh-CN`). Words that the cloud leaves out are needed here (they hold the negations): give the whole text.
 * Sarcasm is not recognised: "Great, 40 minutes on hold again" counts its words.
 */
export function scoreMention(text: string, lang: string | null): Score | null {
	const language = primaryLanguage(lang)
	if (language !== 'en' && language !== 'nl' && language !== 'zh') return null
	if (!/[\p{L}\p{Extended_Pictographic}]/u.test(text)) return null
	const sum = sumOf(contributions(text, language, lexiconOf(language)))
	const sentiment = Math.max(-1, Math.min(1, sum / Math.sqrt(sum * sum + spread)))
	const label = Math.abs(sum) < neutralBelow[language] ? 'neutral' : sum > 0 ? 'positive' : 'negative'
	return { sentiment: Math.round(sentiment * 1000) / 1000, label }
}

/** One word's part in a score: its weight in the lexicon times what the words round it make of it. */
export type Contribution = { readonly word: string; readonly weight: number; readonly factor: number }

function sumOf(parts: readonly Contribution[]): number {
	let sum = 0
	for (const { weight, factor } of parts) sum += weight * factor
	return sum
}

type Token = { readonly text: string; readonly kind: 'word' | 'emoji' | 'comma' | 'stop' | 'question' | 'exclamation' }

const cut =
	/(?:https?:\/\/|www\.)[^\s<>"']+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,100}|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+|<\/?[a-z][^<>]{0,300}>/giu
const pieces =
	/(?<emoji>\p{Extended_Pictographic}|[:;=8xX][-^o']?[()DPp/\\|[\]3oO*]|<\/?3|\^_?\^|[:;]['’]\()|(?<word>[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{N}]+)*(?:-[\p{L}\p{N}]+)*)|(?<question>[?？]+)|(?<exclamation>[!！]+)|(?<stop>[.。…;；\n]+)|(?<comma>[,，、:：()（）]+)/gu

/** The parts a text's score is the sum of, in their order. `lexicon` is given, so that a training run can use its own. */
export function contributions(text: string, lang: ScoredLanguage, lexicon: Lexicon): Contribution[] {
	const how = rules[lang]
	let plain = text.normalize('NFKC').replace(cut, ' ').replaceAll('’', "'").toLowerCase()
	if (lang === 'zh') plain = simplify(plain)
	const parts: Contribution[] = []
	if (how.praise) {
		plain = plain.replace(how.praise, (found) => {
			// A comparison that cannot be bettered praises; the feeling words in it must not be counted a second time.
			parts.push({ word: `~${found}`, weight: 4, factor: 1 })
			return ' '
		})
	}
	return parts.concat(weigh(tokensOf(plain, lang, lexicon, how), lexicon, how))
}

function tokensOf(text: string, lang: ScoredLanguage, lexicon: Lexicon, how: Rules): Token[] {
	const tokens: Token[] = []
	for (const { groups } of text.matchAll(pieces)) {
		if (!groups) continue
		if (groups.word !== undefined) {
			if (lang === 'zh') matches(groups.word, lexicon, how, tokens)
			else tokens.push({ text: groups.word, kind: 'word' })
		} else if (groups.emoji !== undefined) tokens.push({ text: groups.emoji, kind: 'emoji' })
		else if (groups.question !== undefined) tokens.push({ text: '?', kind: 'question' })
		else if (groups.exclamation !== undefined) tokens.push({ text: '!', kind: 'exclamation' })
		else if (groups.stop !== undefined) tokens.push({ text: '.', kind: 'stop' })
		else tokens.push({ text: ',', kind: 'comma' })
	}
	return tokens
}

const longestMatch = 6

/** Chinese without spaces: the longest word of the lexicon or the rules from each place on; other characters are passed over. */
function matches(run: string, lexicon: Lexicon, how: Rules, tokens: Token[]): void {
	for (let at = 0; at < run.length;) {
		let length = Math.min(longestMatch, run.length - at)
		for (; length > 0; length -= 1) {
			const piece = run.slice(at, at + length)
			if (lexicon.has(piece) || how.negators.has(piece) || how.degrees.has(piece) || how.buts.has(piece)) break
		}
		if (length > 0) tokens.push({ text: run.slice(at, at + length), kind: 'word' })
		at += Math.max(1, length)
	}
}

function weigh(tokens: readonly Token[], lexicon: Lexicon, how: Rules): Contribution[] {
	const parts: { word: string; weight: number; factor: number }[] = []
	const emoji = emojiLexicon()
	let clause = 0
	let sentence = 0
	let lastBut = -1
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at]
		if (!token) break
		if (token.kind === 'emoji') {
			const weight = emoji.get(token.text)
			if (weight !== undefined) parts.push({ word: token.text, weight, factor: 1 })
			continue
		}
		if (token.kind !== 'word') {
			if (token.kind === 'exclamation') for (let i = sentence; i < parts.length; i += 1) scale(parts, i, 1.15)
			// What a question names is wished for or doubted rather than felt.
			if (token.kind === 'question') for (let i = sentence; i < parts.length; i += 1) scale(parts, i, 0.5)
			clause = at + 1
			if (token.kind !== 'comma') sentence = parts.length
			if (token.kind !== 'comma') lastBut = -1
			continue
		}
		if (how.buts.has(token.text) && lastBut !== at) {
			for (let i = sentence; i < parts.length; i += 1) scale(parts, i, 0.6)
			lastBut = at
			clause = at + 1
			continue
		}
		const found = longestPhrase(tokens, at, lexicon)
		if (!found) continue
		// "Vreselijk mooi": a word of degree right before a feeling word only strengthens it.
		if (found.words === 1 && how.degrees.has(token.text) && followedByFeeling(tokens, at, lexicon)) continue
		let factor = lastBut >= 0 ? 1.3 : 1
		for (let back = at - 1, steps = 0; back >= clause && steps < how.reach; back -= 1, steps += 1) {
			const before = tokens[back]
			if (!before) break
			const degree = how.degrees.get(before.text)
			if (degree !== undefined && steps < 2) factor *= 1 + degree * (steps === 0 ? 1 : 0.6)
			if (how.negators.has(before.text)) factor *= -0.74
		}
		parts.push({ word: found.phrase, weight: found.weight, factor })
		at += found.words - 1
	}
	return parts
}

function followedByFeeling(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
	const next = tokens[at + 1]
	return next?.kind === 'word' && Math.abs(lexicon.get(next.text) ?? 0) >= 1
}

function scale(parts: { factor: number }[], at: number, by: number): void {
	const part = parts[at]
	if (part) part.factor *= by
}

const longestPhraseWords = 3

function longestPhrase(
	tokens: readonly Token[],
	at: number,
	lexicon: Lexicon
): { phrase: string; weight: number; words: number } | null {
	let phrase = ''
	let best: { phrase: string; weight: number; words: number } | null = null
	for (let words = 1; words <= longestPhraseWords; words += 1) {
		const token = tokens[at + words - 1]
		if (!token || token.kind !== 'word') break
		phrase = words === 1 ? token.text : `${phrase} ${token.text}`
		const weight = lexicon.get(phrase)
		if (weight !== undefined) best = { phrase, weight, words }
	}
	return best
}
