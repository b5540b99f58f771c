import { expect, test } from 'vitest'
import { ageText, momentText } from './age.ts'
import { spanText } from './window-text.ts'

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

test('in Chinese a number stands apart from what it counts, as in the messages around it', () => {
	expect(ageText(5 * 60_000, 'zh-CN')).toBe('5 分钟前')
	expect(ageText(26 * 3600_000, 'zh-CN')).toBe('昨天')
	expect(spanText(168, 'zh-CN')).toBe('7 天')
	expect(spanText(6, 'en')).toBe('6 hours')
})

test('a moment today is a time, one before today a date', () => {
	const now = new Date(2026, 2, 9, 15, 0).getTime()
	expect(momentText(new Date(2026, 2, 9, 14, 2).getTime(), now, 'nl')).toBe('14:02')
	expect(momentText(new Date(2026, 2, 8, 14, 2).getTime(), now, 'nl')).toBe('8 mrt 2026')
})
