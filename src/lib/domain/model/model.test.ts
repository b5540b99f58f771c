import { expect, test } from 'vitest'
import { channel } from './channel.ts'
import { id, name } from './fields.ts'
import { persona } from './persona.ts'

test('a channel without effort costs one', () => {
	expect(channel.parse({ id: 'C1', name: ' Website ' })).toMatchObject({
		name: 'Website',
		effort: 1,
		carries: [],
		twoWay: false
	})
})

test('roles are kept once and in the order of the method', () => {
	expect(channel.parse({ id: 'C1', name: 'Phone', roles: ['relationship', 'reach', 'reach'] }).roles).toEqual([
		'reach',
		'relationship'
	])
})

test('a name counts characters as people do', () => {
	expect(name.safeParse('👍'.repeat(200)).success).toBe(true)
	expect(name.safeParse('👍'.repeat(201)).success).toBe(false)
	expect(name.safeParse('  ').success).toBe(false)
	expect(name.safeParse('\ud800').success).toBe(false)
})

test('the id that would change prototypes is refused', () => {
	expect(id.safeParse('__proto__').success).toBe(false)
	expect(id.safeParse('constructor').success).toBe(true)
})

test('an avatar is a picture or an emoji, nothing that runs', () => {
	const avatar = (value: string) => persona.safeParse({ id: 'P1', name: 'Sanne', avatar: value }).success
	expect(avatar('🙂')).toBe(true)
	expect(avatar('data:image/png;base64,iVBORw0KGgo=')).toBe(true)
	expect(avatar('data:image/svg+xml;base64,PHN2Zz4=')).toBe(false)
	expect(avatar('<b>')).toBe(false)
	expect(avatar(`data:image/png;base64,${'A'.repeat(800_000)}`)).toBe(false)
})
