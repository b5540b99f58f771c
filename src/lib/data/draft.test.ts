import { describe, expect, it } from 'vitest'
import { columnsOf, type Column, type GridTable } from './columns.ts'
import { draftOf, isSameDraft, valueOf } from './draft.ts'

function column(table: GridTable, field: string): Column {
	const found = columnsOf(table).find((one) => one.field === field)
	if (!found) throw new Error(`${table} has no ${field}`)
	return found
}

describe('drafts', () => {
	it.each([
		['personas', 'name', 'Sanne de Wit'],
		['personas', 'story', 'Two\nlines, and a space at the end '],
		['personas', 'pains', ['waiting', 'forms']],
		['personas', 'share', 2.5],
		['personas', 'share', null],
		['personas', 'color', '#aa3300'],
		['personas', 'avatar', '🙂'],
		['channels', 'roles', ['reach', 'depth']],
		['channels', 'media', null],
		['channels', 'media', 'paid'],
		['channels', 'twoWay', true],
		['channels', 'twoWay', false],
		['decisions', 'due', '2026-03-31'],
		['sources', 'channel', null]
	] as const)('give back what %s.%s holds when nothing is typed', (table, field, value) => {
		const one = column(table, field)
		expect(valueOf(one, draftOf(one, value))).toEqual(value)
	})

	it('take a list as one text a line, without empty lines', () => {
		expect(valueOf(column('personas', 'goals'), ' a \r\n\n b\r')).toEqual(['a', 'b'])
	})

	it('take a decimal comma', () => {
		expect(valueOf(column('channels', 'effort'), ' 0,5 ')).toBe(0.5)
	})

	it('hand on what is no number, so that the model says why it is refused', () => {
		expect(valueOf(column('channels', 'effort'), 'much')).toBe('much')
		expect(valueOf(column('channels', 'effort'), '')).toBe('')
		expect(valueOf(column('channels', 'effort'), '1e999')).toBe('1e999')
	})

	it('empty a field that may be empty to null, and leave a name empty for the model to refuse', () => {
		expect(valueOf(column('personas', 'color'), '  ')).toBeNull()
		expect(valueOf(column('personas', 'name'), '  ')).toBe('')
	})

	it('do not begin with the letters of a picture', () => {
		expect(draftOf(column('personas', 'avatar'), 'data:image/png;base64,AAAA')).toBe('')
	})

	it('are compared by what they say', () => {
		expect(isSameDraft(['reach'], ['reach'])).toBe(true)
		expect(isSameDraft('', [])).toBe(false)
	})
})
