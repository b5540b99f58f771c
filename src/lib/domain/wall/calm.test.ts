import { expect, test } from 'vitest'
import { isQuietAt, shiftAt, stallOf } from './calm.ts'

test.each([
	['22:00', '07:00', 23 * 60, true],
	['22:00', '07:00', 6 * 60 + 59, true],
	['22:00', '07:00', 7 * 60, false],
	['12:00', '13:30', 12 * 60, true],
	['12:00', '13:30', 13 * 60 + 30, false],
	['08:00', '08:00', 480, false],
	['08:00', null, 480, false]
])('quiet from %s to %s: at minute %d %s', (from, to, minute, quiet) => expect(isQuietAt(minute, from, to)).toBe(quiet))

test('what stands still wanders up to 12 px to every side, a few minutes at each place', () => {
	const places = Array.from({ length: 8 }, (_, turn) => shiftAt(turn * 180_000))
	for (const axis of ['x', 'y'] as const) {
		expect(Math.max(...places.map((place) => place[axis]))).toBe(12)
		expect(Math.min(...places.map((place) => place[axis]))).toBe(-12)
	}
	expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(8)
	expect(shiftAt(179_999)).toEqual(shiftAt(0))
})

test('a wall has stalled when a reading, a picture or a scene is long overdue', () => {
	const signs = { asked: null, drawn: 1_000_000, turned: 1_000_000 }
	expect(stallOf(signs, 1_100_000, 60)).toBeNull()
	expect(stallOf(signs, 1_120_001, 60)).toBe('drawing')
	expect(stallOf({ ...signs, asked: 900_000 }, 1_030_000, 60)).toBe('reading')
	expect(stallOf({ ...signs, drawn: 1_190_000 }, 1_190_000, 60)).toBe('scenes')
	expect(stallOf({ ...signs, drawn: 9_190_000 }, 9_190_000, null)).toBeNull()
})
