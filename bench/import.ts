// Measures an import of 100,000 mentions in the built app: whether the window is ever blocked meanwhile. `IMPORT_PROFILE=file` writes a
// profile of the window's thread, for `chrome://inspect` or any viewer of .cpuprofile files.
import { chromium, type Page } from '@playwright/test'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../scripts/chromium.js'
import { serve } from '../scripts/serve.js'
import { mentionFile } from './mentions.ts'
import type { BenchRow } from './row.ts'

const size = 100_000
/** Milliseconds that the window may be blocked at most. */
const bar = 50

const emptyFile = Buffer.from(
	JSON.stringify({ format: 'channel-atlas', version: 1, workspace: { id: 'bench', name: 'Bench', description: '' } })
)

/** Begins to watch for tasks of the window that take longer than 50 ms; the browser reports no shorter ones. */
async function watchTasks(page: Page): Promise<void> {
	await page.evaluate(() => {
		const tasks: { at: number; long: number }[] = []
		new PerformanceObserver((list) => {
			for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, long: duration })
		}).observe({ type: 'longtask' })
		Reflect.set(globalThis, 'longTasks', tasks)
	})
}

async function longTasks(page: Page): Promise<{ at: number; long: number }[]> {
	return await page.evaluate(() => Reflect.get(globalThis, 'longTasks') as { at: number; long: number }[])
}

/** Waits until the page says yes, asked every so many milliseconds. */
async function until(page: Page, every: number, isSo: () => boolean): Promise<void> {
	for (let is = false; !is; is = await page.evaluate(isSo)) await new Promise((resolve) => setTimeout(resolve, every))
}

async function importInto(page: Page, home: string, file: string): Promise<{ seconds: number; tasks: number[] }> {
	await page.goto(home)
	const chooser = page.waitForEvent('filechooser')
	await page.getByRole('button', { name: 'Import a file' }).click()
	await (await chooser).setFiles({ name: 'bench.atlas.json', mimeType: 'application/json', buffer: emptyFile })
	await page.waitForURL(/\/atlas\/bench\/map$/)
	await page.goto(`${home}atlas/bench/voice`)
	await page.locator('input[type=file]').setInputFiles(file)
	await page.getByRole('button', { name: 'Import', exact: true }).waitFor()
	await watchTasks(page)
	const profile = process.env.IMPORT_PROFILE
	const devtools = await page.context().newCDPSession(page)
	if (profile !== undefined) {
		await devtools.send('Profiler.enable')
		await devtools.send('Profiler.start')
	}
	const begun = performance.now()
	await page.getByRole('button', { name: 'Import', exact: true }).click()
	// Asked cheaply and seldom: to look for a role, or for a text, keeps the window busy itself.
	await until(page, 1000, () =>
		[...document.querySelectorAll('button')].some(({ textContent }) => textContent.trim() === 'Done')
	)
	await page.evaluate(() =>
		[...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Done')?.click()
	)
	await until(page, 200, () => /\d/.test(document.querySelector('[data-testid=mention-total]')?.textContent ?? ''))
	const seconds = (performance.now() - begun) / 1000
	// What follows the import (figures, cloud) counts too.
	await until(page, 200, () => document.querySelector('[data-word]') !== null)
	await new Promise((resolve) => setTimeout(resolve, 3000))
	if (profile !== undefined) writeFileSync(profile, JSON.stringify((await devtools.send('Profiler.stop')).profile))
	const tasks = await longTasks(page)
	process.stderr.write(
		`longer than ${bar} ms: ${tasks.map(({ at, long }) => `${long.toFixed(0)} at ${(at / 1000).toFixed(1)} s`).join(', ')}\n`
	)
	return { seconds, tasks: tasks.map(({ long }) => long) }
}

/** The rows of the import for the table of `npm run bench`. */
export async function rows(): Promise<BenchRow[]> {
	const built = fileURLToPath(new URL('../build', import.meta.url))
	if (!existsSync(join(built, 'index.html'))) throw new Error('There is no built app: npm run build makes it.')
	const folder = mkdtempSync(join(tmpdir(), 'import-'))
	const file = join(folder, 'mentions.csv')
	writeFileSync(file, mentionFile(size))
	const app = await serve(built, 4575)
	const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
		page.setDefaultTimeout(120_000)
		const { seconds, tasks } = await importInto(page, `http://127.0.0.1:${app.port}/`, file)
		const on = `${size.toLocaleString('en')} mentions`
		return [
			{ what: 'import in the app, on the clock', on, figure: seconds, unit: 's' },
			{ what: `tasks of the window longer than ${bar} ms`, on, figure: tasks.length, unit: 'tasks', bar: 0 },
			{ what: 'the longest of them', on, figure: Math.max(0, ...tasks), unit: 'ms', bar }
		]
	} finally {
		await browser.close()
		app.close()
		rmSync(folder, { recursive: true })
	}
}
