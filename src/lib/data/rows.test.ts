import { describe, expect, it } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { channel } from '#lib/domain/model/channel.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { columnsOf, type Column, type GridTable } from './columns.ts'
import { cellText, filterRows, rowName, rowsOf, sortRows } from './rows.ts'

const atlas: Atlas = {
	...smallAtlas(),
	channels: new Map([
		['C', channel.parse({ id: 'C', name: 'App 10', effort: 10, media: 'owned', roles: ['depth', 'reach'] })],
		['D', channel.parse({ id: 'D', name: 'App 9', effort: 9, media: 'paid', twoWay: true })],
		['E', channel.parse({ id: 'E', name: '微信', effort: 0.5, description: 'ＱＲ code' })]
	])
}
const textOf = (column: Column, value: unknown) => cellText(atlas, column, value)

function column(table: GridTable, field: string): Column {
	const found = columnsOf(table).find((one) => one.field === field)
	if (!found) throw new Error(`${table} has no ${field}`)
	return found
}

function sorted(field: string, direction: 'ascending' | 'descending') {
	return sortRows(rowsOf(atlas, 'channels'), column('channels', field), direction, 'en', textOf).map(({ key }) => key)
}

describe('rows', () => {
	it('say the names of both ends of a link', () => {
		const [row] = rowsOf(atlas, 'prefers')
		expect(row && textOf(column('prefers', 'from'), row.fields.from)).toBe('Sanne')
		expect(row && rowName(atlas, 'prefers', row)).toBe('Sanne → App 10')
	})

	it('say choices and sets in words', () => {
		const [row] = rowsOf(atlas, 'channels')
		expect(row && textOf(column('channels', 'roles'), row.fields.roles)).toBe('Reach, Depth')
		expect(row && textOf(column('channels', 'media'), row.fields.media)).toBe('Owned')
	})

	it('say what a decision is about', () => {
		const text = textOf(column('decisions', 'finding'), { kind: 'unmet', persona: 'P', need: 'N' })
		expect(text).toContain('Sanne · Report a theft')
	})

	it('are found by any cell, whatever the case and the width of the letters', () => {
		const found = (query: string) =>
			filterRows(rowsOf(atlas, 'channels'), columnsOf('channels'), query, textOf).map(({ key }) => key)
		expect(found(' qr ')).toEqual(['E'])
		expect(found('微')).toEqual(['E'])
		expect(found('OWNED')).toEqual(['C'])
		expect(found('')).toHaveLength(3)
		expect(found('nothing of the kind')).toEqual([])
	})

	it('are sorted as people count, with empty cells last in either direction', () => {
		expect(sorted('name', 'ascending')).toEqual(['D', 'C', 'E'])
		expect(sorted('effort', 'descending')).toEqual(['C', 'D', 'E'])
		expect(sorted('media', 'ascending')).toEqual(['D', 'C', 'E'])
		expect(sorted('media', 'descending')).toEqual(['C', 'D', 'E'])
		expect(sorted('description', 'descending')[0]).toBe('E')
	})
})
