import { simplify } from './lexicon.ts'
import type { ScoredLanguage } from './lexicon.ts'
import { rules } from './rules.ts'

const link = /(?:https?:\/\/|www\.)[^\s<>"']+/giu
const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,100}/gu
const atName = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu
const markup = /<\/?[a-z][^<>]{0,300}>/giu

/**
 * A text as every part of the score reads it: NFKC, lower case, apostrophes straight, Chinese in simplified characters, without links, addresses,
 * @names and markup; sayings in which a negator praises are put plainly.
 */
export function plainText(text: string, lang: ScoredLanguage): string {
	let plain = text.normalize('NFKC')
	if (plain.includes('<')) plain = plain.replace(markup, ' ')
	if (/:\/\/|www\./i.test(plain)) plain = plain.replace(link, ' ')
	if (plain.includes('@')) plain = plain.replace(address, ' ').replace(atName, ' ')
	plain = plain.replaceAll('’', "'").toLowerCase()
	const { praise, praised } = rules[lang]
	return (lang === 'zh' ? simplify(plain) : plain).replace(praise, praised)
}
