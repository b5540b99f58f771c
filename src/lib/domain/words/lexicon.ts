import { emoji } from './lexicon/emoji.ts'
import { simplified, traditional } from './lexicon/han.ts'

/** Words and what they say: from −4 to 4, in lower case. */
export type Lexicon = ReadonlyMap<string, number>
export type ScoredLanguage = 'en' | 'nl' | 'zh'

/** Reads the written form of a word list: a line for each weight in tenths, then its words, parted by tabs. */
export function readLexicon(written: string): Map<string, number> {
	const lexicon = new Map<string, number>()
	for (const line of written.split('\n')) {
		const [weight, ...words] = line.split('\t')
		for (const word of words) lexicon.set(word, Number(weight) / 10)
	}
	return lexicon
}

let feelings: Lexicon | null = null

/** Emoji and emoticons, the same in every language; read when first asked for. */
export function emojiLexicon(): Lexicon {
	feelings ??= readLexicon(emoji)
	return feelings
}

let simpler: Map<string, string> | null = null

/** Chinese in simplified characters, character for character: the length stays the same. */
export function simplify(text: string): string {
	if (simpler === null) {
		const to = [...simplified]
		simpler = new Map([...traditional].map((sign, at) => [sign, to[at] ?? sign]))
	}
	const map = simpler
	return text.replace(/\p{Script=Han}/gu, (sign) => map.get(sign) ?? sign)
}
