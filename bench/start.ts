// Measures the start of the built app beside opening the database alone, and what a first load weighs.
import { chromium, type BrowserContext } from '@playwright/test'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../scripts/chromium.js'
import { serve } from '../scripts/serve.js'
import { median, type BenchRow } from './row.ts'
import { served } from './served.ts'

const rounds = 7

function path(name: string): string {
	return fileURLToPath(new URL(name, import.meta.url))
}

/** Has a page note the moment when something can be used: a card of the map, or what Home says of an empty profile. */
function noteUsable(): void {
	const isUsable = () =>
		document.querySelector('.map-card') !== null || document.body?.textContent?.includes('No atlas yet') === true
	const look = () => {
		if (isUsable()) requestAnimationFrame(() => Reflect.set(globalThis, 'usableAt', performance.now()))
		else requestAnimationFrame(look)
	}
	if (Reflect.get(globalThis, 'usableAt') === undefined) requestAnimationFrame(look)
}

type Start = { usable: number; painted: number }

/** Milliseconds from the call of a page until it can be used, and until anything of it was painted. */
async function startOf(context: BrowserContext, url: string, isApp: boolean): Promise<Start> {
	const page = await context.newPage()
	page.setDefaultTimeout(120_000)
	if (isApp) await page.addInitScript(noteUsable)
	await page.goto(url)
	await page.waitForFunction(() => Reflect.get(globalThis, 'usableAt') !== undefined)
	const start = await page.evaluate(() => ({
		usable: Number(Reflect.get(globalThis, 'usableAt')),
		painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
	}))
	await page.close()
	return start
}

/** What Home weighs over the wire, in bytes, without the files of the database. */
async function weight(context: BrowserContext, url: string): Promise<number> {
	const own = /pglite|initdb|pg-template|db-host|\.wasm$|\.data$/
	const page = await context.newPage()
	const network = await context.newCDPSession(page)
	const [addresses, weights] = [new Map<string, string>(), new Map<string, number>()]
	await network.send('Network.enable')
	network.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url))
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
		weights.set(addresses.get(requestId) ?? '', encodedDataLength)
	)
	await page.goto(url)
	await page.getByRole('heading', { name: 'No atlas yet' }).waitFor()
	await page.close()
	return [...weights].reduce((sum, [address, bytes]) => (own.test(address) ? sum : sum + bytes), 0)
}

/** The rows of the start for the table of `npm run bench`. Medians of starts that take turns, because one waits for storage too. */
export async function rows(): Promise<BenchRow[]> {
	if (!existsSync(path('../build/index.html'))) throw new Error('There is no built app: npm run build makes it.')
	const app = await serve(path('../build'), 4573)
	const bare = await served(path('bare-pg/vite.config.ts'), path('../node_modules/.cache/bare-pg'))
	const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
	try {
		const home = `http://127.0.0.1:${app.port}/`
		const [first, bareFirst]: [Start[], Start[]] = [[], []]
		for (let round = 0; round < rounds; round += 1) {
			for (const [url, starts] of [
				[home, first],
				[`${bare.url}#first`, bareFirst]
			] as const) {
				const context = await browser.newContext({ locale: 'en-GB' })
				starts.push(await startOf(context, url, url === home))
				await context.close()
			}
		}
		const context = await browser.newContext({ locale: 'en-GB' })
		const bytes = await weight(context, home)
		const page = await context.newPage()
		await page.goto(home)
		await page.getByRole('button', { name: 'Open the sample' }).click()
		await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
		const map = page.url()
		await page.close()
		await startOf(context, `${bare.url}#first`, false)
		const [again, bareAgain]: [Start[], Start[]] = [[], []]
		for (let round = 0; round < rounds; round += 1) {
			again.push(await startOf(context, map, true))
			bareAgain.push(await startOf(context, bare.url, false))
		}
		return [
			startRow(
				'first start, until Home can be used',
				'empty profile',
				first,
				'PGlite from a prebuilt directory',
				bareFirst
			),
			startRow('start with an atlas, until its map is drawn', 'the sample', again, 'opening PGlite alone', bareAgain),
			{
				what: 'the shell is painted after',
				on: 'the sample',
				figure: median(again.map(({ painted }) => painted)),
				unit: 'ms',
				baseline: { what: 'opening PGlite alone', figure: median(bareAgain.map(({ usable }) => usable)) },
				bar: 'before the database is ready',
				holds: again.every(({ painted }, at) => painted > 0 && painted < (bareAgain[at]?.usable ?? 0))
			},
			{ what: 'first load over the wire, without PGlite', on: '/', figure: bytes / 1024, unit: 'KB', bar: 250 }
		]
	} finally {
		await browser.close()
		await app.close()
		bare.close()
	}
}

function startRow(what: string, on: string, own: readonly Start[], than: string, bare: readonly Start[]): BenchRow {
	const [figure, baseline] = [own, bare].map((starts) => median(starts.map(({ usable }) => usable)))
	const ratio = (figure ?? 0) / (baseline ?? 1)
	return {
		what,
		on,
		figure: figure ?? 0,
		unit: 'ms',
		baseline: { what: than, figure: baseline ?? 0 },
		ratio,
		bar: 'ratio ≤ 1.3',
		holds: ratio <= 1.3
	}
}
