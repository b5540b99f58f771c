import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginEvents, jetstreamGone, jetstreamPost, ReplayServer } from '../../../tests/support/replay-server.ts'
import { putOf, type FeedEvent } from '#lib/domain/feeds/feed-event.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'
import { maskedPerson } from '#lib/domain/words/mask.ts'
import { bluesky } from './bluesky.ts'
import { FeedFailure, type Connector, type Signal } from './connection.ts'
import { serverSentEvents } from './json-sources.ts'
import { MemoryShelf, plainSettings, quick } from './test-run.ts'

let server: ReplayServer
let shelf: MemoryShelf
beforeEach(async () => {
	server = await new ReplayServer().start()
	shelf = new MemoryShelf()
})
afterEach(() => server.stop())

function jetstream(): Connector {
	return bluesky({ ...plainSettings, url: server.ws })
}

/** A connector that says what it is given, and then fails or goes on for ever. */
function scripted(lines: readonly (Signal | FeedFailure)[], isPushed = false): Connector {
	return {
		isPushed,
		async *connect({ signal }, { wait }) {
			for (const line of lines) {
				if (line instanceof FeedFailure) throw line
				yield line
			}
			await wait(2 ** 30, signal)
		}
	}
}

function told(...events: FeedEvent[]): Signal {
	return { kind: 'told', events }
}

test('after a lost connection it goes on where it was: nothing is lost and nothing is there twice', async () => {
	const sent: string[] = []
	server.onSocket('/subscribe', (socket, request) => {
		const from = Number(new URL(request.url ?? '', 'http://x').searchParams.get('cursor') ?? 0)
		for (const frame of sent) if (JSON.parse(frame).time_us >= from) socket.send(frame)
	})
	const post = (number: number) => {
		const frame = jetstreamPost('did:plc:a', `k${number}`, `post ${number}`, 1_000_000_000 + number * 1_000_000)
		sent.push(frame)
		server.say(frame)
	}
	const { stop } = shelf.start(jetstream())
	await shelf.until(() => shelf.reports.at(-1)?.state === 'live')
	for (let number = 0; number < 10; number += 1) post(number)
	await shelf.until(() => shelf.rows.size === 10)
	server.drop()
	for (let number = 10; number < 20; number += 1) post(number)
	await shelf.until(() => shelf.rows.size === 20)
	await stop()
	expect(shelf.reports.some(({ state, trouble }) => state === 'failing' && trouble?.reason === 'closed')).toBe(true)
	expect(shelf.counts).toMatchObject({ read: 20, kept: 20, known: 0 })
	// Paused for a while, then resumed by another run, as another tab would.
	for (let number = 20; number < 25; number += 1) post(number)
	const resumed = shelf.start(jetstream())
	await shelf.until(() => shelf.rows.size === 25)
	await resumed.stop()
	expect(shelf.texts).toHaveLength(25)
	expect(shelf.counts).toMatchObject({ kept: 25 })
	expect(shelf.counts.read).toBe(shelf.counts.kept + shelf.counts.known)
})

test('deletions of posts and of whole accounts are honoured, under masked names too', async () => {
	server.onSocket('/subscribe', (socket) => {
		for (const [did, key] of [
			['did:plc:a', '1'],
			['did:plc:a', '2'],
			['did:plc:b', '3'],
			['did:plc:b', '4']
		] as const)
			socket.send(jetstreamPost(did, key, `post ${key}`, Number(key)))
	})
	const { stop } = shelf.start(jetstream(), { settings: { ...plainSettings, masks: true } })
	await shelf.until(() => shelf.rows.size === 4)
	expect([...shelf.rows.keys()].join()).not.toContain('did:')
	expect([...shelf.rows.values()][0]?.author).toBe(maskedPerson('did:plc:a'))
	server.say(jetstreamPost('did:plc:a', '1', '', 5, 'delete'))
	server.say(jetstreamGone('did:plc:b', 6))
	await shelf.until(() => shelf.rows.size === 1)
	expect(shelf.texts).toEqual(['post 2'])
	// A post that comes later than its own deletion stays deleted.
	server.say(jetstreamPost('did:plc:a', '1', 'post 1', 4))
	server.say(jetstreamPost('did:plc:c', '9', 'post 9', 7))
	await shelf.until(() => shelf.texts.includes('post 9'))
	await stop()
	expect(shelf.texts).toEqual(['post 2', 'post 9'])
	expect(shelf.counts.dropped).toEqual({ deleted: 1 })
})

test('what is not wanted is counted by its reason', async () => {
	const settings = { ...plainSettings, words: ['claim'], langs: ['en'] }
	const events: FeedEvent[] = [
		putOf({ id: '1', text: 'my claim', lang: 'en' }),
		putOf({ id: '2', text: 'my dog', lang: 'en' }),
		putOf({ id: '3', text: 'mijn claim', lang: 'nl' }),
		putOf({ id: '4', text: 'claim '.repeat(4000), lang: 'en' }),
		{ op: 'drop', reason: 'malformed' }
	]
	const { stop } = shelf.start(scripted([{ kind: 'open' }, told(...events)]), { settings })
	await shelf.until(() => shelf.counts.read === 5)
	await stop()
	expect(shelf.texts).toEqual(['my claim'])
	expect(shelf.counts).toMatchObject({ read: 5, kept: 1 })
	await shelf.until(() => Object.keys(shelf.counts.dropped).length === 4)
	expect(shelf.counts.dropped).toEqual({ words: 1, language: 1, 'too-long': 1, malformed: 1 })
})

test('a failing source says why, since when and when it is tried again, and tries at once when told to', async () => {
	const failing = scripted([new FeedFailure('refused', '401', 300_000)])
	const { run, stop } = shelf.start(failing)
	await shelf.until(() => shelf.reports.at(-1)?.state === 'failing')
	const first = run.report
	expect(first).toMatchObject({ trouble: { reason: 'refused', detail: '401' }, attempt: 1 })
	expect((first.next ?? 0) - first.since).toBe(300_000)
	run.retry()
	await shelf.until(() => run.report.attempt === 2)
	expect(run.report.since).toBe(first.since)
	await stop()
})

test('waiting starts anew once it worked', async () => {
	const attempts: number[] = []
	let connections = 0
	const flaky: Connector = {
		isPushed: true,
		async *connect() {
			connections += 1
			if (connections === 3) yield { kind: 'open' }
			throw new FeedFailure('closed')
		}
	}
	const { stop } = shelf.start(flaky, { report: ({ state, attempt }) => state === 'failing' && attempts.push(attempt) })
	while (attempts.length < 4) await quick.wait(1000)
	await stop()
	expect(attempts.slice(0, 4)).toEqual([1, 2, 1, 2])
})

test('of a flood a share is kept, all of it is counted, and the share is said', async () => {
	let now = 1_000_000
	const surroundings = { ...quick, now: () => now, random: seededRandom(7) }
	const flood: Connector = {
		isPushed: true,
		async *connect({ signal }, { wait }) {
			yield { kind: 'open' }
			for (let second = 0; second < 20; second += 1) {
				for (let part = 0; part < 20; part += 1) {
					now += 50
					yield told(
						...Array.from({ length: 100 }, (_, at) =>
							putOf({ id: `${second}-${part}-${at}`, text: `post ${second} ${part} ${at}` })
						)
					)
				}
				await wait(20)
			}
			await wait(2 ** 30, signal)
		}
	}
	const { run, stop } = shelf.start(flood, { surroundings })
	await shelf.until(() => run.report.rate > 1500 && shelf.counts.read >= 20_000)
	expect(run.report.share).toBeLessThan(0.2)
	while (now < 1_020_000) await quick.wait(100)
	await stop()
	expect(shelf.counts.read).toBe(40_000)
	expect(shelf.counts.kept + (shelf.counts.dropped.sampled ?? 0)).toBe(40_000)
	expect(shelf.counts.kept).toBeGreaterThan(2000)
	expect(shelf.counts.kept).toBeLessThan(3200)
})

test('a source that can be held back is, and nothing of it is sampled', async () => {
	const events = Array.from({ length: 5000 }, (_, at) => putOf({ id: `${at}`, text: `row ${at}` }))
	const parts = Array.from({ length: 50 }, (_, at) => told(...events.slice(at * 100, at * 100 + 100)))
	const { stop } = shelf.start(scripted([{ kind: 'open' }, ...parts]))
	await shelf.until(() => shelf.rows.size === 5000)
	await stop()
	expect(shelf.counts).toMatchObject({ read: 5000, kept: 5000, dropped: {} })
	expect(Math.max(...shelf.batches.map(({ puts }) => puts.length))).toBeLessThanOrEqual(1200)
})

test('what the store refuses is tried again, and said', async () => {
	let refusals = 2
	const { run, stop } = shelf.start(scripted([{ kind: 'open' }, told(putOf({ id: '1', text: 'x' }))]), {
		keep: async ({ read }) => {
			if ((refusals -= 1) >= 0) throw new Error('no room')
			return { ...shelf.counts, read, kept: 1 }
		}
	})
	await shelf.until(() => run.report.trouble?.reason === 'not-kept')
	await shelf.until(() => run.report.counts?.kept === 1)
	expect(run.report.trouble).toBeNull()
	await stop()
})

test('an edit of a post replaces what is there, and a gap that cannot be filled is said', async () => {
	server.on('/feed', (_, response) => {
		const write = beginEvents(response)
		write('data: {"id":"1","text":"first"}\n\ndata: {"id":"1","text":"second"}\n\ndata: {"op":"resync"}\n\n')
	})
	const { run, stop } = shelf.start(serverSentEvents({ ...plainSettings, url: `${server.http}/feed`, fields: {} }))
	await shelf.until(() => shelf.texts.includes('second'))
	expect(shelf.texts).toEqual(['second'])
	expect(run.report.gapAt).not.toBeNull()
	await stop()
})
