import fc from 'fast-check'
import { parse } from 'papaparse'
import { expect, test } from 'vitest'
import { smallAtlas } from '../changes/small-atlas.ts'
import { anyAtlas } from '../model/atlas.arbitrary.ts'
import { mention } from '../model/mention.ts'
import { csvLine, neutralise } from './csv-text.ts'
import { csvOfTable, csvTables, mentionsCsv } from './csv-tables.ts'
import { outTables } from './table-cells.ts'

test('a cell that a spreadsheet would take for a formula begins with an apostrophe', () => {
	const formulas = [
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'\t=1',
		'\r1',
		'\tx',
		' =1',
		'\u00a0=1',
		'\u200b=1',
		'\uFEFF=1',
		'＝1',
		'\n=1'
	]
	for (const cell of formulas) expect(neutralise(cell)[0]).toBe("'")
	expect(neutralise('a\n=1')).toBe("'a\n'=1")
	expect(neutralise('a\r\n @x\nb')).toBe("'a\r\n' @x\nb")
	for (const cell of ['', 'a=b', '1-2', 'a\nb', 'e-mail', '客服', '\n']) expect(neutralise(cell)).toBe(cell)
})

test('numbers stay numbers, and what separates cells is quoted', () => {
	expect(csvLine([-1, 0.5, true, null, 'a', 'say "hi", now', 'two\nlines', ' x'])).toBe(
		'-1,0.5,true,,a,"say ""hi"", now","two\nlines"," x"\r\n'
	)
})

test('links stand with the names of their ends', () => {
	expect(csvOfTable(smallAtlas(), 'delivers')).toBe(
		'\uFEFFproduct,product_name,channel,channel_name,status,evidence\r\nO,Claim form,C,App,live,\r\n'
	)
	expect(csvOfTable(smallAtlas(), 'prefers')).toBe(
		'\uFEFFfrom,from_name,channel,channel_name,rank,evidence\r\nP,Sanne,C,App,1,\r\n'
	)
	expect(csvOfTable(smallAtlas(), 'positions')).toBe('\uFEFFid,id_name,x,y\r\nP,Sanne,0,0\r\n')
})

test('lists and decisions are readable', () => {
	const decided = {
		...smallAtlas(),
		words: { merge: [['claim', 'claims']], together: ['call centre', 'web site'], hide: [] },
		decisions: new Map([
			[
				'K',
				{
					id: 'K',
					finding: { kind: 'unasked-delivery' as const, product: 'O', channel: 'C' },
					remedy: 'stop' as const,
					owner: 'Service',
					due: null,
					note: '',
					done: false,
					evidence: ''
				}
			]
		])
	}
	expect(csvOfTable(decided, 'words')).toContain('claim = claims,call centre; web site,')
	expect(csvOfTable(decided, 'decisions')).toContain(
		'K,unasked-delivery,,,,O,,C,,Claim form; App,stop,Service,,,false,'
	)
})

test('mentions are written line by line', () => {
	const row = mention.parse({ id: 'M', source: 'S', at: '2026-03-02T09:10:00Z', text: '=1+1, really', channel: 'C' })
	expect([...mentionsCsv(smallAtlas(), [row])]).toEqual([
		'\uFEFFid,source,source_name,externalId,at,text,lang,author,channel,channel_name,url,sentiment,label,corrected\r\n',
		'M,S,Reviews,,2026-03-02T09:10:00Z,"\'=1+1, really",,,C,App,,,,false\r\n'
	])
})

const seed = Number(process.env.SEED ?? 20_260_302)

test(
	'any atlas gives tables that read back with as many columns everywhere, and no formula',
	{ timeout: 120_000 },
	() => {
		fc.assert(
			fc.property(anyAtlas, (atlas) => {
				for (const [at, { name, text }] of csvTables(atlas).entries()) {
					expect(name).toBe(`${outTables[at]}.csv`)
					const { data } = parse<string[]>(text.slice(1), { newline: '\r\n', skipEmptyLines: true })
					const [header = []] = data
					for (const row of data) {
						expect(row.length).toBe(header.length)
						for (const cell of row) {
							const isNumber = cell !== '' && Number.isFinite(Number(cell))
							if (!isNumber) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@]/mu)
						}
					}
				}
			}),
			{ seed, numRuns: 100 }
		)
	}
)
