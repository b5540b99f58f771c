// Measures the wall of the built app: how soon a new mention is in the picture, and whether a working day leaves memory as it was.
// `WALL_SOAK=2` soaks for two minutes instead of ten.
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../scripts/chromium.js'
import { serve } from '../scripts/serve.js'
import { seededRandom } from '../src/lib/domain/seeded-random.ts'
import { ReplayServer } from '../tests/support/replay-server.ts'
import { median, type BenchRow } from './row.ts'

const rate = 50
/** New words whose way to the picture is measured; with those of the stream they are fewer than a cloud holds. */
const newWords = 12
const vocabulary =
	'claim storm adviser premium policy payout website branch phone reply damage garage holiday travel bicycle kitchen neighbour invoice letter contract discount renewal settlement roof window garden hospital dentist theft thunder'.split(
		' '
	)
const soakMinutes = Number(process.env.WALL_SOAK ?? 10)

function path(name: string): string {
	return fileURLToPath(new URL(name, import.meta.url))
}

/** Says mentions on the server's sockets at a steady rate, in eight sayings a second or more; `now` and then one is deleted again. */
class Stream {
	readonly #replay: ReplayServer
	readonly #random = seededRandom(20260309)
	#said = 0
	#timer: ReturnType<typeof setInterval> | null = null

	constructor(replay: ReplayServer) {
		this.#replay = replay
	}

	start(): void {
		const turns = 10
		this.#timer = setInterval(() => {
			for (let one = 0; one < rate / turns; one += 1) this.say(this.#sentence())
			if (this.#said % 500 === 0) this.#replay.say(JSON.stringify({ op: 'delete', id: `b${this.#said - 100}` }))
		}, 1000 / turns)
	}

	say(text: string): void {
		this.#said += 1
		const author = `#${String(this.#said % 400).padStart(8, '0')}`
		this.#replay.say(JSON.stringify({ id: `b${this.#said}`, text, author }))
	}

	stop(): void {
		if (this.#timer !== null) clearInterval(this.#timer)
	}

	#sentence(): string {
		const words = Array.from({ length: 4 }, () => vocabulary[Math.floor(this.#random() ** 1.6 * vocabulary.length)])
		return `${words.join(' ')} ${this.#said}`
	}
}

/** The atlas of the bench: a value, a channel, and the source. */
function atlasFile(address: string): Buffer {
	return Buffer.from(
		JSON.stringify({
			...{ format: 'channel-atlas', version: 1, workspace: { id: 'bench', name: 'Bench', description: '' } },
			values: [{ id: 'V1', name: 'fast' }],
			channels: [{ id: 'C1', name: 'Website' }],
			sources: [{ id: 'S1', name: 'Stream', kind: 'websocket', settings: { url: address }, channel: 'C1' }],
			// At first the cloud alone, so that it is what is drawn.
			walls: [{ id: 'wall', without: ['echo', 'channels', 'tasks', 'done'], seconds: 10, hours: 1, words: 60 }]
		})
	)
}

async function openWall(page: Page, home: string, replay: ReplayServer): Promise<void> {
	await page.goto(home)
	const chooser = page.waitForEvent('filechooser')
	await page.getByRole('button', { name: 'Import a file' }).click()
	await (
		await chooser
	).setFiles({ name: 'bench.atlas.json', mimeType: 'application/json', buffer: atlasFile(replay.ws) })
	await page.waitForURL(/\/atlas\/bench\/map$/)
	await page.goto(`${home}atlas/bench/voice?view=sources`)
	await page.getByRole('button', { name: 'Start Stream' }).click()
	await page.getByTestId('source-state').filter({ hasText: 'Live' }).first().waitFor()
	await page.goto(`${home}wall/bench`)
	while (replay.listeners === 0) await new Promise((resolve) => setTimeout(resolve, 200))
}

/** Milliseconds from saying a mention with a new word until that word is drawn. */
async function timesToPicture(page: Page, stream: Stream): Promise<number[]> {
	const times: number[] = []
	for (let one = 0; one < newWords; one += 1) {
		const word = `fresh${'abcdefghijkl'.charAt(one)}`
		await page.evaluate((wanted) => {
			Reflect.set(globalThis, 'drawnAt', null)
			const look = () => {
				if (document.querySelector(`[data-word="${wanted}"]`) === null) requestAnimationFrame(look)
				else Reflect.set(globalThis, 'drawnAt', Date.now())
			}
			requestAnimationFrame(look)
		}, word)
		const said = Date.now()
		stream.say(`${word} came`)
		await page.waitForFunction(() => Reflect.get(globalThis, 'drawnAt') !== null, null, { timeout: 60_000 })
		times.push((await page.evaluate(() => Number(Reflect.get(globalThis, 'drawnAt')))) - said)
		await new Promise((resolve) => setTimeout(resolve, 1700))
	}
	return times
}

type Memory = { minute: number; heap: number; nodes: number; mentions: string }

async function memoryOf(page: Page, devtools: CDPSession, minute: number): Promise<Memory> {
	await devtools.send('HeapProfiler.collectGarbage')
	const [{ usedSize }, counters] = await Promise.all([
		devtools.send('Runtime.getHeapUsage'),
		devtools.send('Memory.getDOMCounters')
	])
	const mentions = (await page.getByTestId('wall-mentions').textContent()) ?? ''
	return { minute, heap: usedSize / 1e6, nodes: counters.nodes, mentions }
}

/** Lets the other scenes take turns with the cloud, as a person would. */
async function chooseScenes(page: Page, home: string): Promise<void> {
	const control = await page.context().newPage()
	await control.goto(`${home}wall/bench/control`)
	const boxes = control.getByRole('group', { name: /^The cloud comes between these/ }).getByRole('checkbox')
	await boxes.first().waitFor()
	for (const box of await boxes.all()) await box.check()
	await control.close()
	await page.bringToFront()
}

async function soak(page: Page, replay: ReplayServer): Promise<Memory[]> {
	const devtools = await page.context().newCDPSession(page)
	const steps: Memory[] = []
	for (let minute = 0; minute <= soakMinutes; minute += 1) {
		if (minute > 0) await new Promise((resolve) => setTimeout(resolve, 60_000))
		// A network that is lost for a moment, as on any working day.
		if (minute % 3 === 2) replay.drop()
		const step = await memoryOf(page, devtools, minute)
		steps.push(step)
		process.stderr.write(
			`minute ${minute}: ${step.heap.toFixed(1)} MB of heap, ${step.nodes} nodes, ${step.mentions} mentions\n`
		)
	}
	return steps
}

/** The rows of the wall for the table of `npm run bench`. */
export async function rows(): Promise<BenchRow[]> {
	if (!existsSync(path('../build/index.html'))) throw new Error('There is no built app: npm run build makes it.')
	const app = await serve(path('../build'), 4574)
	const replay = await new ReplayServer().start()
	replay.onSocket('/', () => undefined)
	const stream = new Stream(replay)
	const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
	try {
		const home = `http://127.0.0.1:${app.port}/`
		const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'en-GB' })
		const page = await context.newPage()
		page.setDefaultTimeout(120_000)
		await openWall(page, home, replay)
		stream.start()
		await page.locator('[data-word]').first().waitFor()
		await new Promise((resolve) => setTimeout(resolve, 5000))
		const times = await timesToPicture(page, stream)
		process.stderr.write(`new word to picture: ${times.join(', ')} ms\n`)
		await chooseScenes(page, home)
		const steps = soakMinutes === 0 ? [] : await soak(page, replay)
		const [warm, last] = [steps[Math.min(2, steps.length - 1)], steps.at(-1)]
		const on = `${rate} mentions a second`
		return [
			{ what: 'new mention to picture', on, figure: median(times), unit: 'ms', bar: 1000 },
			{ what: 'new mention to picture, the slowest', on, figure: Math.max(...times), unit: 'ms' },
			...(warm === undefined || last === undefined ? [] : memoryRows(warm, last))
		]
	} finally {
		stream.stop()
		await browser.close()
		await replay.stop()
		app.close()
	}
}

function memoryRows(warm: Memory, last: Memory): BenchRow[] {
	const on = `${rate} a second for ${last.minute} minutes, ${last.mentions} mentions`
	const baseline = (figure: number) => ({ what: `after ${warm.minute} minutes`, figure })
	return [
		{
			...{ what: 'heap of the page at the end', on, figure: last.heap, unit: 'MB', baseline: baseline(warm.heap) },
			...{ ratio: last.heap / warm.heap, bar: 'ratio ≤ 1.25', holds: last.heap / warm.heap <= 1.25 }
		},
		{
			...{
				what: 'nodes of the page at the end',
				on,
				figure: last.nodes,
				unit: 'nodes',
				baseline: baseline(warm.nodes)
			},
			...{ ratio: last.nodes / warm.nodes, bar: 'ratio ≤ 1.5', holds: last.nodes / warm.nodes <= 1.5 }
		}
	]
}
