import { emojiLexicon } from './lexicon.ts'
import type { Lexicon, ScoredLanguage } from './lexicon.ts'
import { rules } from './rules.ts'
import type { Rules } from './rules.ts'

/** One word's part in a score: its weight in the lexicon times what the words round it make of it. */
export type Contribution = { readonly word: string; readonly weight: number; readonly factor: number }

/** What the words of a text say together; many words say less each, or a long text would always be sure. */
export function sumOf(parts: readonly Contribution[]): number {
	let sum = 0
	for (const { weight, factor } of parts) sum += weight * factor
	return sum / Math.sqrt(1 + parts.length / 4)
}

type Token = { readonly text: string; readonly kind: 'word' | 'emoji' | 'comma' | 'stop' | 'question' | 'exclamation' }

const pieces =
	/(?<emoji>\p{Extended_Pictographic}|\[\p{Script=Han}{1,4}\]|[:;=8xX][-^o']?[()DPp/\\|[\]3oO*]|<\/?3|\^_?\^|[:;]['’]\()|(?<word>[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{N}]+)*(?:-[\p{L}\p{N}]+)*)|(?<question>[?？]+)|(?<exclamation>[!！]+)|(?<stop>[.。…;；\n]+)|(?<comma>[,，、:：()（）]+)/gu

/** The parts that a text's words have in its score, in their order. `text` is plain (see `plainText`). */
export function contributions(text: string, lang: ScoredLanguage, lexicon: Lexicon): Contribution[] {
	const how = rules[lang]
	return weigh(tokensOf(text, lang, lexicon, how), lexicon, how)
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

const longestMatch = 7

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
			// The faces that Weibo writes in brackets are words of the Chinese lexicon.
			const weight = emoji.get(token.text) ?? lexicon.get(token.text)
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

const longestOf = new WeakMap<Lexicon, ReadonlyMap<string, number>>()

/** How many words the longest entry has that begins with a word; only words that begin an entry are in it. */
function longestEntries(lexicon: Lexicon): ReadonlyMap<string, number> {
	const before = longestOf.get(lexicon)
	if (before) return before
	const longest = new Map<string, number>()
	for (const entry of lexicon.keys()) {
		const words = entry.split(' ')
		const first = words[0] ?? ''
		longest.set(first, Math.max(longest.get(first) ?? 0, words.length))
	}
	longestOf.set(lexicon, longest)
	return longest
}

function longestPhrase(
	tokens: readonly Token[],
	at: number,
	lexicon: Lexicon
): { phrase: string; weight: number; words: number } | null {
	const longest = longestEntries(lexicon).get(tokens[at]?.text ?? '') ?? 0
	let phrase = ''
	let best: { phrase: string; weight: number; words: number } | null = null
	for (let words = 1; words <= longest; words += 1) {
		const token = tokens[at + words - 1]
		if (!token || token.kind !== 'word') break
		phrase = words === 1 ? token.text : `${phrase} ${token.text}`
		const weight = lexicon.get(phrase)
		if (weight !== undefined) best = { phrase, weight, words }
	}
	return best
}
