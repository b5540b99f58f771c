import type { Page } from '@playwright/test'
import { generatedAtlas } from '../bench/canvas-page/generated-atlas.ts'
import { writeWorkspaceFile } from '../src/lib/domain/interchange/workspace-file.ts'
import { expect, openSample, test } from './support/test.ts'

/** How near the cards stand, as the page has them. */
async function zoomOf(page: Page): Promise<number> {
	return await page
		.locator('.svelte-flow__viewport')
		.evaluate((element) => new DOMMatrixReadOnly(getComputedStyle(element).transform).a)
}

/** Waits until the view no longer moves by itself, and says how near it is then. */
async function restingZoom(page: Page): Promise<number> {
	let before = -1
	await expect
		.poll(async () => {
			const now = await zoomOf(page)
			const isCalm = now === before
			before = now
			return isCalm
		})
		.toBe(true)
	return before
}

/** A pinch of two fingers on a touchpad, as browsers tell it: a turn of the wheel with Control. Returns how much nearer it came. */
async function pinch(page: Page, turns: number, by = -20): Promise<number> {
	const before = await restingZoom(page)
	const map = await page.getByRole('region', { name: 'Map', exact: true }).boundingBox()
	if (map === null) throw new Error('The map is not there')
	await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2)
	await page.keyboard.down('Control')
	for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, by)
	await page.keyboard.up('Control')
	await expect.poll(() => zoomOf(page)).not.toBe(before)
	return (await restingZoom(page)) / before
}

test('a turn of the wheel goes on from where the map was fitted, at first and after Show all', async ({ page }) => {
	await openSample(page)
	const fitted = await restingZoom(page)
	expect(fitted).toBeLessThan(0.75)
	const first = await pinch(page, 1)
	expect(first).toBeGreaterThan(1)
	expect(first).toBeLessThan(1.25)

	await pinch(page, 12, -60)
	const near = await restingZoom(page)
	await page.getByRole('button', { name: 'Show all' }).click()
	await expect.poll(() => zoomOf(page)).toBeLessThan(near)
	expect(await restingZoom(page)).toBeCloseTo(fitted, 2)
	const again = await pinch(page, 1)
	expect(again).toBeGreaterThan(1)
	expect(again).toBeLessThan(1.25)
})

test('of thousands only what is in view stands as elements, and the cards follow the hand', async ({ page }) => {
	await page.goto('/')
	const chooser = page.waitForEvent('filechooser')
	await page.getByRole('button', { name: 'Import a file' }).click()
	await (
		await chooser
	).setFiles({
		name: 'thousands.atlas.json',
		mimeType: 'application/json',
		buffer: Buffer.from(writeWorkspaceFile(generatedAtlas(2000)))
	})
	await page.waitForURL(/\/map$/)
	const map = page.getByRole('region', { name: 'Map', exact: true })
	await expect(map).toHaveAttribute('data-far', 'true')
	const cards = map.locator('.map-card')
	expect(await cards.count()).toBeLessThanOrEqual(1)

	await pinch(page, 30, -200)
	await expect(map).toHaveAttribute('data-far', 'false')
	await expect(cards.first()).toBeVisible()
	await restingZoom(page)
	expect(await cards.count()).toBeLessThanOrEqual(170)
	const card = cards.first()
	const before = await card.boundingBox()
	await page.mouse.down({ button: 'middle' })
	await page.mouse.move(500, 380, { steps: 4 })
	await page.mouse.up({ button: 'middle' })
	await expect.poll(async () => (await card.boundingBox())?.x).not.toBe(before?.x)

	await page.getByRole('button', { name: 'Show all' }).click()
	await expect(map).toHaveAttribute('data-far', 'true')
	// The one under the pointer stands as a card far out too.
	await expect.poll(() => cards.count()).toBeLessThanOrEqual(1)
})
