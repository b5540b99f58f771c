import { expect, test } from 'vitest'
import { changes } from '#lib/domain/changes/index.ts'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { AtlasDocument } from './atlas-document.ts'
import { idsOf, workAtRandom } from './random-work.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'
import { syncTabs, type TabChannel } from './tab-sync.ts'

/** A broadcast that delivers when told to, in order, to everybody but the sender. */
function aBroadcast() {
	type Listener = (event: { data: unknown }) => void
	const members = new Set<{ listeners: Set<Listener> }>()
	const queue: { to: { listeners: Set<Listener> }; data: unknown }[] = []
	return {
		sent: new Array<unknown>(),
		open(): TabChannel {
			const self = { listeners: new Set<Listener>() }
			members.add(self)
			const { sent } = this
			return {
				postMessage(data) {
					sent.push(data)
					for (const to of members) if (to !== self) queue.push({ to, data: structuredClone(data) })
				},
				addEventListener: (_type, listener) => void self.listeners.add(listener),
				removeEventListener: (_type, listener) => void self.listeners.delete(listener),
				close: () => void members.delete(self)
			}
		},
		deliver() {
			for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
				for (const listener of next.to.listeners) listener({ data: next.data })
			}
		}
	}
}

function aTab(broadcast: ReturnType<typeof aBroadcast>, tab: string, clientId: number, schema = 1) {
	const document = new AtlasDocument({ id: 'W', clientId })
	document.load(smallAtlas())
	const outdated: string[] = []
	const join = () =>
		syncTabs(document, { schema, tab, channel: broadcast.open(), onOutdated: () => outdated.push(tab) })
	return { document, outdated, join, ids: idsOf(tab) }
}

test('a tab that joins brings what it has and gets what it lacks', () => {
	const broadcast = aBroadcast()
	const one = aTab(broadcast, 'A', 1001)
	const two = aTab(broadcast, 'B', 1002)
	one.document.run(changes.renameEntity, { id: 'N', name: 'one' }, one.ids)
	two.document.run(changes.renameEntity, { id: 'P', name: 'two' }, two.ids)
	one.join()
	two.join()
	broadcast.deliver()
	for (const { document } of [one, two]) {
		expect(document.atlas.needs.get('N')?.name).toBe('one')
		expect(document.atlas.personas.get('P')?.name).toBe('two')
	}
})

test('what one tab does the others show, undo included', () => {
	const broadcast = aBroadcast()
	const tabs = [aTab(broadcast, 'A', 1001), aTab(broadcast, 'B', 1002), aTab(broadcast, 'C', 1003)] as const
	for (const tab of tabs) tab.join()
	tabs[0].document.run(changes.removeThings, { ids: ['P'] }, tabs[0].ids)
	broadcast.deliver()
	expect(tabs[2].document.atlas.personas.size).toBe(0)
	tabs[0].document.undo()
	broadcast.deliver()
	expect(tabs[1].document.atlas).toEqual(smallAtlas())
	expect(tabs[1].document.undoStep).toBeNull()
})

test('an older tab stops telling, then says so, and still hears', () => {
	for (const newFirst of [true, false]) {
		const broadcast = aBroadcast()
		const older = aTab(broadcast, 'A', 1001, 1)
		const newer = aTab(broadcast, 'B', 1002, 2)
		const sync = newFirst ? (newer.join(), older.join()) : older.join()
		if (!newFirst) newer.join()
		broadcast.deliver()
		expect(older.outdated).toEqual(['A'])
		expect(newer.outdated).toEqual([])
		expect(sync.isOutdated).toBe(true)
		broadcast.sent.length = 0
		older.document.run(changes.renameEntity, { id: 'N', name: 'old' }, older.ids)
		expect(broadcast.sent).toEqual([])
		newer.document.run(changes.renameEntity, { id: 'P', name: 'new' }, newer.ids)
		broadcast.deliver()
		expect(older.document.atlas.personas.get('P')?.name).toBe('new')
	}
})

test('what is not a message is passed over', () => {
	const broadcast = aBroadcast()
	const tab = aTab(broadcast, 'A', 1001)
	tab.join()
	const stranger = broadcast.open()
	const bytes = new Uint8Array([1, 2, 3])
	for (const data of [
		null,
		5,
		'x',
		{},
		{ from: 'B', schema: 1, kind: 'update', update: bytes },
		{ from: 'B', schema: 1 }
	])
		stranger.postMessage(data)
	broadcast.deliver()
	expect(tab.document.atlas).toEqual(smallAtlas())
})

test('tabs that come and go at random end equal: 30 rounds', () => {
	const start = Math.floor(Math.random() * 2 ** 31)
	for (let round = 0; round < 30; round += 1) {
		const random = seededRandom(start + round)
		const broadcast = aBroadcast()
		const tabs = ['A', 'B', 'C'].map((name, index) => {
			const tab = aTab(broadcast, name, 1001 + index)
			return { ...tab, sync: random() < 0.5 ? tab.join() : null }
		})
		for (let turn = 0; turn < 60; turn += 1) {
			const tab = tabs[Math.floor(random() * tabs.length)]
			if (tab === undefined) continue
			if (random() < 0.6) workAtRandom(tab.document, random, tab.ids)
			else if (random() < 0.4) tab.document.undo()
			else if (random() < 0.5) broadcast.deliver()
			else if (tab.sync === null) tab.sync = tab.join()
			else {
				tab.sync.stop()
				tab.sync = null
			}
		}
		for (const tab of tabs) {
			tab.sync?.stop()
			tab.join()
			broadcast.deliver()
		}
		for (const { document } of tabs) expect(document.atlas, `seed ${start + round}`).toEqual(tabs[0]?.document.atlas)
	}
})
