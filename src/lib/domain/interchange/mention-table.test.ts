import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { smallAtlas } from '../changes/small-atlas.ts'
import { channelNames, guessColumns, mentionFromRow, type MentionContext } from './mention-table.ts'
import { dateOrderOf, readMoment } from './moment.ts'

const context: MentionContext = {
	source: 'S',
	channelNamed: channelNames(smallAtlas()),
	now: '2026-03-10T12:00:00.000Z'
}

test('columns are recognised by their names in three languages', () => {
	expect(guessColumns(['id', 'at', 'channel', 'lang', 'text'])).toEqual({ id: 0, at: 1, channel: 2, lang: 3, text: 4 })
	expect(guessColumns(['Datum', 'Auteur', 'Bericht', 'Kanaal', 'Taal', 'Link'])).toEqual({
		at: 0,
		author: 1,
		text: 2,
		channel: 3,
		lang: 4,
		url: 5
	})
	expect(guessColumns(['编号', '发布时间', '用户名', '评论内容', '内容', '来源', '语言', '链接'])).toEqual({
		id: 0,
		at: 1,
		author: 2,
		text: 4,
		channel: 5,
		lang: 6,
		url: 7
	})
	expect(guessColumns(['\uFEFFCreated At', 'ＴＥＸＴ', 'Review ID'])).toEqual({ at: 0, text: 1, id: 2 })
	expect(guessColumns(['a', 'b'])).toEqual({})
})

test('a row becomes a mention of its source', () => {
	const row = ['M01', '2026-03-02T09:10:00Z', 'ａｐｐ', 'zh_CN', '很快', ' Sanne ', 'https://example.org/1']
	const columns = { id: 0, at: 1, channel: 2, lang: 3, text: 4, author: 5, url: 6 }
	expect(mentionFromRow(row, columns, context)).toEqual({
		ok: true,
		draft: {
			source: 'S',
			externalId: 'M01',
			at: '2026-03-02T09:10:00.000Z',
			text: '很快',
			lang: 'zh-CN',
			author: 'Sanne',
			channel: 'C',
			url: 'https://example.org/1'
		},
		notes: []
	})
})

test('what is missing is empty, and the time is that of the import', () => {
	expect(mentionFromRow(['Nice ad.'], { text: 0, at: 1, author: 2 }, context)).toMatchObject({
		ok: true,
		draft: { at: context.now, author: null, channel: null, externalId: null }
	})
})

test('a row without a usable text or date is dropped with its reason', () => {
	const columns = { text: 0, at: 1 }
	const rule = (...row: string[]) => {
		const read = mentionFromRow(row, columns, context)
		return read.ok ? null : read.rule
	}
	expect(rule(' \n', '')).toBe('empty-text')
	expect(rule('\0', '')).toBe('empty-text')
	expect(rule('x'.repeat(20_001), '')).toBe('text-too-long')
	expect(rule('x'.repeat(20_000), '')).toBe(null)
	expect(rule('x', 'yesterday')).toBe('bad-date')
	expect(rule('x', '2026-02-30')).toBe('bad-date')
	expect(rule('x', '03/04/2026')).toBe('ambiguous-date')
})

test('what does not fit is left out with a note', () => {
	const columns = { text: 0, channel: 1, url: 2, lang: 3, author: 4, id: 5 }
	const row = ['half \ud800', 'Radio', 'javascript:alert(1)', '?', 'a'.repeat(201), 'i'.repeat(501)]
	const read = mentionFromRow(row, columns, context)
	expect(read).toMatchObject({
		ok: true,
		draft: { text: 'half \ufffd', channel: null, url: null, lang: null, author: 'a'.repeat(200), externalId: null }
	})
	expect(read.ok && read.notes.map(({ rule }) => rule).sort()).toEqual([
		'author-cut',
		'bad-id',
		'bad-lang',
		'bad-url',
		'unknown-channel'
	])
})

test('dates are read as tables write them', () => {
	const at = (written: string, order?: 'day-first' | 'month-first') => {
		const read = readMoment(written, order)
		return read.ok ? read.at : read.rule
	}
	expect(at('2026-03-02')).toBe('2026-03-02T00:00:00.000Z')
	expect(at('2026-03-02 09:10')).toBe('2026-03-02T09:10:00.000Z')
	expect(at('2026-03-02T09:10:00.5+08:00')).toBe('2026-03-02T01:10:00.500Z')
	expect(at('2026-03-02T09:10:00-0530')).toBe('2026-03-02T14:40:00.000Z')
	expect(at('2026年3月2日 9:10')).toBe('2026-03-02T09:10:00.000Z')
	expect(at('2/3/2026', 'day-first')).toBe('2026-03-02T00:00:00.000Z')
	expect(at('2/3/2026', 'month-first')).toBe('2026-02-03T00:00:00.000Z')
	expect(at('13/3/2026')).toBe('2026-03-13T00:00:00.000Z')
	expect(at('3/13/2026')).toBe('2026-03-13T00:00:00.000Z')
	expect(at('2-3-2026 9:10')).toBe('2026-03-02T09:10:00.000Z')
	expect(at('1772442600')).toBe('2026-03-02T09:10:00.000Z')
	expect(at('1772442600000')).toBe('2026-03-02T09:10:00.000Z')
	for (const none of ['0000-01-01', '2026-13-01', '2026-03-02 24:00', '2026-03-02 09:60', '9', '1'.repeat(100_000)]) {
		expect(at(none)).toBe('bad-date')
	}
	expect(dateOrderOf(['1/2/2026', '1/22/2026'])).toBe('month-first')
	expect(dateOrderOf(['1/2/2026', '22/1/2026'])).toBe('day-first')
	expect(dateOrderOf(['1/22/2026', '22/1/2026'])).toBe(null)
})

test('the mentions of the worked case are all taken in', () => {
	const csv = readFileSync(new URL('../../../../tests/cases/veldhaven-mentions.csv', import.meta.url), 'utf8')
	const [header = '', ...lines] = csv.trim().split(/\r?\n/)
	const columns = guessColumns(header.split(','))
	expect(columns).toEqual({ id: 0, at: 1, channel: 2, lang: 3, text: 4 })
	// Only the text, the last column, has commas.
	const rows = lines.map((line) => /^([^,]*),([^,]*),([^,]*),([^,]*),(.*)$/.exec(line)?.slice(1) ?? [])
	const reads = rows.map((row) => mentionFromRow(row, columns, { ...context, channelNamed: () => null }))
	expect(reads.filter((read) => read.ok).length).toBe(24)
})
