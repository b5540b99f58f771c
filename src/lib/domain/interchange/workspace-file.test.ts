import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { smallAtlas } from '../changes/small-atlas.ts'
import { linkKey } from '../model/atlas.ts'
import { readWorkspaceFile, writeWorkspaceFile } from './workspace-file.ts'

/** A file with these members beside what must be there. */
function fileWith(members: object): string {
	return JSON.stringify({ format: 'channel-atlas', version: 1, workspace: { id: 'W', name: 'Veldhaven' }, ...members })
}

/** What is wrong with a file, as "path rule". */
function problemsOf(text: string | Uint8Array): string[] {
	const read = readWorkspaceFile(text)
	return read.ok ? [] : read.problems.map(({ path, rule }) => `${path} ${rule}`)
}

const bytes = (...values: (number | string)[]) =>
	Uint8Array.from(
		values.flatMap((value) => (typeof value === 'number' ? [value] : [...new TextEncoder().encode(value)]))
	)

const need = { id: 'N', name: 'See my claim', kind: 'information', stage: 'use' }
const channel = { id: 'C', name: 'App' }
const persona = { id: 'P', name: 'Sanne' }

test('the worked case is read, with its mentions, and comes back as the same bytes', () => {
	const read = readWorkspaceFile(readFileSync(new URL('../../../../tests/cases/veldhaven.atlas.json', import.meta.url)))
	expect(read).toMatchObject({ ok: true, notes: [], moreNotes: 0 })
	if (!read.ok) return
	const { atlas, mentions } = read
	expect([atlas.personas.size, atlas.needs.size, atlas.products.size, atlas.channels.size]).toEqual([4, 13, 9, 10])
	expect(mentions.length).toBe(24)
	const text = writeWorkspaceFile(atlas, mentions)
	const again = readWorkspaceFile(text)
	expect(again).toEqual(read)
	expect(again.ok && writeWorkspaceFile(again.atlas, again.mentions)).toBe(text)
	expect(writeWorkspaceFile(atlas)).not.toContain('"mentions"')
})

test('a file is written in the order of the format, by id, without what is empty', () => {
	const atlas = {
		...smallAtlas(),
		positions: new Map([
			['P', { x: 1, y: 0 }],
			['10', { x: 0, y: 0 }],
			['9', { x: 0, y: 0 }]
		])
	}
	const text = writeWorkspaceFile(atlas)
	expect(text).toMatch(/^\{\n {2}"format": "channel-atlas",\n {2}"version": 1,\n {2}"workspace": \{/)
	expect(text.endsWith('}\n')).toBe(true)
	expect(text).toContain('  "positions": {\n    "10": {\n      "x": 0,\n      "y": 0\n    },\n    "9": {')
	expect(text).toContain(
		'    {\n      "id": "C",\n      "name": "App",\n      "twoWay": false,\n      "effort": 1\n    },'
	)
	expect(text).toContain('    {\n      "persona": "P",\n      "channel": "C",\n      "rank": 1\n    }')
	expect(text).toContain('  "holds": [],')
	expect([...text.matchAll(/^ {2}"(\w+)"/gm)].map(([, name]) => name).join(' ')).toBe(
		'format version workspace frame personas values needs channels products decisions holds has prefers fulfils delivers positions words sources'
	)
})

test('what is not JSON is refused with the line and column', () => {
	const at = (text: string) => {
		const read = readWorkspaceFile(text)
		return read.ok ? null : `${read.problems[0]?.params.line}:${read.problems[0]?.params.column}`
	}
	expect(at('')).toBe('1:1')
	expect(at('{"a": 1,\n  "b" 2}')).toBe('2:7')
	expect(at('{"a": [1, 2,]}')).toBe('1:13')
	expect(at('{"a": "\n"}')).toBe('1:8')
	expect(at('{"a": tru}')).toBe('1:7')
	expect(at('{"a": 1} x')).toBe('1:10')
	expect(at('{"a": "\\u12"}')).toBe('1:8')
	expect(at('['.repeat(100_000))).toBe('1:100001')
})

test('UTF-8 is read with and without byte order mark; other encodings are refused by name', () => {
	const text = fileWith({})
	expect(readWorkspaceFile(bytes(0xef, 0xbb, 0xbf, text)).ok).toBe(true)
	expect(readWorkspaceFile(`\uFEFF${text}`).ok).toBe(true)
	expect(problemsOf(bytes(0xff, 0xfe, 0x7b, 0))).toEqual(['$ utf-16'])
	expect(problemsOf(bytes(0x7b, 0, 0x7d, 0))).toEqual(['$ utf-16'])
	expect(problemsOf(bytes('{"a":"', 0xd6, 0xd0, '"}'))).toEqual(['$ not-utf-8'])
})

test('other formats and newer versions are refused for that alone', () => {
	expect(problemsOf('[]')).toEqual(['$ other-format'])
	expect(problemsOf('{"format":"channel-atlas/coverage","version":1}')).toEqual(['$.format other-format'])
	expect(problemsOf(fileWith({ version: 2, needs: 3 }))).toEqual(['$.version newer-version'])
	for (const version of ['1', 0, 1.5, null])
		expect(problemsOf(fileWith({ version }))).toEqual(['$.version bad-version'])
	expect(problemsOf('{"format":"channel-atlas","version":1}')).toEqual(['$.workspace missing'])
})

test('values out of range and of wrong types are refused, each with its path', () => {
	const text = fileWith({
		frame: { goals: [{ text: 1 }] },
		personas: [persona, { id: 'Q', name: ' ', share: 0, color: 'red', avatar: 'data:image/svg+xml;base64,AAAA' }, 7],
		needs: [{ ...need, kind: 'gift' }, { id: 'N 2' }],
		channels: [{ ...channel, effort: -1 }],
		decisions: [{ id: 'K', finding: { kind: 'unmet' }, remedy: 'accept', due: '2026-02-30' }],
		has: [{ persona: 'P', need: 'N', importance: 6 }],
		words: { merge: [['alone']] },
		positions: { P: { x: '1', y: null } },
		sources: {}
	})
	expect(problemsOf(text)).toEqual([
		'$.frame.goals[0].text wrong-type',
		'$.personas[1].name empty-name',
		'$.personas[1].share not-above',
		'$.personas[1].avatar avatar',
		'$.personas[1].color colour',
		'$.personas[2] wrong-type',
		'$.needs[0].kind not-one-of',
		'$.needs[1].id id-form',
		'$.needs[1].name missing',
		'$.needs[1].kind missing',
		'$.needs[1].stage missing',
		'$.channels[0].effort too-small',
		'$.decisions[0].due date',
		'$.has[0].importance whole-number',
		'$.positions.P.x wrong-type',
		'$.positions.P.y wrong-type',
		'$.words.merge[0] too-few',
		'$.sources wrong-type'
	])
})

test('whatever points to nothing is refused', () => {
	const text = fileWith({
		personas: [persona],
		needs: [need],
		channels: [channel],
		holds: [{ persona: 'P', value: 'gone' }],
		has: [{ persona: 'N', need: 'P' }],
		prefers: [{ need: 'gone', channel: 'C' }],
		fulfils: [{ product: 'gone', need: 'N' }],
		delivers: [{ product: 'gone', channel: 'C', status: 'never' }],
		positions: { gone: { x: 0, y: 0 } },
		sources: [{ id: 'S', name: 'Reviews', kind: 'file', channel: 'gone' }],
		mentions: [{ id: 'M', source: 'gone', channel: 'P', at: '2026-03-02T09:10:00Z', text: 'Nice' }]
	})
	expect(problemsOf(text)).toEqual([
		'$.holds[0].value dangling',
		'$.has[0].persona dangling',
		'$.has[0].need dangling',
		'$.prefers[0].need dangling',
		'$.fulfils[0].product dangling',
		'$.delivers[0].product dangling',
		'$.delivers[0].status not-one-of',
		'$.positions.gone dangling',
		'$.sources[0].channel dangling',
		'$.mentions[0].source dangling',
		'$.mentions[0].channel dangling'
	])
})

test('a decision may be about what is gone', () => {
	const decision = { id: 'K', finding: { kind: 'idle-channel', channel: 'gone' }, remedy: 'stop' }
	expect(problemsOf(fileWith({ decisions: [decision] }))).toEqual([])
})

test('ids and links that are there twice are refused, over all tables', () => {
	const mention = { source: 'S', externalId: '1', at: '2026-03-02T09:10:00Z', text: 'Nice' }
	const text = fileWith({
		personas: [persona],
		needs: [need, { ...need, id: 'P' }],
		channels: [channel],
		has: [
			{ persona: 'P', need: 'N' },
			{ persona: 'P', need: 'N', importance: 5 }
		],
		sources: [{ id: 'S', name: 'Reviews', kind: 'file' }],
		mentions: [
			{ id: 'C', ...mention },
			{ id: 'M', ...mention }
		]
	})
	const read = readWorkspaceFile(text)
	expect(read).toMatchObject({
		ok: false,
		problems: [
			{ path: '$.needs[1].id', rule: 'duplicate-id', params: { id: 'P', first: '$.personas[0].id' } },
			{ path: '$.mentions[0].id', rule: 'duplicate-id', params: { first: '$.channels[0].id' } },
			{ path: '$.has[1]', rule: 'duplicate-link', params: { first: '$.has[0]' } },
			{ path: '$.mentions[1].externalId', rule: 'duplicate-mention' }
		]
	})
})

test('a preference has one source', () => {
	const file = (prefers: object) =>
		fileWith({ personas: [persona], needs: [need], channels: [channel], prefers: [prefers] })
	expect(problemsOf(file({ persona: 'P', need: 'N', channel: 'C' }))).toEqual(['$.prefers[0] one-source'])
	expect(problemsOf(file({ channel: 'C' }))).toEqual(['$.prefers[0] one-source'])
	expect(problemsOf(file({ need: 'N', channel: 'C' }))).toEqual([])
})

test('a preference without rank comes after those of its source that have one', () => {
	const channels = ['A', 'B', 'C', 'D'].map((id) => ({ id, name: id }))
	const prefers = [
		{ persona: 'P', channel: 'A' },
		{ persona: 'P', channel: 'B', rank: 2 },
		{ persona: 'P', channel: 'C' },
		{ need: 'N', channel: 'D' }
	]
	const read = readWorkspaceFile(fileWith({ personas: [persona], needs: [need], channels, prefers }))
	const rank = (from: string, to: string) => read.ok && read.atlas.prefers.get(linkKey(from, to))?.rank
	expect([rank('P', 'A'), rank('P', 'B'), rank('P', 'C'), rank('N', 'D')]).toEqual([3, 2, 4, 1])
})

test('fields that are not known are left out and reported', () => {
	const text = `{"format":"channel-atlas","version":1,"workspace":{"id":"W","name":"A","owner":1},"__proto__":{"polluted":true},
		"frame":{"goals":[{"text":"a","when":2}]},"needs":[{"id":"N","name":"x","kind":"advice","stage":"buy","a b":1,"__proto__":{"polluted":1}}],
		"decisions":[{"id":"K","finding":{"kind":"unmet","why":1},"remedy":"stop"}]}`
	const read = readWorkspaceFile(text)
	expect(read.ok && read.notes.map(({ path }) => path)).toEqual([
		'$.__proto__',
		'$.workspace.owner',
		'$.frame.goals[0].when',
		"$.needs[0]['a b']",
		'$.needs[0].__proto__',
		'$.decisions[0].finding.why'
	])
	expect(read.ok && Reflect.get(read.atlas.needs.get('N') ?? {}, 'polluted')).toBe(undefined)
	expect(Reflect.get({}, 'polluted')).toBe(undefined)
})

test('the first hundred problems are listed and the others counted', () => {
	const read = readWorkspaceFile(fileWith({ needs: Array.from({ length: 250 }, () => 1) }))
	expect(read.ok ? null : [read.problems.length, read.more]).toEqual([100, 150])
})

test('hostile values are refused or made harmless', () => {
	expect(problemsOf(fileWith({ needs: [{ ...need, name: 'x'.repeat(10_000_000) }] }))).toEqual([
		'$.needs[0].name too-long'
	])
	expect(problemsOf(`${fileWith({}).slice(0, -1)},"needs":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toEqual([
		'$.needs[0] wrong-type'
	])
	expect(problemsOf(fileWith({ channels: [channel] }).replace('"App"', '"App","effort":1e309'))).toEqual([
		'$.channels[0].effort wrong-type'
	])
	expect(problemsOf(fileWith({ needs: [need] }).replace('See', '\\ud800'))).toEqual(['$.needs[0].name half-character'])
	expect(
		problemsOf(fileWith({ positions: {} }).replace('"positions":{}', '"positions":{"__proto__":{"x":1,"y":1}}'))
	).toEqual(['$.positions.__proto__ id-reserved'])
	const zero = readWorkspaceFile(
		fileWith({ needs: [need] }).replace('"needs"', '"positions":{"N":{"x":-0,"y":-0.0}},"needs"')
	)
	expect(zero.ok && zero.atlas.positions.get('N')).toEqual({ x: 0, y: 0 })
})

test('records follow the mentions where there are some, by id, each id once in its table', () => {
	const view = { id: 'one', name: 'Start', x: 1, y: 2, zoom: 0.5 }
	const read = readWorkspaceFile(fileWith({ views: [{ ...view, id: 'two' }, view] }))
	expect(read.ok && writeWorkspaceFile(read.atlas).match(/"id": "(one|two)"/g)).toEqual(['"id": "one"', '"id": "two"'])
	expect(writeWorkspaceFile(smallAtlas())).not.toContain('"views"')
	expect(problemsOf(fileWith({ views: [view, view] }))).toEqual(['$.views[1].id duplicate-id'])
	expect(problemsOf(fileWith({ views: [{ ...view, zoom: 'x' }] }))).toEqual(['$.views[0].zoom wrong-type'])
})
