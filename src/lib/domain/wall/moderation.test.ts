import { expect, test } from 'vitest'
import { moderated, sameWord, unblocked } from './moderation.ts'

const words = ['claim', 'storms', 'boete', '理赔'].map((word) => ({ word }))
const now = Date.parse('2026-03-09T12:00:00Z')
const open = { blocked: [], hold: 0, authors: 1 }

test.each([
	['Claims', 'claim', true],
	['boetes', 'boete', true],
	['E-mail', 'email', true],
	['café', 'CAFE', true],
	['理赔', '赔付', false],
	['claim', 'reclaim', false]
])('%s and %s are one word: %s', (left, right, same) => expect(sameWord(left, right)).toBe(same))

test('what is blocked is shown in no form', () => {
	expect(unblocked(words, ['Storm', ' BOETES ']).map(({ word }) => word)).toEqual(['claim', '理赔'])
	expect(unblocked(words, [])).toEqual(words)
})

test('without rules everything is shown at once, known or not', () => {
	expect(moderated(words, [], open, now)).toEqual({ shown: words, held: [] })
})

test('a new word waits, and one that few authors said; what nothing is known of waits too', () => {
	const origins = [
		{ word: 'claim', authors: 3, first: '2026-03-09T11:50:00Z' },
		{ word: 'storms', authors: 3, first: '2026-03-09T11:50:01Z' },
		{ word: 'boete', authors: 2, first: '2026-03-01T00:00:00Z' }
	]
	const rules = { blocked: [], hold: 10, authors: 3 }
	expect(moderated(words, origins, rules, now)).toEqual({
		shown: [{ word: 'claim' }],
		held: [{ word: 'storms' }, { word: 'boete' }, { word: '理赔' }]
	})
	expect(moderated(words, origins, { ...rules, blocked: ['claims'] }, now).shown).toEqual([])
})
