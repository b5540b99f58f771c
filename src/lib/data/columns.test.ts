import { describe, expect, it } from 'vitest'
import { tableSchemas } from '#lib/domain/model/atlas.ts'
import { mention } from '#lib/domain/model/mention.ts'
import { columnsOf, gridTables, isGridTable } from './columns.ts'

describe('columns', () => {
	it('show every field of every table exactly once, but for the settings of a source, which Voice shows', () => {
		for (const table of gridTables) {
			const shape = table === 'mentions' ? mention.shape : tableSchemas[table].shape
			const fields = Object.keys(shape).filter((field) => field !== 'settings')
			expect(
				columnsOf(table)
					.map(({ field }) => field)
					.toSorted()
			).toEqual(fields.toSorted())
		}
	})

	it('begin with the name and end with evidence and id', () => {
		const fields = columnsOf('personas').map(({ field }) => field)
		expect(fields[0]).toBe('name')
		expect(fields.slice(-2)).toEqual(['evidence', 'id'])
		expect(columnsOf('mentions')[0]?.field).toBe('text')
	})

	it.each([
		['personas', 'name', 'line'],
		['personas', 'story', 'text'],
		['personas', 'pains', 'texts'],
		['personas', 'share', 'number'],
		['personas', 'color', 'colour'],
		['personas', 'avatar', 'picture'],
		['needs', 'stage', 'choice'],
		['channels', 'roles', 'set'],
		['channels', 'twoWay', 'yes-no'],
		['channels', 'effort', 'number'],
		['decisions', 'due', 'date'],
		['decisions', 'finding', 'fixed'],
		['delivers', 'status', 'choice'],
		['sources', 'channel', 'thing'],
		['mentions', 'label', 'choice']
	] as const)('derive from the schema that %s.%s is a %s', (table, field, kind) => {
		expect(columnsOf(table).find((column) => column.field === field)?.kind).toBe(kind)
	})

	it('offer what the enumeration has, in its order', () => {
		expect(columnsOf('needs').find(({ field }) => field === 'stage')?.options).toEqual([
			'discover',
			'explore',
			'buy',
			'use',
			'share'
		])
	})

	it('know where null is a value and where it is not', () => {
		const nullable = columnsOf('channels').filter((column) => column.nullable)
		expect(nullable.map(({ field }) => field)).toEqual(['media', 'setting'])
	})

	it('leave ids, the ends of links, findings and scores as they are', () => {
		const fixed = gridTables.flatMap((table) =>
			columnsOf(table)
				.filter(({ editable, field }) => !editable && field !== 'id')
				.map(({ field }) => `${table}.${field}`)
		)
		expect(fixed).toEqual([
			'holds.persona',
			'holds.value',
			'has.persona',
			'has.need',
			'prefers.from',
			'prefers.channel',
			'fulfils.product',
			'fulfils.need',
			'delivers.product',
			'delivers.channel',
			'decisions.finding',
			'mentions.source',
			'mentions.externalId',
			'mentions.sentiment',
			'mentions.corrected'
		])
	})

	it('know the tables that the ends of a preference may be in', () => {
		expect(columnsOf('prefers')[0]?.things).toEqual(['personas', 'needs'])
	})

	it('are asked for by names of tables only', () => {
		expect(isGridTable('needs')).toBe(true)
		expect(isGridTable('positions')).toBe(false)
		expect(isGridTable('__proto__')).toBe(false)
	})
})
