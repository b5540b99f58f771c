import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/universal'
import { readRows, recognise, recogniseEncoding } from './read-rows.ts'
import { sheetRows } from './read-sheet.ts'

async function allRows(file: Blob, name: string): Promise<(readonly string[])[]> {
	const { encoding, shape } = await recognise(file, name)
	const rows: (readonly string[])[] = []
	for await (const chunk of readRows(file, encoding, shape)) for (const { cells } of chunk.rows) rows.push(cells)
	return rows
}

test('a CSV with a header is a table; quoted commas, quotes and line ends stay in their cell', async () => {
	const file = new Blob(['id,text\r\n1,"Fast, ""very"" fast\r\nindeed"\r\n2,Slow\r\n'])
	const { shape, header } = await recognise(file, 'mentions.csv')
	expect(shape).toEqual({ kind: 'table', delimiter: ',', hasHeader: true })
	expect(header).toEqual(['id', 'text'])
	expect(await allRows(file, 'mentions.csv')).toEqual([
		['1', 'Fast, "very" fast\r\nindeed'],
		['2', 'Slow']
	])
})

test.each(['\t', ';', '|'])('the delimiter %j is recognised', async (delimiter) => {
	const file = new Blob([`datum${delimiter}tekst\n2026-03-02${delimiter}Snel, goed\n`])
	expect((await recognise(file, 'x.txt')).shape).toEqual({ kind: 'table', delimiter, hasHeader: true })
})

test('plain text is a mention a line, commas or not', async () => {
	const file = new Blob(['Nice, fast, good.\n\nSlow, but fair\nno'])
	expect((await recognise(file, '')).shape).toEqual({ kind: 'lines' })
	expect(await allRows(file, '')).toEqual([['Nice, fast, good.'], ['Slow, but fair'], ['no']])
})

test('JSON lines and JSON arrays are tables by their keys; what is no object has empty cells', async () => {
	const lines = new Blob(['{"text":"a","at":"2026-03-02"}\n{"text":"b","id":7}\nnonsense\n'])
	expect((await recognise(lines, '')).header).toEqual(['text', 'at', 'id'])
	expect(await allRows(lines, '')).toEqual([
		['a', '2026-03-02', ''],
		['b', '', '7'],
		['', '', '']
	])
	expect(await allRows(new Blob(['[{"text":"a"},{"text":"b"}]']), '')).toEqual([['a'], ['b']])
})

test('rows keep their number in the file', async () => {
	const file = new Blob(['text,id\none,1\n,\nthree,3\n'])
	const { encoding, shape } = await recognise(file, 'x.csv')
	const numbers: number[] = []
	for await (const { rows } of readRows(file, encoding, shape)) numbers.push(...rows.map(({ number }) => number))
	expect(numbers).toEqual([2, 4])
})

test('a large file is read in pieces without cutting characters or rows', async () => {
	const lines = Array.from({ length: 40_000 }, (_, at) => `${at},"客服回复很快，理赔很清楚 ${at}"`)
	const file = new Blob([`id,text\n${lines.join('\n')}\n`])
	expect(file.size).toBeGreaterThan(1024 * 1024)
	const rows = await allRows(file, 'x.csv')
	expect(rows).toHaveLength(40_000)
	expect(rows.at(-1)).toEqual(['39999', '客服回复很快，理赔很清楚 39999'])
	expect(rows.every(([id, text]) => text === `客服回复很快，理赔很清楚 ${id}`)).toBe(true)
})

test.each([
	['UTF-8', 'utf-8', new TextEncoder().encode('id,text\n1,理赔 café')],
	['UTF-16 with its mark', 'utf-16le', new Uint8Array([0xff, 0xfe, 0x61, 0x00])],
	['GB18030', 'gb18030', new Uint8Array([0xbf, 0xcd, 0xb7, 0xfe, 0xba, 0xdc, 0xbf, 0xec])],
	['Windows-1252', 'windows-1252', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x65, 0x6e])]
])('%s is recognised', (_, encoding, bytes) => {
	expect(recogniseEncoding(bytes)).toBe(encoding)
})

test('an empty file has no rows', async () => {
	expect(await allRows(new Blob([]), 'x.csv')).toEqual([])
})

async function workbook(rows: readonly (readonly (string | number | Date | boolean | null)[])[]): Promise<Blob> {
	const sheet = rows.map((row) =>
		row.map((value) =>
			value instanceof Date ? { value, format: 'yyyy-mm-dd hh:mm' } : value === null ? null : { value }
		)
	)
	return await writeExcelFile(sheet).toBlob()
}

test('a workbook is a table: dates are instants, numbers keep their digits, empty rows are left out', async () => {
	const file = await workbook([
		['text', 'at', 'id'],
		['Fast <b>indeed</b>', new Date('2026-03-02T10:00:00Z'), 4711],
		[null, null, null],
		['理赔很清楚', '2026-03-01', true]
	])
	const { shape, header } = await recognise(file, 'mentions.xlsx')
	expect(shape).toEqual({ kind: 'sheet', hasHeader: true })
	expect(header).toEqual(['text', 'at', 'id'])
	expect(await allRows(file, 'mentions.xlsx')).toEqual([
		['Fast <b>indeed</b>', '2026-03-02T10:00:00.000Z', '4711'],
		['理赔很清楚', '2026-03-01', 'true']
	])
})

test('a workbook whose first row names nothing has no header', async () => {
	const file = await workbook([['Slow service all week'], ['Quick answer']])
	expect((await recognise(file, 'x.xlsx')).shape).toEqual({ kind: 'sheet', hasHeader: false })
	expect(await allRows(file, 'x.xlsx')).toEqual([['Slow service all week'], ['Quick answer']])
})

test('a workbook that unpacks without end is refused before it is read', async () => {
	const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(4 * 1024 * 1024) })
	expect(bomb.length).toBeLessThan(16 * 1024)
	await expect(sheetRows(new Blob([new Uint8Array(bomb)]), 2 * 1024 * 1024)).rejects.toThrow('more than 2 MB')
})

test('an object over several lines is one document, and the list in it holds the entries', async () => {
	const file = new Blob([JSON.stringify({ next: 'x', items: [{ text: 'a' }, { text: 'b' }] }, null, 2)])
	expect((await recognise(file, 'x.json')).shape).toEqual({ kind: 'json' })
	expect(await allRows(file, 'x.json')).toEqual([['a'], ['b']])
})
