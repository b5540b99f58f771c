import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('initials are the first letters of the first and the last word', () => {
	expect(initialsOf('Sanne de Wit')).toBe('SW')
	expect(initialsOf('  henk ')).toBe('H')
	expect(initialsOf('王小明')).toBe('小明')
	expect(initialsOf('👩‍🚀 Ada')).toBe('👩A')
})
