import { expect, test } from 'vitest'
import { mergedInto, unmerged } from './word-lists.ts'

test('a word is shown as another one', () => {
	expect(mergedInto([], 'quick', 'fast')).toEqual([['fast', 'quick']])
	expect(mergedInto([['fast', 'quick']], 'Speedy', 'fast')).toEqual([['fast', 'quick', 'Speedy']])
	expect(mergedInto([['fast', 'quick']], 'rapid', 'quick')).toEqual([['fast', 'quick', 'rapid']])
})

test('what was shown as a word goes along with it, and a word is in one group only', () => {
	expect(mergedInto([['quick', 'speedy']], 'quick', 'fast')).toEqual([['fast', 'quick', 'speedy']])
	expect(mergedInto([['slow', 'quick', 'late']], 'quick', 'fast')).toEqual([
		['slow', 'late'],
		['fast', 'quick']
	])
	expect(mergedInto([['slow', 'quick']], 'quick', 'fast')).toEqual([['fast', 'quick']])
})

test('a word is taken out of its group again', () => {
	expect(unmerged([['fast', 'quick', 'speedy']], 'quick')).toEqual([['fast', 'speedy']])
	expect(unmerged([['fast', 'quick']], 'QUICK')).toEqual([])
})
