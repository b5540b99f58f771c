import type { BrowserContext, Page } from '@playwright/test'
import { seededRandom } from '../../src/lib/domain/seeded-random.ts'
import { expect, launch, openTab, test } from './support.ts'

// Several tabs are one: they edit at random while tabs are closed, loaded anew, crash, and the worker that holds the database is killed.
// At the end of each round all show the same, and the tables hold it.
const rounds = Number(process.env.ATLAS_TAB_ROUNDS ?? 8)

async function endSharedWorker(context: BrowserContext, page: Page): Promise<number> {
	const session = await context.newCDPSession(page)
	const { targetInfos } = await session.send('Target.getTargets')
	const workers = targetInfos.filter(({ type }) => type === 'shared_worker')
	for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId })
	await session.detach()
	return workers.length
}

test('three tabs stay one while tabs and the worker die', async ({ scene, profile }) => {
	test.setTimeout(60_000 + rounds * 30_000)
	const seed = Math.floor(Math.random() * 2 ** 31)
	const random = seededRandom(seed)
	const context = await launch(profile)
	const open = () => openTab(context, scene.url, 'opfs')
	const tabs: Page[] = [await open(), await open(), await open()]
	let made = 0
	for (let round = 1; round <= rounds; round += 1) {
		const hint = `seed ${seed}, round ${round}`
		const working = tabs.map((tab) => {
			made += 1
			const work = [Math.floor(random() * 2 ** 31), 30 + Math.floor(random() * 40), `R${made}x`] as const
			return tab.evaluate(([from, steps, replica]) => window.scene.work(from, steps, replica), work).catch(() => {})
		})
		const victim = Math.floor(random() * tabs.length)
		const tab = tabs[victim]
		if (tab === undefined) throw new Error('no tab')
		const fate = random()
		if (fate < 0.3) {
			await tab.close()
			tabs[victim] = await open()
		} else if (fate < 0.5) {
			await tab.reload()
			await tab.evaluate(() => window.scene.open())
		} else if (fate < 0.65) {
			await tab.goto('chrome://crash').catch(() => {})
			await tab.close()
			// A renderer may have held more than this tab.
			for (const [index, other] of tabs.entries()) {
				if (other.isClosed() || !(await other.evaluate(() => true).catch(() => false))) {
					await other.close().catch(() => {})
					tabs[index] = await open()
				}
			}
		} else {
			expect(await endSharedWorker(context, tab), hint).toBeGreaterThan(0)
		}
		await Promise.all(working)
		for (const each of tabs) await each.evaluate(() => window.scene.saved())
		await expect
			.poll(
				async () =>
					new Set(await Promise.all(tabs.map((each) => each.evaluate(() => window.scene.fingerprint())))).size,
				{
					message: `${hint}: all tabs show the same`
				}
			)
			.toBe(1)
		for (const each of tabs) await each.evaluate(() => window.scene.saved())
		const fresh = await open()
		const shown = await Promise.all([fresh, tabs[0]].map((each) => each?.evaluate(() => window.scene.fingerprint())))
		expect(shown[0], `${hint}: a new tab shows what the others show`).toBe(shown[1])
		expect(await fresh.evaluate(() => window.scene.differences()), `${hint}: tables that differ`).toEqual([])
		await fresh.close()
	}
	await context.close()
})
