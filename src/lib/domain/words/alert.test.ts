import { expect, test } from 'vitest'
import { atLeast, negativeRise, type NegativeCount } from './alert.ts'

const day = 86_400_000
const today = '2026-03-31T12:00:00.000Z'
const start = Date.parse('2026-03-31T00:00:00.000Z')

/** So many days up to today, each with so many mentions of which a share is negative; the last ones with others. */
function days(
	count: number,
	scored: number,
	negative: number,
	last: readonly [number, number][] = []
): NegativeCount[] {
	return Array.from({ length: count }, (_, at) => {
		const [of, bad] = last[at - (count - last.length)] ?? [scored, negative]
		return { at: new Date(start - (count - 1 - at) * day).toISOString(), scored: of, negative: bad }
	})
}

test('a steady share is no rise, however bad it is', () => {
	expect(negativeRise(days(60, 20, 12), today)).toBeNull()
})

test('a day on which the share jumps is told, with the figures behind it', () => {
	expect(negativeRise(days(40, 20, 4, [[20, 14]]), today)).toEqual({
		from: '2026-03-31T00:00:00.000Z',
		to: '2026-04-01T00:00:00.000Z',
		share: 0.7,
		negative: 14,
		scored: 20,
		baseline: 0.2,
		baselineScored: 780
	})
})

test('a slow rise is told by the week', () => {
	const week = Array.from({ length: 7 }, (): [number, number] => [20, 8])
	const rise = negativeRise(days(40, 20, 4, week), today)
	expect(rise?.share).toBeCloseTo(0.4)
	expect(Date.parse(rise?.to ?? '') - Date.parse(rise?.from ?? '')).toBeGreaterThan(day)
})

test('few mentions say nothing: neither of a rise nor of what is usual', () => {
	expect(negativeRise(days(40, 20, 4, [[4, 4]]), today)).toBeNull()
	expect(negativeRise(days(3, 8, 1, [[20, 14]]), today)).toBeNull()
})

test('with very many mentions a small rise is no alarm', () => {
	expect(negativeRise(days(40, 10_000, 2000, [[10_000, 2300]]), today)).toBeNull()
})

test('more mentions alone are no rise', () => {
	expect(negativeRise(days(40, 20, 4, [[400, 80]]), today)).toBeNull()
})

test('the tail of the binomial distribution', () => {
	expect(atLeast(0, 10, 0.3)).toBe(1)
	expect(atLeast(10, 10, 0.5)).toBeCloseTo(1 / 1024)
	expect(atLeast(5, 10, 0.5)).toBeCloseTo(0.623, 3)
	expect(atLeast(600, 1000, 0.5)).toBeLessThan(1e-8)
	expect(atLeast(11, 10, 0.5)).toBe(0)
})
