import { expect, test } from 'vitest'
import { clean } from './clean.ts'

test('links, addresses, @names and emoji are cut out', () => {
	const { text, tags } = clean('Thanks @webcare 👍🏽 see https://example.org/a?b=c or mail me@example.org 🇳🇱')
	expect(text.replace(/\s+/g, ' ').trim()).toBe('Thanks see or mail')
	expect(tags).toEqual([])
})

test('a #tag is handed back without its #, in Chinese between two of them', () => {
	expect(clean('So #Happy with you').tags).toEqual(['happy'])
	expect(clean('#好服务# 真的').tags).toEqual(['好服务'])
})

test('markup is no text', () => {
	expect(clean('<img src=x onerror=alert(1)> claim refused').text.trim()).toBe('claim refused')
})

test('what is less than something stays', () => {
	expect(clean('price < 5 and 3 > 2').text).toBe('price < 5 and 3 > 2')
})
