import { expect, test } from 'vitest'
import type { Command } from '#lib/state/commands.svelte.ts'
import { rankCommands } from './rank-commands.ts'

function command(title: string, enabled = true): Command {
	return { id: title, title, group: 'Edit', enabled, run() {} }
}

const all = [
	command('Zoom to fit'),
	command('Fit a need to a product'),
	command('Undo: outfit'),
	command('Profit', false)
]

test('titles that begin with the query come first, then words that do, then the rest', () => {
	expect(rankCommands(all, 'fit').map(({ title }) => title)).toEqual([
		'Fit a need to a product',
		'Zoom to fit',
		'Undo: outfit'
	])
})

test('the title that is the query comes before those that begin with it', () => {
	const commands = [command('Coverage guide'), command('Coverage')]
	expect(rankCommands(commands, 'coverage').map(({ title }) => title)).toEqual(['Coverage', 'Coverage guide'])
})

test('every word of the query must be there', () => {
	expect(rankCommands(all, 'fit need').map(({ title }) => title)).toEqual(['Fit a need to a product'])
	expect(rankCommands(all, 'fit nobody')).toEqual([])
})

test('an empty query finds all that can be done', () => {
	expect(rankCommands(all, ' ')).toHaveLength(3)
})
