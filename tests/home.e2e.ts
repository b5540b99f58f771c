import { chooseView, expect, expectAccessible, openSample, test } from './support/test.ts'

test('an atlas is made, named, found again after a reload and deleted', async ({ page }) => {
	await page.goto('/')
	await expect(page.getByRole('heading', { name: 'No atlas yet' })).toBeVisible()
	await page.getByRole('button', { name: 'New atlas' }).click()
	await page.getByLabel('Name', { exact: true }).fill('Harbour Bank')
	await page.keyboard.press('Enter')
	await page.waitForURL(/\/map$/)
	await page.getByLabel('Name of the atlas').fill('Harbour Bank 2027')
	await page.keyboard.press('Enter')
	await expect(page.getByText('Saved', { exact: true })).toBeVisible()

	await page.reload()
	await expect(page.getByLabel('Name of the atlas')).toHaveValue('Harbour Bank 2027')
	await page.getByRole('link', { name: 'Home' }).click()
	await expect(page.getByRole('link', { name: 'Harbour Bank 2027' })).toBeVisible()
	await expect(page.getByText('Never saved to a file')).toBeVisible()

	await page.getByRole('button', { name: 'More about Harbour Bank 2027' }).click()
	await page.getByRole('menuitem', { name: 'Delete …' }).click()
	await page.getByRole('button', { name: 'Delete for good' }).click()
	await expect(page.getByRole('heading', { name: 'No atlas yet' })).toBeVisible()
})

test('saving to a file is remembered', async ({ page }) => {
	await openSample(page)
	const saved = page.waitForEvent('download')
	await page.keyboard.press('Control+s')
	expect((await saved).suggestedFilename()).toBe('Veldhaven-Verzekeringen.atlas.json')
	await page.getByRole('link', { name: 'Home' }).click()
	await expect(page.getByText(/Saved to a file/)).toBeVisible()
})

test('a file that is refused says what is wrong and where, and changes nothing', async ({ page }) => {
	await page.goto('/')
	await page.getByLabel('Import a file').setInputFiles({
		name: 'broken.atlas.json',
		mimeType: 'application/json',
		buffer: Buffer.from(
			JSON.stringify({
				format: 'channel-atlas',
				version: 1,
				workspace: { id: 'w', name: 'W' },
				needs: [{ id: 'N1', name: 'x', kind: 'wish', stage: 'use' }],
				has: [{ persona: 'P9', need: 'N1' }]
			})
		)
	})
	const dialog = page.getByRole('dialog', { name: 'broken.atlas.json was not imported' })
	await expect(dialog.getByText('$.needs[0].kind')).toBeVisible()
	await expect(dialog.getByText('$.has[0].persona')).toBeVisible()
	await dialog.getByRole('button', { name: 'Close' }).last().click()
	await expect(page.getByRole('heading', { name: 'No atlas yet' })).toBeVisible()
})

test('language and theme switch at once and are remembered', async ({ page }) => {
	await page.goto('/')
	await chooseView(page, '简体中文')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('我们是否在客户希望的地方服务他们？')
	await chooseView(page, 'Nederlands')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bedienen we onze klanten waar zij dat willen?')
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
	await chooseView(page, 'Donker')
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
	await page.reload()
	await expect(page.getByRole('button', { name: 'Nieuwe atlas' })).toBeVisible()
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
})

for (const theme of ['Light', 'Dark']) {
	test(`Home is accessible, empty and with atlases (${theme})`, async ({ page }) => {
		await page.goto('/')
		await chooseView(page, theme)
		await expect(page.getByRole('heading', { name: 'No atlas yet' })).toBeVisible()
		await expectAccessible(page)
		await openSample(page)
		await page.getByRole('link', { name: 'Home' }).click()
		await expect(page.getByRole('link', { name: 'Veldhaven Verzekeringen' })).toBeVisible()
		await expectAccessible(page)
	})
}

test('everything can be done from the palette by keyboard', async ({ page }) => {
	await openSample(page)
	await page.keyboard.press('Control+k')
	await page.getByPlaceholder('Type a name or what you want to do').fill('coverage')
	await page.keyboard.press('Enter')
	await page.waitForURL(/\/coverage/)
	await page.keyboard.press('Alt+4')
	await page.waitForURL(/\/data/)
	await page.keyboard.press('?')
	await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(page.getByRole('dialog')).toHaveCount(0)
})
