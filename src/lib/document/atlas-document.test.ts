import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyRows } from '#lib/domain/changes/apply-rows.ts'
import { changes } from '#lib/domain/changes/index.ts'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { put, remove } from '#lib/domain/model/row-change.ts'
import { AtlasDocument } from './atlas-document.ts'
import { idsOf, workAtRandom } from './random-work.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'

function aDocument(clientId = 100): AtlasDocument {
	const document = new AtlasDocument({ id: 'W', clientId })
	document.load(smallAtlas())
	return document
}

/** Two people on one atlas; `meet` brings each what the other did. */
function twoPeople() {
	const anna = aDocument(1000)
	const bob = aDocument(2000)
	const meet = () => {
		const forBob = anna.encodeDiff(bob.encodeStateVector())
		anna.applyUpdate(bob.encodeDiff(anna.encodeStateVector()))
		bob.applyUpdate(forBob)
	}
	return { anna, bob, meet, ids: idsOf('A') }
}

test('who hears of an update reads the steps of now', () => {
	const document = aDocument()
	const seen: (string | undefined)[][] = []
	document.subscribe(() => seen.push([document.undoStep?.change, document.redoStep?.change]))
	document.run(changes.renameEntity, { id: 'N', name: 'Report a loss' }, idsOf('A'))
	document.undo()
	document.redo()
	expect(seen).toEqual([
		['renameEntity', undefined],
		[undefined, 'renameEntity'],
		['renameEntity', undefined]
	])
})

test('a document filled with an atlas gives that atlas', () => {
	expect(aDocument().atlas).toEqual(smallAtlas())
})

test('the same atlas always loads as the same update, so that loading it twice is loading it once', () => {
	const one = aDocument(1)
	const two = aDocument(2)
	expect(one.encode()).toEqual(two.encode())
	one.applyUpdate(two.encode())
	expect(one.atlas).toEqual(smallAtlas())
})

test('a change keeps the tables that it does not touch', () => {
	const document = aDocument()
	const before = document.atlas
	document.run(changes.renameEntity, { id: 'N', name: 'Report a fire' }, idsOf('A'))
	expect(document.atlas.needs.get('N')?.name).toBe('Report a fire')
	expect(document.atlas.needs).not.toBe(before.needs)
	expect(document.atlas.personas).toBe(before.personas)
	expect(document.atlas.has).toBe(before.has)
	expect(before.needs.get('N')?.name).toBe('Report a theft')
})

test('a refused change leaves nothing behind', () => {
	const document = aDocument()
	const before = document.atlas
	const outcome = document.run(changes.linkThings, { from: 'V', to: 'C' }, idsOf('A'))
	expect(outcome.ok).toBe(false)
	expect(document.atlas).toBe(before)
	expect(document.undoStep).toBeNull()
})

test('what belongs to something that cannot be undone is no step', () => {
	const document = aDocument()
	const sources = document.atlas.sources.size
	document.run(changes.renameEntity, { id: 'N', name: 'Report a fire' }, idsOf('A'))
	document.run(changes.addSource, { name: 'Reviews', kind: 'file' }, idsOf('A'), { undoable: false })
	expect(document.undoStep?.change).toBe('renameEntity')
	document.undo()
	expect(document.atlas.sources.size).toBe(sources + 1)
	expect(document.atlas.needs.get('N')?.name).toBe('Report a theft')
})

test('a step is told to subscribers with its name and its update', () => {
	const document = aDocument()
	const other = new AtlasDocument({ id: 'W' })
	other.applyUpdate(document.encode())
	const heard: unknown[] = []
	const stop = document.subscribe((event) => {
		heard.push([event.local, event.origin])
		other.applyUpdate(event.update, 'from the other')
	})
	other.subscribe((event) => heard.push([event.local, event.origin]))
	document.run(changes.renameEntity, { id: 'N', name: 'Report a fire' }, idsOf('A'))
	stop()
	document.undo()
	expect(heard).toEqual([
		[true, { change: 'renameEntity', subject: 'Report a theft' }],
		[false, 'from the other']
	])
	expect(other.atlas.needs.get('N')?.name).toBe('Report a fire')
})

test('two steps of the same name are told apart, and a step stays itself when it is undone and redone', () => {
	const document = aDocument()
	document.run(changes.setRank, { from: 'P', channel: 'C', rank: 2 }, idsOf('A'))
	const first = document.undoStep
	document.run(changes.setRank, { from: 'P', channel: 'C', rank: 3 }, idsOf('A'))
	expect(document.undoStep).toEqual(first)
	expect(document.undoStep).not.toBe(first)
	document.undo()
	expect(document.undoStep).toBe(first)
	document.undo()
	document.redo()
	expect(document.undoStep).toBe(first)
})

test('a rename is undone and redone by name', () => {
	const document = aDocument()
	document.run(changes.renameEntity, { id: 'N', name: 'Report a fire' }, idsOf('A'))
	const step = { change: 'renameEntity', subject: 'Report a theft' }
	expect(document.undoStep).toEqual(step)
	expect(document.undo()).toEqual({ ok: true, step, changed: true, kept: 0 })
	expect(document.atlas).toEqual(smallAtlas())
	expect(document.redoStep).toEqual(step)
	expect(document.redo()).toEqual({ ok: true, step, changed: true, kept: 0 })
	expect(document.atlas.needs.get('N')?.name).toBe('Report a fire')
	expect(document.undo()).not.toBeNull()
	expect(document.undo()).toBeNull()
})

test('a removed persona comes back with her links', () => {
	const document = aDocument()
	document.run(changes.removeThings, { ids: ['P'] }, idsOf('A'))
	expect(document.atlas.has.size).toBe(0)
	document.undo()
	expect(document.atlas).toEqual(smallAtlas())
})

test('a link whose end is gone is left out until the end is back', () => {
	const { anna, bob, meet, ids } = twoPeople()
	anna.run(changes.removeThings, { ids: ['C'] }, ids)
	bob.run(changes.linkThings, { from: 'N', to: 'C' }, idsOf('B'))
	meet()
	expect(anna.atlas).toEqual(bob.atlas)
	expect([...anna.atlas.prefers.keys()]).toEqual([])
	expect(anna.atlas.sources.get('S')?.channel).toBeNull()
	anna.undo()
	meet()
	expect([...bob.atlas.prefers.keys()]).toEqual(['N:C', 'P:C'])
	expect(bob.atlas.sources.get('S')?.channel).toBe('C')
})

test('two people who change two fields of one need both win', () => {
	const { anna, bob, meet, ids } = twoPeople()
	anna.run(changes.editEntity, { table: 'needs', id: 'N', fields: { name: 'Report a fire' } }, ids)
	bob.run(changes.editEntity, { table: 'needs', id: 'N', fields: { evidence: 'survey' } }, ids)
	meet()
	expect(anna.atlas.needs.get('N')).toMatchObject({ name: 'Report a fire', evidence: 'survey' })
	expect(bob.atlas).toEqual(anna.atlas)
})

test('undo leaves what somebody else wrote since, and says so', () => {
	const { anna, bob, meet, ids } = twoPeople()
	anna.run(changes.editEntity, { table: 'needs', id: 'N', fields: { name: 'Report a fire', evidence: 'guess' } }, ids)
	meet()
	bob.run(changes.editEntity, { table: 'needs', id: 'N', fields: { evidence: 'survey' } }, ids)
	meet()
	expect(anna.undo()).toMatchObject({ changed: true, kept: 1 })
	meet()
	expect(bob.atlas.needs.get('N')).toMatchObject({ name: 'Report a theft', evidence: 'survey' })
	anna.redo()
	expect(anna.atlas.needs.get('N')).toMatchObject({ name: 'Report a fire', evidence: 'survey' })
})

test('undoing the making of a thing keeps it where somebody else has worked on it', () => {
	for (const work of ['edit', 'link'] as const) {
		const { anna, bob, meet, ids } = twoPeople()
		anna.run(changes.addEntity, { table: 'needs', fields: { name: 'Get advice' } }, ids)
		meet()
		if (work === 'edit') bob.run(changes.editEntity, { table: 'needs', id: 'A1', fields: { evidence: 'survey' } }, ids)
		else bob.run(changes.linkThings, { from: 'P', to: 'A1' }, ids)
		meet()
		expect(anna.undo()).toMatchObject({ changed: false, kept: 1 })
		expect(anna.atlas.needs.get('A1')?.name).toBe('Get advice')
	}
})

test('redoing a removal keeps the thing where somebody else has worked on it since it came back', () => {
	const { anna, bob, meet, ids } = twoPeople()
	anna.run(changes.removeThings, { ids: ['V'] }, ids)
	anna.undo()
	meet()
	bob.run(changes.editEntity, { table: 'values', id: 'V', fields: { synonyms: ['quick'] } }, ids)
	meet()
	expect(anna.redo()).toMatchObject({ changed: false, kept: 1 })
	expect(anna.atlas.values.get('V')?.synonyms).toEqual(['quick'])
})

test('a link that is made again after its removal has its own fields, and undoing both gives the first', () => {
	const document = aDocument()
	document.run(changes.setRank, { from: 'P', channel: 'C', rank: 4 }, idsOf('A'))
	const ranked = document.atlas
	document.run(changes.removeThings, { links: [{ table: 'prefers', key: 'P:C' }] }, idsOf('A'))
	document.run(changes.setRank, { from: 'P', channel: 'C', rank: 9 }, idsOf('A'))
	document.undo()
	document.undo()
	expect(document.atlas).toEqual(ranked)
	document.redo()
	document.redo()
	expect(document.atlas.prefers.get('P:C')?.rank).toBe(9)
})

test('a new step ends what could be redone', () => {
	const document = aDocument()
	document.run(changes.renameEntity, { id: 'N', name: 'one' }, idsOf('A'))
	document.undo()
	document.run(changes.renameEntity, { id: 'N', name: 'two' }, idsOf('A'))
	expect(document.redoStep).toBeNull()
	expect(document.redo()).toBeNull()
})

test('what another program wrote into a document is read only where it is a row under its own safe key', () => {
	const document = aDocument()
	const hostile = new Y.Doc()
	Y.applyUpdateV2(hostile, document.encode())
	const needs = hostile.getMap<unknown>('needs')
	const rowOf = (fields: object) => new Y.Map<unknown>(Object.entries(fields))
	const fine = { id: '__proto__', name: 'x', kind: 'product', stage: 'use' }
	needs.set('__proto__', rowOf(fine))
	needs.set('wrong', rowOf({ ...fine, id: 'right' }))
	needs.set('number', 5)
	needs.set('half', rowOf({ id: 'half', name: 'not all' }))
	needs.set('more', rowOf({ ...fine, id: 'more', fromTheFuture: 1 }))
	hostile.getMap<unknown>('has').set('P:nobody', rowOf({ persona: 'P', need: 'nobody' }))
	hostile.getMap<unknown>('prefers').set('C:C', rowOf({ from: 'C', channel: 'C', rank: 1 }))
	document.applyUpdate(Y.encodeStateAsUpdateV2(hostile))
	expect([...document.atlas.needs.keys()]).toEqual(['N', 'more'])
	expect([...document.atlas.has.keys()]).toEqual(['P:N'])
	expect([...document.atlas.prefers.keys()]).toEqual(['P:C'])
	expect('name' in {}).toBe(false)
})

test('rows written directly are a step as well', () => {
	const document = aDocument()
	document.write({ change: 'import', subject: 'x' }, [put('needs', 'N', { name: 'New' }), remove('values', 'V')])
	expect(document.undoStep).toEqual({ change: 'import', subject: 'x' })
	document.undo()
	expect(document.atlas).toEqual(smallAtlas())
})

test('the document comes to what the rows of a change say: 300 random steps', () => {
	const seed = Math.floor(Math.random() * 2 ** 31)
	const random = seededRandom(seed)
	const document = aDocument()
	for (let step = 0; step < 300; step += 1) {
		const before = document.atlas
		const outcome = workAtRandom(document, random, idsOf(`s${step}x`))
		if (outcome.ok) expect(document.atlas, `seed ${seed}, step ${step}`).toEqual(applyRows(before, outcome.rows))
		else expect(document.atlas, `seed ${seed}, step ${step}`).toBe(before)
	}
})

test('any sequence of steps undone gives the first atlas, redone the last: 40 random histories', () => {
	const seed = Math.floor(Math.random() * 2 ** 31)
	const random = seededRandom(seed)
	for (let history = 0; history < 40; history += 1) {
		const document = aDocument()
		const ids = idsOf('A')
		const states = [document.atlas]
		for (let step = 0; step < 60; step += 1) {
			const before = document.undoStep
			const atlas = document.atlas
			workAtRandom(document, random, ids)
			if (document.atlas !== atlas) states.push(document.atlas)
			else expect(document.undoStep).toEqual(before)
		}
		const last = document.atlas
		for (let back = states.length - 2; back >= 0; back -= 1) {
			expect(document.undo(), `seed ${seed}`).toMatchObject({ changed: true, kept: 0 })
			expect(document.atlas, `seed ${seed}, history ${history}, back at ${back}`).toEqual(states[back])
		}
		expect(document.undo()).toBeNull()
		while (document.redo() !== null);
		expect(document.atlas, `seed ${seed}, history ${history}`).toEqual(last)
	}
})
