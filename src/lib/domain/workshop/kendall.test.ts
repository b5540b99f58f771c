import { expect, test } from 'vitest'
import { kendallW, meanRanks, midRanks, type Ranking } from './kendall.ts'

const things = ['a', 'b', 'c', 'd']

/** A ranking from its things in order; those in one string share a rank. */
function ranking(...order: string[]): Ranking {
	return new Map(order.flatMap((tied, at) => [...tied].map((id) => [id, at + 1] as const)))
}

test('raters who agree wholly have W = 1, raters who are opposite have 0', () => {
	expect(kendallW([ranking('a', 'b', 'c', 'd'), ranking('a', 'b', 'c', 'd')], things)).toBe(1)
	expect(kendallW([ranking('a', 'b', 'c', 'd'), ranking('d', 'c', 'b', 'a')], things)).toBe(0)
})

test('without ties W is 12 S over m² (n³ − n)', () => {
	// Rank sums 4, 6, 8, 12 about a mean of 7.5: S = 12.25 + 2.25 + 0.25 + 20.25 = 35; 12 · 35 / (9 · 60) = 7/9.
	const rankings = [ranking('a', 'b', 'c', 'd'), ranking('b', 'a', 'c', 'd'), ranking('a', 'c', 'b', 'd')]
	expect(kendallW(rankings, things)).toBeCloseTo(35 / 45, 12)
})

test('ties share the mean of their places and are corrected for', () => {
	// a = b, c, d: 1.5 1.5 3 4. Sums with 1 2 3 4: 2.5, 3.5, 6, 8 about 5: S = 6.25 + 2.25 + 1 + 9 = 18.5.
	// T = 2³ − 2 = 6: 12 · 18.5 / (4 · 60 − 2 · 6) = 222 / 228.
	expect(midRanks(ranking('ab', 'c', 'd'), things)).toEqual(
		new Map([
			['a', 1.5],
			['b', 1.5],
			['c', 3],
			['d', 4]
		])
	)
	expect(kendallW([ranking('ab', 'c', 'd'), ranking('a', 'b', 'c', 'd')], things)).toBeCloseTo(222 / 228, 12)
})

test('what a rater does not name is tied behind the rest', () => {
	// Only a is named: 1 3 3 3. Twice the same, so they agree wholly: S = 9 + 3 · 1 = 12, T = 2 · 24; 144 / (240 − 96) = 1.
	expect(midRanks(ranking('a'), things)).toEqual(
		new Map([
			['a', 1],
			['b', 3],
			['c', 3],
			['d', 3]
		])
	)
	expect(kendallW([ranking('a'), ranking('a')], things)).toBe(1)
	// Against d alone: sums 4, 6, 6, 4 about 5: S = 4; 48 / 144.
	expect(kendallW([ranking('a'), ranking('d')], things)).toBeCloseTo(1 / 3, 12)
})

test('there is no W for one rater, for one thing, or where all tie all', () => {
	expect(kendallW([ranking('a', 'b')], things)).toBeNull()
	expect(kendallW([ranking('a'), ranking('a')], ['a'])).toBeNull()
	expect(kendallW([ranking('abcd'), ranking('abcd')], things)).toBeNull()
})

test('mean ranks order as the Borda count does', () => {
	expect(meanRanks([ranking('a', 'b', 'c', 'd'), ranking('b', 'a', 'c', 'd')], things)).toEqual(
		new Map([
			['a', 1.5],
			['b', 1.5],
			['c', 3],
			['d', 4]
		])
	)
})
