import { expect, test } from 'vitest'
import { readPasted } from './pasted-text.ts'

test('a list is a line a thing, without bullets, numbers and empty lines', () => {
	expect(readPasted('\uFEFF- Website\r\n\r\n* App\r\n3. Phone\n[ ] Kiosk\n– \n')).toEqual({
		kind: 'list',
		lines: ['Website', 'App', 'Phone', 'Kiosk', '–'].map((name) => ({ depth: 0, cells: [name] }))
	})
})

test('an outline keeps its depths, whatever it is indented with', () => {
	for (const indent of ['\t', '  ', '    ', '\u3000']) {
		const text = ['Sanne', `${indent}Report a theft`, `${indent}${indent}App`, `${indent}See my claim`, 'Murat'].join(
			'\n'
		)
		const { kind, lines } = readPasted(text)
		expect(kind).toBe('outline')
		expect(lines.map(({ depth }) => depth)).toEqual([0, 1, 2, 1, 0])
	}
	expect(readPasted('    Sanne\n    Murat').kind).toBe('list')
})

test('cells of a spreadsheet keep their columns; a quoted cell may hold tabs, quotes and line breaks', () => {
	const { kind, lines } = readPasted('Name\tRole\nSanne\t"first own flat,\nrents"\n"say ""hi"""\t5" pipe\n\t\n')
	expect(kind).toBe('table')
	expect(lines.map(({ cells }) => cells)).toEqual([
		['Name', 'Role'],
		['Sanne', 'first own flat, rents'],
		['say "hi"', '5" pipe']
	])
})

test('a single column with a line break in a cell is a list of cells', () => {
	expect(readPasted('"two\nlines"\nnext').lines.map(({ cells }) => cells[0])).toEqual(['two lines', 'next'])
	expect(readPasted('"I want it now"\nsaid Henk').lines.map(({ cells }) => cells[0])).toEqual([
		'"I want it now"',
		'said Henk'
	])
})
