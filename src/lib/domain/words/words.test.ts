import { expect, test } from 'vitest'
import { stopWordsOf } from './stop-words.ts'
import { ShownForms, variantKey } from './variants.ts'
import { vocabularyOf } from './vocabulary.ts'
import type { WordLists } from './vocabulary.ts'
import { formsOf, words } from './words.ts'

const noLists: WordLists = { names: [], together: [], merge: [], hide: [] }
const plain = vocabularyOf(noLists)
const english = (text: string, lists: Partial<WordLists> = {}) =>
	words(text, 'en', vocabularyOf({ ...noLists, ...lists }))

test('stop words, numbers, links, @names and emoji are no words', () => {
	expect(english("I don't see my claim at https://x.example @webcare 12 times 40% 👍")).toEqual(['claim', 'times'])
})

test('a word counts once a mention, in any of its forms', () => {
	expect(english('Claims, claims, claims... and the claim was paid. Happy.')).toEqual(['claims', 'paid', 'happy'])
})

test('letter-hyphen-letter is one word', () => {
	expect(english('Can I insure my e-bike, wi-fi - abroad?')).toEqual(['insure', 'e-bike', 'wi-fi', 'abroad'])
})

test('sayings of service and names of the atlas stay together, the longest first', () => {
	expect(english('The claim form and customer service')).toEqual(['claim form', 'customer service'])
	expect(english('WhatsApp webcare is great', { names: ['WhatsApp webcare'] })).toEqual(['whatsapp webcare', 'great'])
	expect(english('no claim formula')).toEqual(['claim', 'formula'])
})

test('Chinese words of service are not cut', () => {
	expect(words('客服回复很快，理赔很清楚。', 'zh', plain)).toEqual(['客服', '回复', '很快', '理赔', '清楚'])
	expect(words('华为的外卖小哥，App很好用', 'zh', plain)).toContain('华为')
})

test('a #tag counts without its #', () => {
	expect(english('#Hassle so')).toEqual(['hassle'])
})

test('lists of the atlas merge and hide', () => {
	expect(english('speedy and quick', { merge: [['fast', 'speedy', 'quick']] })).toEqual(['fast'])
	expect(english('damn claim', { hide: ['Damn'] })).toEqual(['claim'])
})

test('words that judge are no stop words', () => {
	for (const word of ['good', 'great', 'problem', 'sorry', 'bad', 'slow', 'help']) {
		expect(stopWordsOf('en').has(word), word).toBe(false)
	}
	for (const word of ['goed', 'slecht', 'snel', 'probleem']) expect(stopWordsOf('nl').has(word), word).toBe(false)
	for (const word of ['满意', '清楚', '不错', '失望', '麻烦']) expect(stopWordsOf('zh').has(word), word).toBe(false)
})

test.each([
	['claim', 'claims', 'en'],
	['policy', 'policies', 'en'],
	['box', 'boxes', 'en'],
	['e-mail', 'email', 'en'],
	['café', 'cafe', 'en'],
	['klant', 'klanten', 'nl'],
	['school', 'scholen', 'nl'],
	['polis', 'polissen', 'nl'],
	['brief', 'brieven', 'nl'],
	['premie', 'premies', 'nl'],
	['verzekering', 'verzekeringen', 'nl']
])('%s and %s are one word', (one, other, lang) => {
	expect(variantKey(one, lang)).toBe(variantKey(other, lang))
})

test.each([
	['boss', 'bos', 'en'],
	['news', 'new', 'en'],
	['bot', 'boot', 'nl'],
	['man', 'maan', 'nl']
])('%s and %s are two words', (one, other, lang) => {
	expect(variantKey(one, lang)).not.toBe(variantKey(other, lang))
})

test('the commonest form stands for a word, and stays when more mentions come', () => {
	const forms = new ShownForms()
	const of = (text: string) => formsOf(text, 'en', plain)
	expect(forms.settle([of('claims'), of('claims'), of('claim')])).toEqual([['claims'], ['claims'], ['claims']])
	expect(forms.settle([of('claim'), of('claim'), of('claim')])).toEqual([['claims'], ['claims'], ['claims']])
	const known = new ShownForms([{ form: 'claim', key: variantKey('claim', 'en') }])
	expect(known.settle([of('claims')])).toEqual([['claim']])
})
