import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasBothEnds } from '../changes/apply-rows.ts'
import { anyAtlas, anyMentions } from '../model/atlas.arbitrary.ts'
import { linkTables, tableOf, tableSchemas, type Atlas } from '../model/atlas.ts'
import { problemRules } from './file-problem.ts'
import { contentsOf } from './snapshot-contents.ts'
import { readWorkspaceFile, writeWorkspaceFile } from './workspace-file.ts'

// The seed is printed with a failure; it can be given here to repeat one.
const seed = Number(process.env.SEED ?? 20_260_302)

/** Some have a snapshot, which holds any other atlas. */
const anyPast = fc.option(anyAtlas, { freq: 3 }).map((past) => {
	if (past === null) return new Map()
	const row = { id: 'before', name: 'Before', at: '2027-03-01T10:00:00Z', note: '', contents: contentsOf(past) }
	return new Map([[row.id, row]])
})
const anyFile = fc
	.tuple(anyAtlas, anyPast)
	.chain(([atlas, snapshots]) => anyMentions(atlas).map((mentions) => ({ atlas: { ...atlas, snapshots }, mentions })))

test('what is exported is imported equal, and exported again as the same bytes', { timeout: 120_000 }, () => {
	fc.assert(
		fc.property(anyFile, ({ atlas, mentions }) => {
			const text = writeWorkspaceFile(atlas, mentions)
			const read = readWorkspaceFile(new TextEncoder().encode(text))
			expect(read).toEqual({ ok: true, atlas, mentions, notes: [], moreNotes: 0 })
			if (read.ok) expect(writeWorkspaceFile(read.atlas, read.mentions)).toBe(text)
		}),
		{ seed, numRuns: 500 }
	)
})

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const strangeValues: Json[] = [
	null,
	true,
	-0,
	1e308,
	-1,
	0.5,
	10,
	'',
	'\ud800',
	'__proto__',
	'gone',
	'x'.repeat(30_000),
	[],
	[[[]]],
	{},
	{ constructor: 1 }
]

/** One change somewhere in a JSON value: a value replaced, taken out, doubled or swapped with another. */
function mutated(value: Json, pick: (below: number) => number): Json {
	const copy = structuredClone(value)
	let parent: Json = copy
	for (let depth = 0; depth < 9; depth += 1) {
		if (typeof parent !== 'object' || parent === null) break
		const keys: (string | number)[] = Array.isArray(parent) ? [...parent.keys()] : Object.keys(parent)
		const key = keys[pick(keys.length)]
		if (key === undefined) break
		const child: Json = Reflect.get(parent, key)
		const goOn = typeof child === 'object' && child !== null && pick(4) > 0
		if (goOn) {
			parent = child
			continue
		}
		const what = pick(4)
		const other = keys[pick(keys.length)] ?? key
		if (what === 0) Reflect.set(parent, key, strangeValues[pick(strangeValues.length)])
		else if (what === 1 && Array.isArray(parent)) parent.splice(Number(key), 1)
		else if (what === 1) Reflect.deleteProperty(parent, key)
		else if (what === 2 && Array.isArray(parent)) parent.push(structuredClone(child))
		else if (what === 2) Reflect.set(parent, `${key}2`, child)
		else Reflect.set(parent, key, structuredClone(Reflect.get(parent, other)))
		break
	}
	return copy
}

/** Bytes changed here and there, or the end cut off. */
function damaged(text: string, pick: (below: number) => number): Uint8Array {
	const bytes = new TextEncoder().encode(text)
	if (pick(3) === 0) return bytes.slice(0, pick(bytes.length))
	for (let times = pick(4); times >= 0; times -= 1) bytes[pick(bytes.length)] = pick(256)
	return bytes
}

function expectValid(atlas: Atlas): void {
	const tables = ['personas', 'values', 'needs', 'channels', 'products', 'decisions', 'sources', 'positions'] as const
	for (const table of [...tables, ...linkTables]) {
		for (const row of atlas[table].values()) expect(tableSchemas[table].safeParse(row).data).toEqual(row)
	}
	for (const table of linkTables) {
		for (const row of atlas[table].values()) expect(hasBothEnds(atlas, table, row)).toBe(true)
	}
	for (const id of atlas.positions.keys()) expect(tableOf(atlas, id)).not.toBe(null)
}

test('a file that is changed at random is refused with paths or read as a valid atlas', { timeout: 120_000 }, () => {
	const outcomes = { refused: 0, read: 0 }
	fc.assert(
		fc.property(anyFile, fc.boolean(), fc.infiniteStream(fc.nat()), ({ atlas, mentions }, isDamaged, numbers) => {
			const pick = (below: number) => (below === 0 ? 0 : (numbers.next().value ?? 0) % below)
			const text = writeWorkspaceFile(atlas, mentions)
			let file: Json = JSON.parse(text)
			for (let times = pick(3); times >= 0; times -= 1) file = mutated(file, pick)
			const read = readWorkspaceFile(isDamaged ? damaged(text, pick) : JSON.stringify(file))
			if (read.ok) {
				outcomes.read += 1
				expectValid(read.atlas)
				const again = readWorkspaceFile(writeWorkspaceFile(read.atlas, read.mentions))
				expect(again).toMatchObject({ ok: true, atlas: read.atlas })
			} else {
				outcomes.refused += 1
				expect(read.problems.length).toBeGreaterThan(0)
				for (const { path, rule, message } of read.problems) {
					expect(path.startsWith('$')).toBe(true)
					expect(problemRules).toContain(rule)
					expect(message).not.toBe('')
				}
			}
		}),
		{ seed, numRuns: 1000 }
	)
	// Both must happen often, or the changes are too tame or too wild to show anything.
	expect(Math.min(outcomes.refused, outcomes.read)).toBeGreaterThan(100)
})
