import { expect, test } from 'vitest'
import type { MentionGroup } from '#lib/store/store.ts'
import { endOf, trendOf, unitFor } from './trend.ts'

function group(key: string, total = 1): MentionGroup {
	return { key, total, positive: total, neutral: 0, negative: 0, unscored: 0, sentiment: 1 }
}

test('the columns are in the order of time, and empty where nothing was said', () => {
	const columns = trendOf([group('2026-03-04T00:00:00.000Z', 2), group('2026-03-02T00:00:00.000Z')], 'day')
	expect(columns.map(({ key, total }) => [key.slice(0, 10), total])).toEqual([
		['2026-03-02', 1],
		['2026-03-03', 0],
		['2026-03-04', 2]
	])
	expect(columns[1]?.sentiment).toBeNull()
	expect(trendOf([], 'day')).toEqual([])
})

test('a mention from long ago does not make thousands of columns', () => {
	const columns = trendOf([group('1999-01-01T00:00:00.000Z'), group('2026-03-01T00:00:00.000Z')], 'day')
	expect(columns).toHaveLength(366)
	expect(columns.at(-1)?.total).toBe(1)
})

test('months are as long as they are', () => {
	expect(endOf('2026-01-01T00:00:00.000Z', 'month')).toBe('2026-02-01T00:00:00.000Z')
	expect(endOf('2026-03-30T00:00:00.000Z', 'week')).toBe('2026-04-06T00:00:00.000Z')
})

test('the unit follows the span', () => {
	const from = '2026-03-01T00:00:00Z'
	expect(unitFor(null, null)).toBe('hour')
	expect(unitFor(from, '2026-03-02T00:00:00Z')).toBe('hour')
	expect(unitFor(from, '2026-03-09T00:00:00Z')).toBe('day')
	expect(unitFor(from, '2026-12-01T00:00:00Z')).toBe('week')
	expect(unitFor(from, '2029-12-01T00:00:00Z')).toBe('month')
})
