import type { BrowserContext, Page } from '@playwright/test'
import { seededRandom } from '../../src/lib/domain/seeded-random.ts'
import { expect, gone, kill, launch, openTab, test } from './support.ts'

// An edit that was shown as saved is never lost: a tab edits without end, everything is killed at a random moment, and what is opened
// afterwards must hold every acknowledged edit, with tables that equal the document. It may die again while it opens. `npm run test:kill` does 50 rounds.
const rounds = Number(process.env.ATLAS_KILL_ROUNDS ?? 10)

for (const storage of ['opfs', 'idb'] as const) {
	test(`no acknowledged edit is lost to a kill, on ${storage}`, async ({ scene, profile }) => {
		const mine = Math.ceil(rounds / 2)
		test.setTimeout(60_000 + mine * 40_000)
		const seed = Math.floor(Math.random() * 2 ** 31)
		const random = seededRandom(seed)
		const hint = `seed ${seed}, ${storage}`
		let acknowledged = 0
		const start = async () => {
			const started = await launch(profile)
			await started.exposeFunction('acknowledge', (number: number) => {
				acknowledged = Math.max(acknowledged, number)
			})
			return started
		}
		let context: BrowserContext = await start()
		let page: Page = await openTab(context, scene.url, storage)
		let edits: number[] = []
		for (let round = 1; round <= mine; round += 1) {
			const first = Math.max(0, ...edits) + 1
			const before = acknowledged
			const editing = page
				.evaluate(
					([from]) => {
						const tell: unknown = Reflect.get(window, 'acknowledge')
						return window.scene.editWithoutEnd(from ?? 1, tell as (number: number) => Promise<void>)
					},
					[first]
				)
				.catch(() => {})
			await expect
				.poll(() => acknowledged, { message: `${hint}, round ${round}: edits are kept` })
				.toBeGreaterThan(before)
			const until = performance.now() + random() * 1500
			await expect.poll(() => performance.now() > until, { intervals: [5] }).toBe(true)

			const what = random() < 0.5 ? 'browser' : 'renderers'
			expect(kill(profile, what)).toBeGreaterThan(0)
			await editing
			const kept = acknowledged
			if (what === 'browser') {
				await gone(profile)
				await context.close().catch(() => {})
				context = await start()
			} else {
				await page.close().catch(() => {})
			}
			// Every second time it dies once more while the database opens.
			if (random() < 0.5) {
				const opening = await context.newPage()
				await opening.goto(`${scene.url}?storage=${storage}`)
				const opened = opening.evaluate(() => window.scene.open()).catch(() => {})
				const dies = performance.now() + random() * 2000
				await expect.poll(() => performance.now() > dies, { intervals: [5] }).toBe(true)
				expect(kill(profile, 'renderers')).toBeGreaterThan(0)
				await opened
				await opening.close().catch(() => {})
			}
			page = await openTab(context, scene.url, storage)
			edits = await page.evaluate(() => window.scene.edits())
			const place = `${hint}, round ${round}, ${what} killed at ${kept}`
			const lost = Array.from({ length: kept }, (_, index) => index + 1).filter((number) => !edits.includes(number))
			expect(lost, `${place}: lost`).toEqual([])
			expect(await page.evaluate(() => window.scene.differences()), `${place}: tables that differ`).toEqual([])
		}
		expect(acknowledged).toBeGreaterThan(mine)
		await context.close()
	})
}
