import { expect, test } from 'vitest'
import { detectLanguage, primaryLanguage } from './language.ts'

const among = ['en', 'nl', 'zh']

test.each([
	['Claim handled within a day, really fast. Thank you!', 'en'],
	['Nice ad.', 'en'],
	['Nette mensen, snel geholpen met mijn schade.', 'nl'],
	['Snel en goed geholpen', 'nl'],
	['客服回复很快，理赔很清楚。', 'zh'],
	['客服回覆很快，理賠很清楚，關係良好。', 'zh'],
	['唔知算唔算真 live，不過肯定係最穩。', 'yue'],
	['呢間嘢好好食', 'yue'],
	['Der Service ist sehr gut und die App auch', 'de'],
	['Le service est très bien et je suis content', 'fr'],
	['El servicio es muy bueno y la app también', 'es'],
	['とても良いサービスでした', 'ja'],
	['Очень хороший сервис', null],
	['12345 👍', null]
])('%s is %s', (text, lang) => {
	expect(detectLanguage(text, among)).toBe(lang)
})

test('region and script are no part of the language', () => {
	expect(primaryLanguage('zh-Hant-TW')).toBe('zh')
	expect(primaryLanguage(null)).toBeNull()
})
