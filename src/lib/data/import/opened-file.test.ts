import fc from 'fast-check'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { expect, test } from 'vitest'
import { importRows } from '#lib/domain/changes/import-rows.ts'
import { applyRows } from '#lib/domain/changes/apply-rows.ts'
import { runChange } from '#lib/domain/changes/run-change.ts'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { chosenRows, usualChoices, type Difference } from '#lib/domain/interchange/compare/difference.ts'
import { contentsOf } from '#lib/domain/interchange/snapshot-contents.ts'
import { writeCanvas } from '#lib/domain/interchange/write-canvas.ts'
import { writeWorkspaceFile } from '#lib/domain/interchange/workspace-file.ts'
import { anyAtlas } from '#lib/domain/model/atlas.arbitrary.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { decision } from '#lib/domain/model/decision.ts'
import { canvasWords } from '#lib/wording/canvas-words.ts'
import { importWords } from '#lib/wording/import-words.ts'
import { workbook } from '../out/workbook.ts'
import type { Reading } from './import-protocol.ts'
import { openFile, refusalOf } from './opened-file.ts'

const words = importWords()

async function differenceOf(atlas: Atlas, name: string, contents: BlobPart, said: Partial<Reading> = {}) {
	const opened = await openFile(new File([contents], name), atlas, words)
	let made = 0
	return opened.compare(atlas, { ...opened.reading(), ...said }, () => `new${(made += 1)}`)
}

function taken(atlas: Atlas, found: Difference): Atlas {
	const outcome = runChange(
		atlas,
		importRows,
		{ rows: chosenRows(found, usualChoices(found)), name: 'x' },
		{ newId: () => 'x' }
	)
	if (!outcome.ok) throw new Error(outcome.message)
	return applyRows(atlas, outcome.rows)
}

function told({ entries }: Difference) {
	return entries.map(({ kind, table, title }) => `${kind} ${table} ${title}`.trim())
}

test('a second workspace is merged: things by name under the ids of here, decisions and records about them too', async () => {
	const here = smallAtlas()
	const there: Atlas = {
		...smallAtlas(),
		workspace: { id: 'W2', name: 'Another laptop', description: '' },
		frame: { ...here.frame, slogan: 'Alike everywhere' },
		channels: new Map(
			[...here.channels].map(([id, row]) => [id === 'C' ? 'XC' : id, { ...row, id: id === 'C' ? 'XC' : id }])
		),
		values: new Map([
			['V', { id: 'V', name: 'fast', synonyms: ['quick'], opposites: [], description: '', evidence: '' }]
		]),
		prefers: new Map([['P:XC', { from: 'P', channel: 'XC', rank: 2, evidence: 'asked' }]]),
		delivers: new Map(),
		sources: new Map(),
		decisions: new Map([
			['K', decision.parse({ id: 'K', finding: { kind: 'idle-channel', channel: 'XC' }, remedy: 'stop' })]
		]),
		storyChecks: new Map([['XC', { id: 'XC', values: true, slogan: null, look: null, offer: null, note: 'XC' }]])
	}
	const found = await differenceOf(here, 'b.atlas.json', writeWorkspaceFile(there))
	expect(found.problems).toEqual([])
	expect(told(found)).toEqual([
		'changed frame',
		'changed values fast',
		'added decisions',
		'changed prefers Sanne → App',
		'added storyChecks App'
	])
	const merged = taken(here, found)
	expect(merged.workspace.name).toBe('Veldhaven')
	expect(merged.frame.slogan).toBe('Alike everywhere')
	expect(merged.decisions.get('K')?.finding.channel).toBe('C')
	expect(merged.prefers.get('P:C')).toEqual({ from: 'P', channel: 'C', rank: 2, evidence: 'asked' })
	expect(merged.storyChecks.get('C')).toMatchObject({ id: 'C', note: 'XC' })
	expect(merged.delivers.size).toBe(1)
	expect(told(await differenceOf(merged, 'b.atlas.json', writeWorkspaceFile(there)))).toEqual([])
})

test('two that began from one snapshot: only what one of them changed comes over, and both is a conflict', async () => {
	const began = smallAtlas()
	const snapshot = { id: 'snap', name: 'Start', at: '2026-03-01T10:00:00Z', note: '', contents: contentsOf(began) }
	const both: Atlas = { ...began, snapshots: new Map([['snap', snapshot]]) }
	const rename = (atlas: Atlas, id: string, description: string): Atlas => {
		const row = atlas.channels.get(id)
		if (row === undefined) throw new Error('no channel')
		return { ...atlas, channels: new Map([...atlas.channels, [id, { ...row, description }]]) }
	}
	const here = rename(rename(both, 'C', 'here'), 'D', 'mine')
	const there = rename(both, 'D', 'yours')
	const found = await differenceOf(here, 'b.atlas.json', writeWorkspaceFile(there))
	expect(told(found)).toEqual(['conflict channels Phone'])
})

test(
	'any atlas as a canvas and back makes no difference, and a card more is a thing more',
	{ timeout: 300_000 },
	async () => {
		await fc.assert(
			fc.asyncProperty(anyAtlas, async (atlas) => {
				const found = await differenceOf(atlas, 'map.canvas', writeCanvas(atlas, canvasWords()))
				// A heading is one line: a name with a line break, or with space in a row, comes back as one line.
				const odd = found.entries.filter(
					({ choices }) => choices[0]?.fields.some(({ field }) => field !== 'name') !== false
				)
				expect(odd.filter(({ kind }) => kind !== 'conflict')).toEqual([])
				expect(found.problems.filter(({ rule }) => rule !== 'row-without-name')).toEqual([])
			}),
			{ seed: Number(process.env.SEED ?? 20_260_302), numRuns: Number(process.env.RUNS ?? 50) }
		)
	}
)

test('a canvas follows its specification, and comes back with what was changed on it', async () => {
	const atlas = veldhaven()
	const canvas: { nodes: Record<string, unknown>[]; edges: Record<string, unknown>[] } = JSON.parse(
		writeCanvas(atlas, canvasWords())
	)
	const ids = new Set(canvas.nodes.map(({ id }) => id))
	expect(ids.size).toBe(canvas.nodes.length)
	for (const { type, x, y, width, height, color } of canvas.nodes) {
		expect(['text', 'group']).toContain(type)
		for (const number of [x, y, width, height]) expect(Number.isInteger(number)).toBe(true)
		expect(color === undefined || /^[1-6]$/.test(String(color))).toBe(true)
	}
	for (const { fromNode, toNode, fromSide, toSide, label } of canvas.edges) {
		expect([ids.has(fromNode), ids.has(toNode), typeof label]).toEqual([true, true, 'string'])
		expect(['left', 'right']).toContain(fromSide)
		expect(['left', 'right']).toContain(toSide)
	}
	const need = canvas.nodes.find(({ text }) => String(text).includes('*Need*'))
	const persona = canvas.nodes.find(({ text }) => String(text).includes('*Persona*'))
	if (need === undefined || persona === undefined) throw new Error('no cards')
	need.text = String(need.text).replace(/^### .*/, '### Renamed on the canvas')
	canvas.nodes.push({ id: 'fresh', type: 'text', x: 9, y: 9, width: 100, height: 60, color: '5', text: 'A new need' })
	canvas.nodes.push({ id: 'file', type: 'file', x: 0, y: 0, width: 9, height: 9, file: 'a.md' })
	canvas.nodes.push({ id: 'area-a', type: 'group', x: 0, y: 0, width: 900, height: 900, label: 'Group' })
	canvas.edges.push({ id: 'e', fromNode: 'fresh', toNode: persona.id, label: '5' })
	const found = await differenceOf(atlas, 'map.canvas', JSON.stringify(canvas))
	expect(found.entries.map(({ kind, table }) => `${kind} ${table}`).sort()).toEqual([
		'added areas',
		'added has',
		'added needs',
		'added positions',
		'changed needs'
	])
	expect(found.problems.map(({ rule, place }) => [rule, place.part])).toEqual([['card-not-read', 'nodes']])
	const merged = taken(atlas, found)
	expect(merged.has.get(`${String(persona.id)}:fresh`)?.importance).toBe(5)
	expect(merged.needs.get('fresh')).toMatchObject({ name: 'A new need', kind: 'information', stage: 'explore' })
})

test('cards of a canvas of others are taken for what their colour is confirmed to be', async () => {
	const canvas = {
		nodes: [
			{ id: 'one two', type: 'text', x: 0, y: 0, width: 9, height: 9, text: 'Need: Know the price\nmore' },
			{ id: 'b', type: 'text', x: 1.4, y: 0, width: 9, height: 9, color: '#ff0000', text: 'Web shop' },
			{ id: 'c', type: 'text', x: 0, y: 0, width: 9, height: 9, text: '**Plain**' }
		],
		edges: [{ id: 'e', fromNode: 'one two', toNode: 'b', label: '2' }]
	}
	const file = new File([JSON.stringify(canvas)], 'x.canvas')
	const opened = await openFile(file, smallAtlas(), words)
	expect(opened.opened().parts.map(({ name, table }) => [name, table])).toEqual([
		['needs', 'needs'],
		['colour #ff0000', null],
		['colour none', null]
	])
	let made = 0
	const reading: Reading = { ...opened.reading(), tables: ['needs', 'channels', null] }
	const found = opened.compare(smallAtlas(), reading, () => `new${(made += 1)}`)
	expect(told(found)).toEqual([
		'added needs Know the price',
		'added channels Web shop',
		'added positions Web shop',
		'added prefers Know the price → Web shop'
	])
})

test('texts that a spreadsheet would run are texts in a workbook, and no cell is a formula', async () => {
	const formulas = [
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'\t=1',
		' =cmd|x',
		'\u00a0=1',
		'＝1',
		'=HYPERLINK("http://x","y")',
		'a\n=1',
		'\u202Ex'
	]
	const bytes = workbook([
		{ name: 'needs', cells: { columns: ['name', 'n'], rows: formulas.map((text) => [text, -5]) } }
	])
	const { unzipSync, strFromU8 } = await import('fflate')
	const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
	expect(xml).not.toMatch(/<f[ >/]/)
	expect(xml.match(/t="inlineStr"/g)?.length).toBe(formulas.length + 2)
	expect(xml.match(/<v>-5<\/v>/g)?.length).toBe(formulas.length)
	const { sheetsOfWorkbook } = await import('./open-tables.ts')
	const [sheet] = await sheetsOfWorkbook(new Blob([bytes]))
	expect(sheet?.rows.slice(1).map(([text]) => text)).toEqual(formulas)
})

function zip(files: Zippable, level: 0 | 9 = 9): Uint8Array<ArrayBuffer> {
	return zipSync(files, { level })
}

async function refusal(name: string, contents: BlobPart): Promise<string> {
	try {
		await openFile(new File([contents], name), smallAtlas(), words)
		return 'taken'
	} catch (error) {
		return refusalOf(error).rule
	}
}

test('archives that would fill the memory or lead out of themselves are refused by their limit', async () => {
	const lines = strToU8('name,stage\r\n')
	expect(await refusal('a.zip', zip({ '../needs.csv': lines }))).toBe('unsafe-name')
	expect(await refusal('a.zip', zip({ '/needs.csv': lines }))).toBe('unsafe-name')
	expect(await refusal('a.zip', zip({ 'C:\\needs.csv': lines }))).toBe('unsafe-name')
	expect(await refusal('a.zip', zip({ 'x\\..\\needs.csv': lines }))).toBe('unsafe-name')
	const many = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${at}.csv`, new Uint8Array()]))
	expect(await refusal('a.zip', zip(many, 0))).toBe('too-many')
	const bomb = zip({ 'needs.csv': new Uint8Array(140 * 1024 * 1024) })
	expect(await refusal('a.zip', bomb)).toBe('too-large')
	// The size that the archive states of itself is a lie: 10 bytes.
	const lying = bomb.slice()
	const view = new DataView(lying.buffer)
	for (let at = 0; at < lying.length - 4; at += 1) {
		if (view.getUint32(at, true) === 140 * 1024 * 1024) view.setUint32(at, 10, true)
	}
	expect(await refusal('a.xlsx', lying)).toBe('too-large')
	const twice = zip({ 'a.csv': lines, 'b.csv': lines }, 0)
	const same = twice.map((byte) => (byte === 98 ? 97 : byte))
	expect(await refusal('a.zip', same)).toBe('name-twice')
	expect(await refusal('a.zip', zip({ 'a.csv': lines }).slice(0, 30))).toMatch(/damaged|file-empty/)
	expect(await refusal('a.xlsx', zip({ 'needs.csv': lines }))).toBe('damaged')
	expect(await refusal('a.csv', '')).toBe('file-empty')
	expect(await refusal('a.canvas', '{"format":"x"}')).toBe('not-a-canvas')
	expect(await refusal('a.json', '{')).toBe('not-readable')
	expect(await refusal('a.csv', `name\r\n${'x\r\n'.repeat(200_001)}`)).toBe('too-many-rows')
	expect(await refusal('a.csv', `name${',x'.repeat(600)}\r\n`)).toBe('too-many-columns')
})

test(
	'a file whose bytes were changed is refused or compared, and never throws what nobody expects',
	{ timeout: 300_000 },
	async () => {
		const bytes = workbook([
			{
				name: 'needs',
				cells: {
					columns: ['id', 'name'],
					rows: [
						['N', 'x'],
						['M', '<&>"\u0001_x0041_']
					]
				}
			}
		])
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }),
				async (changes) => {
					const changed = bytes.slice()
					for (const [at, byte] of changes) changed[at] = byte
					expect(await refusal('a.xlsx', changed)).toMatch(/taken|damaged|too-|name-|unsafe|file-/)
				}
			),
			{ seed: Number(process.env.SEED ?? 20_260_302), numRuns: Number(process.env.RUNS ?? 100) }
		)
	}
)
