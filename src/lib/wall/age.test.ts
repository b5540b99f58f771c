import { expect, test } from 'vitest'
import { ageText, momentText } from './age.ts'

test.each([
	[0, 'now'],
	[-5000, 'now'],
	[59_000, '59 seconds ago'],
	[60_000, '1 minute ago'],
	[3 * 3600_000, '3 hours ago'],
	[26 * 3600_000, 'yesterday'],
	[400 * 86_400_000, 'last year']
])('%d milliseconds are %s', (milliseconds, text) => {
	expect(ageText(milliseconds, 'en')).toBe(text)
})

test('a moment today is a time, one before today a date', () => {
	const now = new Date(2026, 2, 9, 15, 0).getTime()
	expect(momentText(new Date(2026, 2, 9, 14, 2).getTime(), now, 'nl')).toBe('14:02')
	expect(momentText(new Date(2026, 2, 8, 14, 2).getTime(), now, 'nl')).toBe('8 mrt 2026')
})
