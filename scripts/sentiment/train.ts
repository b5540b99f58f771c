import { join } from 'node:path'
import type { ScoredLanguage } from '../../src/lib/domain/words/lexicon.ts'
import {
	chineseLexicon,
	dutchLexicon,
	englishLexicon,
	ownChinese,
	ownDutch,
	ownEnglish,
	toSimplified
} from './lexicons.ts'
import { plans } from './plans.ts'
import { labelledTextsIn, translationTable, wordList } from './rows.ts'
import type { LabelledText } from './rows.ts'
import { trainLanguage } from './train-language.ts'
import { translated } from './translate.ts'

/** Words as texts to learn from; what hardly judges is left out. */
function asTexts(words: readonly (readonly [word: string, weight: number])[], least: number): LabelledText[] {
	return words.flatMap(([text, weight]) =>
		Math.abs(weight) < least ? [] : [{ label: weight > 0 ? ('pos' as const) : ('neg' as const), text, from: 'words' }]
	)
}

/** What makes a word stronger, and what turns it round, in front of it. */
const frames = {
	en: { stronger: ['very', 'really'], turned: ['not', "wasn't"] },
	nl: { stronger: ['erg', 'heel', 'zeer'], turned: ['niet'] },
	zh: { stronger: ['很', '非常'], turned: ['不'] }
} as const

/**
 * Single words with a word of degree before them, and praise turned round: the translated texts and the lists seldom show that "erg" strengthens and
 * that "niet leuk" blames. Blame turned round is left out: "not bad" is hardly praise.
 */
function framed(words: readonly LabelledText[], lang: ScoredLanguage): LabelledText[] {
	const { stronger, turned } = frames[lang]
	const space = lang === 'zh' ? '' : ' '
	return words.flatMap((row) => {
		if (lang === 'zh' ? row.text.length > 2 : row.text.includes(' ')) return [row]
		return [
			row,
			...stronger.map((front) => ({ ...row, text: `${front}${space}${row.text}` })),
			...(row.label === 'pos'
				? turned.map((front) => ({ ...row, label: 'neg' as const, text: `${front}${space}${row.text}` }))
				: [])
		]
	})
}

/** The texts that each language learns from, given a folder with `train` and `lexicons` in it. */
export function trainingTexts(folder: string): Record<ScoredLanguage, LabelledText[]> {
	const lists = join(folder, 'lexicons')
	const en = labelledTextsIn(join(folder, 'train'), 'en_')
	const words = (...names: string[]) =>
		asTexts(
			names.flatMap((name) => wordList(lists, name)),
			0.4
		)
	return {
		en: [...en, ...words('en_vader'), ...framed(asTexts(ownEnglish(), 0.9), 'en')],
		nl: [
			...translated(en, translationTable(lists, 'en-nl_memolon'), 'nl'),
			...words('nl_pattern', 'nl_opener_hotel', 'nl_memolon_vader'),
			...framed(asTexts(ownDutch(), 0.9), 'nl')
		],
		zh: [
			...labelledTextsIn(join(folder, 'train'), 'zh_'),
			...translated(en, translationTable(lists, 'en-zh_memolon'), 'zh'),
			...words('zh_jionlp', 'zh_ntusd').map((row) => ({ ...row, text: toSimplified(row.text) })),
			...framed(asTexts(ownChinese(), 0.9), 'zh')
		]
	}
}

/** The models of all languages as bytes. The same folder gives the same bytes. */
export function trainAll(folder: string): Map<ScoredLanguage, Uint8Array> {
	const texts = trainingTexts(folder)
	const { en, zh } = texts
	const labelled = (rows: readonly LabelledText[]) => rows.filter(({ from }) => from !== 'words')
	const lists = {
		folder: join(folder, 'lexicons'),
		en: labelled(en),
		zh: labelledTextsIn(join(folder, 'train'), 'zh_')
	}
	const english = englishLexicon(lists)
	return new Map([
		['en', trainLanguage('en', en, english, plans.en)],
		['nl', trainLanguage('nl', texts.nl, dutchLexicon(lists, english), plans.nl)],
		['zh', trainLanguage('zh', zh, chineseLexicon(lists), plans.zh)]
	])
}
