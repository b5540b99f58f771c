import { expect, test } from 'vitest'
import { readModels } from '../../../../scripts/sentiment/read-models.ts'
import { scoreMention } from './score.ts'

const models = readModels()
const label = (text: string, lang: string | null) => scoreMention(text, lang, models)?.label ?? null
const sentiment = (text: string, lang: string) => scoreMention(text, lang, models)?.sentiment ?? Number.NaN

test.each([
	['Claim handled within a day, really fast. Thank you!', 'en', 'positive'],
	['The app is simple and the claim form is easy.', 'en', 'positive'],
	['Letter about my policy is not clear at all.', 'en', 'negative'],
	['Can I insure my e-bike for abroad?', 'en', 'neutral'],
	['Slow claim, slow reply, slow payout.', 'en', 'negative'],
	["Couldn't be easier to report my stolen bike", 'en', 'positive'],
	['Couldn’t be easier', 'en', 'positive'],
	['Nobody answers. Waiting two weeks for my claim.', 'en', 'negative'],
	['Price is fair but the website is confusing.', 'en', 'negative'],
	['Thanks for the quick reply 👍', 'en', 'positive'],
	['<img src=x onerror=alert(1)> claim refused', 'en', 'negative'],
	['=HYPERLINK("http://example.org","claim") no payout', 'en', 'negative'],
	['This damn claim form keeps crashing.', 'en', 'negative'],
	['Where can I see my claim?', 'en', 'neutral'],
	['Claims, claims, claims... and the claim was paid. Happy.', 'en', 'positive'],
	['Nice ad.', 'en', 'positive'],
	['Nette mensen, snel geholpen met mijn schade.', 'nl', 'positive'],
	['Ik ben niet tevreden over de afhandeling', 'nl', 'negative'],
	['Het kan niet beter', 'nl', 'positive'],
	['客服回复很快，理赔很清楚。', 'zh', 'positive'],
	['客服回覆很慢，太差了', 'zh-Hant', 'negative'],
	['说明不清楚', 'zh', 'negative'],
	['味道不错', 'zh', 'positive']
])('%s (%s) is %s', (text, lang, expected) => {
	expect(label(text, lang)).toBe(expected)
})

test('what stands behind a but weighs more', () => {
	expect(sentiment('good but slow', 'en')).toBeLessThan(sentiment('slow but good', 'en'))
})

test('a negation turns praise, and a letter that is drawn out changes nothing', () => {
	expect(sentiment('not good', 'en')).toBeLessThan(0)
	expect(sentiment('niet goed', 'nl')).toBeLessThan(0)
	expect(sentiment('不满意', 'zh')).toBeLessThan(0)
	expect(sentiment('sooooo goood', 'en')).toBeGreaterThan(0)
})

test('languages without a list, Cantonese, and texts without words are not scored', () => {
	expect(scoreMention('Очень хороший сервис', null, models)).toBeNull()
	expect(scoreMention('Der Service ist gut', 'de', models)).toBeNull()
	expect(scoreMention('呢間嘢好好食', 'yue', models)).toBeNull()
	expect(scoreMention('123 …', 'en', models)).toBeNull()
})

test('a score stays between −1 and 1, however long the praise', () => {
	expect(sentiment('wonderful '.repeat(2_000), 'en')).toBeLessThanOrEqual(1)
	expect(sentiment('terrible! '.repeat(2_000), 'en')).toBeGreaterThanOrEqual(-1)
})
