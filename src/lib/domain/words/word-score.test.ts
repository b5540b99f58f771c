import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'
import { contributions, sumOf } from './word-score.ts'

const lexicon = {
	en: new Map([
		['good', 2],
		['happy', 2],
		['slow', -2],
		['not worth', -3],
		['worth', 1]
	]),
	nl: new Map([
		['goed', 2],
		['mooi', 2],
		['vreselijk', -3]
	]),
	zh: new Map([
		['满意', 2],
		['[泪]', -2]
	])
}
const sum = (text: string, lang: 'en' | 'nl' | 'zh') => sumOf(contributions(plainText(text, lang), lang, lexicon[lang]))

test('a negation turns the feeling behind it, within its clause', () => {
	expect(sum('not good', 'en')).toBeLessThan(0)
	expect(sum('not now, good work', 'en')).toBe(sum('good', 'en'))
	expect(sum('niet zo heel goed', 'nl')).toBeLessThan(0)
	expect(sum('不满意', 'zh')).toBeLessThan(0)
})

test('a word of degree strengthens or weakens what follows, and says nothing itself', () => {
	expect(sum('very happy', 'en')).toBeGreaterThan(sum('happy', 'en'))
	expect(sum('slightly happy', 'en')).toBeLessThan(sum('happy', 'en'))
	expect(sum('非常满意', 'zh')).toBeGreaterThan(sum('满意', 'zh'))
	expect(sum('vreselijk mooi', 'nl')).toBeGreaterThan(sum('mooi', 'nl'))
})

test('what stands behind a but weighs more than what stood before', () => {
	expect(sum('good but slow', 'en')).toBeLessThan(0)
	expect(sum('slow but good', 'en')).toBeGreaterThan(0)
})

test('an exclamation mark strengthens, a question doubts', () => {
	expect(sum('good!', 'en')).toBeGreaterThan(sum('good', 'en'))
	expect(sum('good?', 'en')).toBeLessThan(sum('good', 'en'))
})

test('the longest saying is taken', () => {
	expect(contributions('not worth it', 'en', lexicon.en)).toMatchObject([{ word: 'not worth', weight: -3 }])
})

test('emoji, emoticons and the faces that Weibo writes in brackets count', () => {
	expect(sum('👍', 'en')).toBeGreaterThan(0)
	expect(sum('>:-(', 'en')).toBeLessThanOrEqual(0)
	expect(sum('走了[泪]', 'zh')).toBeLessThan(0)
})

test('praise that is put as a negation is read plainly', () => {
	expect(plainText('Couldn’t be easier', 'en')).toBe('excellent')
	expect(plainText('Het kan niet beter', 'nl')).toBe('het uitstekend')
	expect(plainText('服務再好不過', 'zh')).toBe('服务非常好')
	expect(plainText('I had no problem finding the no problems button', 'en')).toContain('no problem')
})

test('links, addresses, @names and markup are not read', () => {
	expect(plainText('<b>Good</b> @me https://good.example me@good.example', 'en').trim()).toBe('good')
})

test('the more feeling words, the less each says', () => {
	const once = sum('good', 'en')
	expect(sum('good '.repeat(16), 'en')).toBeLessThan(16 * once)
	expect(sum('good '.repeat(16), 'en')).toBeGreaterThan(once)
})
