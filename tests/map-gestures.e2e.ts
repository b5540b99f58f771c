import type { Locator, Page } from '@playwright/test'
import { expect, openSample, test } from './support/test.ts'

function card(page: Page, name: string): Locator {
	return page.locator('.svelte-flow__node').filter({ hasText: name }).first()
}

async function boxOf(of: Locator) {
	const box = await of.boundingBox()
	if (box === null) throw new Error('Not on the page')
	return box
}

/** Selects cards one after the other, as a hand with Shift does. */
async function select(page: Page, ...names: readonly string[]): Promise<void> {
	await page.keyboard.press('Escape')
	await page.keyboard.press('Escape')
	for (const [at, name] of names.entries()) await card(page, name).click(at === 0 ? {} : { modifiers: ['Shift'] })
}

test.describe('by mouse and keyboard', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

	test('the menu of a card, aligning, duplicating, the lasso, copying as text, linking many', async ({ page }) => {
		await openSample(page)
		const undo = page.getByRole('button', { name: /^Undo/ })
		// All is in view, so nothing lies over it in small.
		await expect(page.getByRole('img', { name: 'Small map' })).toHaveCount(0)

		await card(page, 'Website').click({ button: 'right' })
		await expect(page.getByRole('menuitem', { name: /^Duplicate/ })).toBeVisible()
		await page.keyboard.press('Escape')
		await select(page, 'Website')
		await page.keyboard.press('Shift+F10')
		await expect(page.getByRole('menuitem', { name: /^Edit name/ })).toBeFocused()
		await page.keyboard.press('Escape')
		await expect(page.getByRole('menuitem')).toHaveCount(0)

		await page.keyboard.press('ControlOrMeta+d')
		await expect(page.locator('.svelte-flow__node').filter({ hasText: 'Website' })).toHaveCount(2)
		await page.keyboard.press('ControlOrMeta+z')
		await expect(page.locator('.svelte-flow__node').filter({ hasText: 'Website' })).toHaveCount(1)

		await select(page, 'Claim form', 'Local adviser', 'Coverage FAQ')
		await page.getByRole('button', { name: 'Align left edges' }).click()
		await expect
			.poll(async () =>
				Math.abs((await boxOf(card(page, 'Local adviser'))).x - (await boxOf(card(page, 'Claim form'))).x)
			)
			.toBeLessThan(1)
		await page.keyboard.press('ControlOrMeta+z')

		await select(page, 'Claim form', 'Coverage FAQ', 'Local adviser')
		await page.keyboard.press('ControlOrMeta+c')
		await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/Local adviser[^]*Claim form/)
		await page.keyboard.press('l')
		await expect(undo).toHaveAccessibleName(/Local adviser/)
		await page.keyboard.press('ControlOrMeta+z')

		await page.keyboard.press('Escape')
		await page.keyboard.press('Escape')
		const [first, last] = [await boxOf(card(page, 'Claim status')), await boxOf(card(page, 'Coverage FAQ'))]
		await page.keyboard.down('Shift')
		await page.mouse.move(first.x - 12, first.y - 12)
		await page.mouse.down()
		await page.mouse.move(last.x + last.width + 4, last.y + last.height + 4, { steps: 4 })
		await page.mouse.up()
		await page.keyboard.up('Shift')
		await expect(page.getByText('3 selected')).toBeVisible()
	})
})

test.describe('by hand', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

	test('two fingers come nearer, one moves the map, a resting one opens the menu; the page fits a phone', async ({
		page
	}) => {
		await openSample(page)
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
		const hand = await page.context().newCDPSession(page)
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
			hand.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
		const view = () =>
			page.locator('.svelte-flow__viewport').evaluate((element) => {
				const { a, e, f } = new DOMMatrixReadOnly(getComputedStyle(element).transform)
				return { zoom: a, x: e, y: f }
			})
		const before = await view()
		await touch('touchStart', [180, 400], [260, 400])
		for (let at = 1; at <= 6; at += 1) await touch('touchMove', [180 - at * 8, 400], [260 + at * 8, 400])
		await touch('touchEnd')
		await expect.poll(async () => (await view()).zoom).toBeGreaterThan(before.zoom * 1.8)
		const near = await view()
		// A finger on the bare map: on a card it would do something else.
		const bare = await page.evaluate(() => {
			for (let y = 300; y < 700; y += 7)
				for (let x = 110; x < 300; x += 7)
					if (document.elementFromPoint(x, y)?.classList.contains('svelte-flow__pane')) return [x, y] as const
			throw new Error('No bare map is in view')
		})
		await touch('touchStart', bare)
		for (let at = 1; at <= 6; at += 1) await touch('touchMove', [bare[0] + at * 10, bare[1] - at * 5])
		await touch('touchEnd')
		await expect.poll(async () => Math.round((await view()).x - near.x), { timeout: 5000 }).toBe(60)
		expect(Math.round((await view()).y - near.y)).toBe(-30)

		const spot = await page.evaluate(() => {
			for (const one of document.querySelectorAll('.svelte-flow__node')) {
				const { left, top, width, height } = one.getBoundingClientRect()
				const [x, y] = [left + width / 2, top + height / 2]
				if (document.elementFromPoint(x, y)?.closest('.svelte-flow__node') === one) return [x, y] as const
			}
			throw new Error('No card is in view')
		})
		await touch('touchStart', spot)
		await expect(page.getByRole('menuitem', { name: /^Edit name/ })).toBeVisible()
		await touch('touchEnd')
		await expect(page.getByRole('menuitem', { name: /^Edit name/ })).toBeVisible()
	})
})
