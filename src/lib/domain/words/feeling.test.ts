import { expect, test } from 'vitest'
import { markOf, stepOf } from './feeling.ts'

test('five steps, the same on both sides, and none for what nothing scored', () => {
	expect([-1, -0.46, -0.45, -0.13, -0.12, 0, 0.12, 0.13, 0.45, 0.46, 1].map(stepOf)).toEqual([
		1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5
	])
	expect(stepOf(null)).toBeNull()
})

test('a mark tells the direction without colour', () => {
	expect([1, 2, 3, 4, 5].map((step) => markOf(stepOf((step - 3) / 2)))).toEqual(['▼', '▼', '', '▲', '▲'])
	expect(markOf(null)).toBe('')
})
