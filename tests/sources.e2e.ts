import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, goTo, openSample, test } from './support/test.ts'
import {
	beginEvents,
	jetstreamGone,
	jetstreamPost,
	json,
	mastodonStatus,
	ReplayServer
} from './support/replay-server.ts'

// A server that fails on purpose makes the browser say so.
test.use({ expected: /WebSocket connection to|Failed to load resource|net::ERR_|blocked by CORS policy/ })

let replay: ReplayServer
test.beforeEach(async () => {
	replay = await new ReplayServer().start()
})
test.afterEach(() => replay.stop())

async function openSources(page: Page): Promise<void> {
	await openSample(page)
	await goTo(page, 'Voice')
	await page.getByRole('tab', { name: /^Sources/ }).click()
	await expect(page.getByRole('heading', { name: 'No source runs yet' })).toBeVisible()
}

/** Adds a source of a kind, set up by its fields. */
async function addSource(page: Page, kind: RegExp, fields: Readonly<Record<string, string>>): Promise<Locator> {
	await page.getByRole('button', { name: 'Add a source' }).click()
	const dialog = page.getByRole('dialog')
	await dialog.getByRole('button', { name: kind }).click()
	for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(text)
	await dialog.getByRole('button', { name: 'Start this source' }).click()
	await expect(dialog).toHaveCount(0)
	return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: fields.Name ?? '' }) })
}

async function expectFigures(card: Locator, figures: Readonly<Record<string, number>>): Promise<void> {
	for (const [name, figure] of Object.entries(figures))
		await expect(card.getByTestId(`source-${name}`), name).toHaveText(`${figure}`)
}

const firehose = {
	Server: '',
	Name: 'Firehose',
	'Only with these words or phrases': 'claim, storm damage',
	'Without these words': 'giveaway',
	Languages: 'en'
}

test('a stream is filtered and counted, goes on after a lost connection without loss or doubles, and honours deletions', async ({
	page
}) => {
	const sent: string[] = []
	replay.onSocket('/subscribe', (socket, request) => {
		const from = Number(new URL(request.url ?? '', 'http://x').searchParams.get('cursor') ?? 0)
		for (const frame of sent) if (JSON.parse(frame).time_us >= from) socket.send(frame)
	})
	const say = (...frames: string[]) => {
		for (const frame of frames) {
			sent.push(frame)
			replay.say(frame)
		}
	}
	const post = (person: string, key: string, text: string, second: number, operation?: string) =>
		jetstreamPost(`did:plc:${person}`, key, text, 1_700_000_000_000_000 + second * 1_000_000, operation)
	await openSources(page)
	const card = await addSource(page, /^Bluesky/, { ...firehose, Server: replay.ws })
	await expect(card.getByTestId('source-state')).toHaveText('Live')

	const first = post('anna', '1', 'My claim went smoothly, call 06-12345678', 1)
	say(first, first, post('bert', '2', 'Storm damage again, and nobody cares', 3), post('carl', '3', 'claim a claim', 2))
	say(post('dora', '4', 'A dog', 4), post('eve', '5', 'Claim your giveaway', 5))
	replay.say('{"not": "whole')
	await expectFigures(card, { read: 6, kept: 3, repeats: 0, dropped: 3, deleted: 0, listed: 3 })
	await expect(card.getByTestId('source-reasons')).toHaveText(/other words 2 · not readable 1/)

	replay.drop()
	say(post('fred', '6', 'A second claim, while nobody listened', 6))
	await expectFigures(card, { kept: 4, listed: 4 })
	await expect(card.getByTestId('source-state')).toHaveText('Live')

	await card.getByRole('button', { name: 'Pause Firehose' }).click()
	await expect(card.getByTestId('source-state')).toHaveText('Paused')
	await expect.poll(() => replay.listeners).toBe(0)
	say(post('gwen', '7', 'A third claim, during the pause', 7))
	await card.getByRole('button', { name: 'Start Firehose' }).click()
	await expectFigures(card, { kept: 5, listed: 5 })

	await page.reload()
	await expectFigures(card, { kept: 5, listed: 5 })
	await expect(card.getByTestId('source-state')).toHaveText('Live')
	say(post('anna', '1', '', 8, 'delete'), jetstreamGone('did:plc:bert', 1_700_000_009_000_000))
	await expectFigures(card, { deleted: 2, listed: 3 })
	await expectAccessible(page)

	await card.getByRole('button', { name: 'Show the 3 mentions of Firehose' }).click()
	const mentions = page.getByRole('region', { name: 'Mentions', exact: true })
	await expect(mentions).toContainText('A third claim, during the pause')
	await expect(mentions).not.toContainText('smoothly')
	await expect(page.getByRole('region', { name: 'Words by mentions' })).not.toContainText('smoothly')

	await page.getByRole('tab', { name: /^Sources/ }).click()
	await card.getByRole('button', { name: 'Remove Firehose' }).click()
	await page.getByRole('dialog').getByRole('button', { name: 'Remove with its mentions' }).click()
	await expect(page.getByRole('heading', { name: 'No source runs yet' })).toBeVisible()
	await expect.poll(() => replay.listeners).toBe(0)
	await page.getByRole('tab', { name: 'Words' }).click()
	await expect(page.getByRole('heading', { name: 'What do customers say?' })).toBeVisible()
})

test('a source runs once in however many tabs, and the next tab takes over', async ({ page, context }) => {
	let id = 0
	replay.onSocket('/', (socket) => socket.send(JSON.stringify({ id: `m${(id += 1)}`, text: `Claim number ${id}` })))
	await openSources(page)
	const card = await addSource(page, /^WebSocket/, { Name: 'Desk', Address: replay.ws })
	await expectFigures(card, { kept: 1 })
	const other = await context.newPage()
	await other.goto(page.url())
	const same = other.getByRole('listitem').filter({ has: other.getByRole('heading', { name: 'Desk' }) })
	await expect(same.getByTestId('source-state')).toHaveText('Live')
	replay.say('{"id": "x1", "text": "Said to both tabs"}')
	await expectFigures(card, { kept: 2 })
	await expectFigures(same, { kept: 2 })
	expect(replay.listeners).toBe(1)

	await page.close()
	await expectFigures(same, { kept: 3 })
	expect(replay.listeners).toBe(1)
	replay.say('{"op": "delete", "id": "x1"}')
	await expectFigures(same, { deleted: 1, listed: 2 })
})

test('every kind comes in by its own wire format, and a failing one says why and when it is tried again', async ({
	page
}) => {
	let isWell = false
	replay.on('/reviews', (_, response) => {
		if (isWell) json(response, { items: [{ id: 1, text: 'Fair payout after the storm' }] })
		else response.writeHead(503, { 'retry-after': '600' }).end()
	})
	replay.on('/desk', (_, response) => {
		const write = beginEvents(response)
		write('id: 7\ndata: {"id": "s1", "text": "The adviser called back the same day", "author": "Jan de Vries"}\n\n')
	})
	replay.on('/feed.xml', (_, response) => {
		response.writeHead(200, { 'content-type': 'application/rss+xml' })
		response.end(
			`<rss version="2.0"><channel><title>R</title><item><guid>r1</guid><title>Slow</title><description>&lt;b&gt;Two weeks&lt;/b&gt; for a reply &lt;img src=x onerror=alert(1)&gt;</description></item></channel></rss>`
		)
	})
	replay.on('/api/v1/streaming/hashtag', (_, response) => {
		const write = beginEvents(response)
		write(`:)\nevent: update\ndata: ${JSON.stringify(mastodonStatus('101', 'Insured and happy'))}\n\n`)
	})
	replay.on('/api/v1/timelines/tag/insurance', (_, response) => json(response, []))
	await page.addInitScript(() => {
		const file = async () => {
			const folder = await navigator.storage.getDirectory()
			const handle = await folder.getFileHandle('log.csv', { create: true })
			const writable = await handle.createWritable()
			await writable.write('id,text\n1,保险理赔很快\n')
			await writable.close()
			return [handle]
		}
		Object.assign(window, { showOpenFilePicker: file })
	})
	await openSources(page)

	const failing = await addSource(page, /^JSON over HTTP/, { Name: 'Reviews', Address: `${replay.http}/reviews` })
	await expect(failing.getByTestId('source-state')).toHaveText('Failing')
	await expect(failing.getByRole('alert')).toHaveText(/The server has a fault \(503\)/)
	await expect(failing.getByTestId('source-next')).toHaveText(/Next try at/)
	isWell = true
	await failing.getByRole('button', { name: 'Try now' }).click()
	await expectFigures(failing, { kept: 1, listed: 1 })

	const desk = await addSource(page, /^Server-sent events/, { Name: 'Desk', Address: `${replay.http}/desk` })
	await expectFigures(desk, { kept: 1 })
	const feed = await addSource(page, /^RSS/, { Name: 'Blog', Address: `${replay.http}/feed.xml` })
	await expectFigures(feed, { kept: 1 })
	const social = await addSource(page, /^Mastodon/, { Name: 'Toots', Server: replay.http, Hashtag: '#insurance' })
	await expectFigures(social, { kept: 1 })
	const dead = await addSource(page, /^Server-sent events/, { Name: 'Dead', Address: 'http://127.0.0.1:9/none' })
	await expect(dead.getByRole('alert')).toHaveText(/Not reachable/)

	await page.getByRole('button', { name: 'Add a source' }).click()
	const dialog = page.getByRole('dialog')
	await dialog.getByRole('button', { name: /^A file that grows/ }).click()
	await dialog.getByRole('button', { name: 'Choose the file' }).click()
	await expect(dialog.getByRole('status')).toHaveText(/log.csv/)
	await dialog.getByRole('button', { name: 'Start this source' }).click()
	const file = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'log.csv' }) })
	await expectFigures(file, { kept: 1 })
	await page.evaluate(async () => {
		const folder = await navigator.storage.getDirectory()
		const handle = await folder.getFileHandle('log.csv')
		const writable = await handle.createWritable({ keepExistingData: true })
		await writable.seek((await handle.getFile()).size)
		await writable.write('2,客服回复太慢\n')
		await writable.close()
	})
	await expectFigures(file, { kept: 2, repeats: 0, listed: 2 })

	await page.getByRole('tab', { name: 'Words' }).click()
	const mentions = page.getByRole('region', { name: 'Mentions', exact: true })
	await expect(mentions).toContainText('Two weeks for a reply')
	await expect(mentions).not.toContainText('Jan de Vries')
	await expect(mentions).toContainText('客服回复太慢')
})

test('of a flood a share is kept and said, and the page goes on', async ({ page }) => {
	let number = 0
	replay.onSocket('/subscribe', (socket) => {
		const timer = setInterval(() => {
			for (let one = 0; one < 100; one += 1)
				socket.send(jetstreamPost(`did:plc:${number}`, `k${(number += 1)}`, `claim number ${number}`, number))
		}, 50)
		socket.on('close', () => clearInterval(timer))
	})
	await openSources(page)
	const card = await addSource(page, /^Bluesky/, { Name: 'Flood', Server: replay.ws })
	await expect(card.getByTestId('source-flood')).toHaveText(/a second come in; \d+%/)
	await expect(card.getByTestId('source-reasons')).toHaveText(/left out by sampling/)
	await page.getByRole('tab', { name: 'Words' }).click()
	await expect(page.getByRole('region', { name: 'Words by mentions' })).toContainText('claim')
	await page.getByRole('tab', { name: /^Sources/ }).click()
	await card.getByRole('button', { name: 'Pause Flood' }).click()
	await expect(card.getByTestId('source-state')).toHaveText('Paused')
	await expect.poll(() => replay.listeners).toBe(0)
})
