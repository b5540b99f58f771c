import { expect, test } from 'vitest'
import { postFilter, type PostFilter } from './post-filter.ts'

const none: PostFilter = { words: [], not: [], langs: [] }
function judge(filter: Partial<PostFilter>, text: string, lang = ''): string | null {
	return postFilter({ ...none, ...filter }, ['en', 'nl', 'zh'])(text, lang)
}

test('without a filter everything is wanted', () => {
	expect(judge({}, 'Anything at all')).toBeNull()
})

test.each([
	['claim', 'My CLAIM is late', true],
	['claim', 'The claims are late', false],
	['claim*', 'The claims are late', true],
	['#claim', 'late #claim', true],
	['claim form', 'the claim  form is long', true],
	['claim form', 'the form of a claim', false],
	['café', 'in het CAFÉ', true],
	['理赔', '我的理赔很慢', true],
	['理赔', '我的保险很慢', false],
	['c++', 'written in c++ today', true],
	['a.b', 'axb', false],
	["don't", 'I don’t know', true]
])('the word %j in %j: %s', (word, text, isThere) => {
	expect(judge({ words: [word] }, text)).toBe(isThere ? null : 'words')
})

test('one of the words is enough, and one unwanted word is too many', () => {
	expect(judge({ words: ['claim', 'policy'] }, 'my policy')).toBeNull()
	expect(judge({ words: ['claim'], not: ['job', 'vacancy'] }, 'claim a job')).toBe('words')
	expect(judge({ not: ['job'] }, 'nothing here')).toBeNull()
})

test('languages count without region, and are recognised where the source does not tell', () => {
	expect(judge({ langs: ['zh'] }, 'whatever', 'zh-CN')).toBeNull()
	expect(judge({ langs: ['nl'] }, 'whatever', 'en')).toBe('language')
	expect(judge({ langs: ['nl'] }, 'Het duurt allemaal veel te lang en niemand belt terug')).toBeNull()
	expect(judge({ langs: ['nl'] }, 'It takes far too long and nobody calls back')).toBe('language')
	expect(judge({ langs: ['nl'] }, '12345')).toBe('language')
})

test('words that mean something in expressions are only words', () => {
	expect(judge({ words: ['(', '[', 'a|b', '.*', '*'] }, 'anything')).toBe('words')
	expect(judge({ words: ['('] }, 'x ( y')).toBeNull()
})
