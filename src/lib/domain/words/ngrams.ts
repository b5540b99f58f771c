import type { ScoredLanguage } from './lexicon.ts'
import { rules } from './rules.ts'

/** A table of a model has so many places; features that fall on one place share its weight. */
export const buckets = 65_536

/** How far the groups of letters reach, and how many words a negation colours: one choice for each kind of script. */
const latinLetters = { least: 3, most: 5 }
const hanLetters = 3
const negationReach = 4

const piece =
	/\p{Extended_Pictographic}|[:;=8x][-^o']?[()dp/\\|[\]3o*]|<\/?3|[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*|[?!.…;,:()\n]+/gu
const wordLike = /^[\p{L}\p{N}]/u

/** Room for the features of one text; reused, because a feed scores thousands of texts a second. */
const room = new Int32Array(60_000)
const seen = new Uint32Array(buckets)
let turn = 0

/**
 * The places in a model's tables that a text touches, each once: words, pairs of words, words within a negation's reach and groups of letters;
 * in Chinese groups of one to three characters. `text` is plain (see `plainText`). The result is valid until the next call.
 */
export function featuresOf(text: string, lang: ScoredLanguage): Int32Array {
	turn += 1
	return room.subarray(0, lang === 'zh' ? hanFeatures(text) : latinFeatures(text, lang))
}

function keep(hash: number, count: number): number {
	let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
	mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
	const place = (mixed ^ (mixed >>> 15)) & (buckets - 1)
	if (seen[place] === turn || count === room.length) return count
	seen[place] = turn
	room[count] = place
	return count + 1
}

function step(hash: number, code: number): number {
	const mixed = Math.imul(hash ^ code, 0x01000193)
	return Math.imul(mixed ^ (mixed >>> 13), 0x5bd1e995)
}

function hashOf(word: string): number {
	let hash = 0x811c9dc5
	for (let at = 0; at < word.length; at += 1) hash = step(hash, word.charCodeAt(at))
	return hash
}

function hanFeatures(text: string): number {
	const even = text
		.replace(/\s+/g, ' ')
		.replace(/\d+/g, '0')
		.replace(/([!?,。！？.…~])\1+/g, '$1$1')
	let count = 0
	for (let at = 0; at < even.length; at += 1) {
		let hash = 0x1234567
		for (let length = 1; length <= hanLetters && at + length <= even.length; length += 1) {
			hash = step(hash, even.charCodeAt(at + length - 1))
			count = keep(hash ^ length, count)
		}
	}
	return count
}

function latinFeatures(text: string, lang: 'en' | 'nl'): number {
	const { negators } = rules[lang]
	const even = text.replace(/(\p{L})\1{2,}/gu, '$1$1').replace(/\p{N}+/gu, '0')
	let count = 0
	let before = 0x5eed
	let negated = 0
	for (const [token] of even.matchAll(piece)) {
		const isWord = wordLike.test(token)
		const hash = hashOf(isWord ? token : token.slice(0, 2))
		count = keep(hash, count)
		count = keep(Math.imul(before, 31) ^ hash ^ 0x5555, count)
		before = hash
		if (!isWord) {
			if (/[.;!?,\n]/.test(token)) negated = 0
			continue
		}
		if (negated > 0) {
			count = keep(hash ^ 0x3333777, count)
			negated -= 1
		}
		if (negators.has(token)) negated = negationReach
		count = letterGroups(token, count)
	}
	return count
}

function letterGroups(word: string, count: number): number {
	const framed = `<${word}>`
	for (let at = 0; at < framed.length; at += 1) {
		let hash = 0x1234567
		for (let length = 1; length <= latinLetters.most && at + length <= framed.length; length += 1) {
			hash = step(hash, framed.charCodeAt(at + length - 1))
			if (length >= latinLetters.least && length < framed.length) count = keep(hash ^ length, count)
		}
	}
	return count
}
