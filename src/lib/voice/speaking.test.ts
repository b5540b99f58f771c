import { expect, test } from 'vitest'
import { channel } from '#lib/domain/model/channel.ts'
import { isToUs, sumOfGroups } from './speaking.ts'

const aChannel = (fields: object) => channel.parse({ id: 'C', name: 'Phone', roles: [], ...fields })

test('people speak to us on a channel of our own that goes both ways, and about us elsewhere', () => {
	expect(isToUs(aChannel({ twoWay: true, media: 'owned' }))).toBe(true)
	expect(isToUs(aChannel({ twoWay: true }))).toBe(true)
	expect(isToUs(aChannel({ twoWay: true, media: 'earned' }))).toBe(false)
	expect(isToUs(aChannel({ twoWay: false, media: 'owned' }))).toBe(false)
})

test('a sum of groups has the mean of all scored mentions', () => {
	const one = { key: 'a', total: 4, positive: 0, neutral: 0, negative: 3, unscored: 1, sentiment: -1 }
	const other = { key: 'b', total: 1, positive: 1, neutral: 0, negative: 0, unscored: 0, sentiment: 1 }
	expect(sumOfGroups('x', [one, other])).toEqual({
		...{ key: 'x', total: 5, positive: 1, neutral: 0, negative: 3, unscored: 1 },
		sentiment: -0.5
	})
	expect(sumOfGroups('x', [])).toBeNull()
})
