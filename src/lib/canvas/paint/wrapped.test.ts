import { expect, test } from 'vitest'
import { breakText } from './wrapped.ts'

const measure = (part: string) => [...part].length

test('a text breaks between words', () => {
	expect(breakText(measure, 'See where my claim stands', 12, 3)).toEqual(['See where my', 'claim stands'])
})

test('what does not fit ends in an ellipsis', () => {
	expect(breakText(measure, 'See where my claim stands today', 12, 2)).toEqual(['See where my', 'claim stand…'])
	expect(breakText(measure, 'Donaudampfschiff', 8, 1)).toEqual(['Donauda…'])
})

test('Chinese breaks between any two characters', () => {
	expect(breakText(measure, '查看我的理赔进度', 5, 2)).toEqual(['查看我的理', '赔进度'])
})
