// Measures what answers a gesture: findings and map after a change, and a wall after new mentions.
import { chromium, type Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../scripts/chromium.js'
import { growth, median, type BenchRow } from './row.ts'
import { served } from './served.ts'

const sizes = [500, 1000, 5000] as const
const most: Readonly<Record<number, number>> = { 1000: 16, 5000: 32 }
const edits = 31
const updates = 300

function path(name: string): string {
	return fileURLToPath(new URL(name, import.meta.url))
}

/** The median time of a change on a map of so many nodes, its own page, all of it in view. */
async function timeOfEdit(page: Page, url: string, nodes: number): Promise<number> {
	await page.goto(url)
	await page.waitForFunction(() => 'bench' in globalThis)
	const times = await page.evaluate(
		async ([count, turns]) => {
			const bench = Reflect.get(globalThis, 'bench')
			bench.prepare('map', count)
			bench.start({ x: 0, y: 0, zoom: 0.1 })
			const times: number[] = []
			for (let turn = 0; turn < turns; turn += 1) {
				await new Promise((resolve) => setTimeout(resolve, 120))
				times.push(bench.edit(turn * 3))
			}
			return times
		},
		[nodes, edits] as const
	)
	// The first ones are still compiled.
	return median(times.slice(5))
}

/** The rows of answers for the table of `npm run bench`. */
export async function rows(): Promise<BenchRow[]> {
	const { url, close } = await served(path('canvas-page/vite.config.ts'), path('../node_modules/.cache/canvas-bench'))
	const browser = await chromium.launch({
		executablePath: await findChromium(),
		args: ['--no-sandbox', '--disable-gpu']
	})
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
		const times: { size: number; figure: number }[] = []
		for (const size of sizes) times.push({ size, figure: await timeOfEdit(page, url, size) })
		const steady = await page.evaluate((count) => Reflect.get(globalThis, 'bench').steadiness(count), updates)
		const changes = times.map(({ size, figure }, at): BenchRow => {
			const bar = most[size]
			return {
				what: 'change to finding and map, script',
				on: `${size.toLocaleString('en')} nodes`,
				figure,
				unit: 'ms',
				...(bar !== undefined && { bar }),
				...(at === times.length - 1 && { exponent: growth(times) })
			}
		})
		const on = `150 words, ${updates} updates`
		return [
			...changes,
			{ what: 'wall, time of one update (in its worker)', on, figure: steady.time, unit: 'ms', bar: 1000 },
			{ what: 'wall, words that moved', on, figure: steady.movedPercent, unit: '%', bar: 6 },
			{ what: 'wall, mean way of a word', on, figure: steady.meanPixels, unit: 'px', bar: 3 },
			{ what: 'wall, words thrown more than 100 px', on, figure: steady.thrown, unit: 'an update', bar: 1.5 },
			{
				what: 'wall, words placed',
				on,
				figure: steady.placedPercent,
				unit: '%',
				bar: '100 %',
				holds: steady.placedPercent === 100
			}
		]
	} finally {
		await browser.close()
		close()
	}
}
