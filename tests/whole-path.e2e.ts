import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { caseFile, expect, goTo, test } from './support/test.ts'

const mentionsFile = caseFile('veldhaven-mentions.csv')

/** The figure of the served index says this. */
async function expectServed(page: Page, percent: number): Promise<void> {
	await expect(page.getByRole('region', { name: 'Served', exact: true })).toContainText(new RegExp(`${percent}\\s?%`))
}

/** The 24 mentions are there, and their words stand in the list and in the cloud with a mark of their feeling. */
async function expectMentions(page: Page): Promise<void> {
	await expect(
		page.getByRole('region', { name: 'Words by mentions' }).getByRole('button', { name: /claim/ }).first()
	).toBeVisible()
	const claim = page.locator('[data-word=claim]')
	await expect(claim).toBeVisible()
	await expect(claim).toHaveClass(/sent-[1-5]/)
}

/** Saves the atlas to a file and returns what is in it. */
async function savedFile(page: Page): Promise<{ delivers: { product: string; channel: string; status: string }[] }> {
	const download = page.waitForEvent('download')
	await page.keyboard.press('ControlOrMeta+s')
	return JSON.parse(readFileSync(await (await download).path(), 'utf8'))
}

test('by mouse: from the worked case to its findings, a change, its voice, a reload and a file', async ({ page }) => {
	await page.goto('/')
	const chooser = page.waitForEvent('filechooser')
	await page.getByRole('button', { name: 'Import a file' }).click()
	await (await chooser).setFiles(caseFile('veldhaven.atlas.json'))
	await page.waitForURL(/\/atlas\/veldhaven\/map$/)
	await expect(page.getByRole('group', { name: /^Need: Prevent damage at home/ })).toBeVisible()

	await goTo(page, 'Coverage')
	await expectServed(page, 68)
	await page.getByRole('button', { name: 'Plan “Coverage guide” on Instagram ads' }).click()
	await page.getByRole('button', { name: 'Switch to Plan' }).click()
	await expectServed(page, 74)

	await goTo(page, 'Voice')
	await expectMentions(page)
	await page.getByRole('button', { name: 'Add mentions' }).click()
	const file = page.waitForEvent('filechooser')
	await page.getByRole('dialog').getByRole('button', { name: 'Choose a file' }).and(page.locator('button')).click()
	await (await file).setFiles(mentionsFile)
	await page.getByRole('button', { name: 'Import', exact: true }).click()
	await page.getByRole('button', { name: 'Done' }).click()
	await expectMentions(page)
	await expect(page.getByText('Saved', { exact: true })).toBeVisible()

	await page.reload()
	await expectMentions(page)
	await goTo(page, 'Coverage')
	const lens = page.getByRole('group', { name: 'Lens' })
	await lens.getByText('Plan').click()
	await expectServed(page, 74)
	const saved = await savedFile(page)
	expect(saved.delivers).toContainEqual({ product: 'PR2', channel: 'C6', status: 'planned' })
})

test('by keyboard: from the sample to its findings, a change, its voice, a reload and a file', async ({ page }) => {
	await page.goto('/')
	await expect(page.getByRole('heading', { name: 'No atlas yet' })).toBeVisible()
	await page.keyboard.press('ControlOrMeta+k')
	await page.getByRole('combobox').pressSequentially('open the sample')
	await page.keyboard.press('Enter')
	await page.waitForURL(/\/map$/)
	await expect(page.getByRole('group', { name: /^Need: Prevent damage at home/ })).toBeVisible()

	await page.keyboard.press('Alt+2')
	await page.waitForURL(/\/coverage/)
	await expectServed(page, 68)
	const fix = page.getByRole('button', { name: 'Plan “Coverage guide” on Instagram ads' })
	await fix.focus()
	await page.keyboard.press('Enter')
	await page.keyboard.press('Alt+l')
	await expectServed(page, 74)

	await page.keyboard.press('Alt+3')
	await page.waitForURL(/\/voice/)
	await page.getByRole('button', { name: 'Choose a file' }).and(page.locator('button')).focus()
	const file = page.waitForEvent('filechooser')
	await page.keyboard.press('Enter')
	await (await file).setFiles(mentionsFile)
	await page.getByRole('button', { name: 'Import', exact: true }).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('dialog')).toContainText('24')
	await page.getByRole('button', { name: 'Done' }).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('dialog')).toHaveCount(0)
	await expectMentions(page)

	await page.keyboard.press('ControlOrMeta+z')
	await page.keyboard.press('Alt+2')
	await page.keyboard.press('Alt+l')
	await expectServed(page, 68)
	await page.keyboard.press('ControlOrMeta+Shift+z')
	await page.keyboard.press('Alt+l')
	await expectServed(page, 74)
	await expect(page.getByText('Saved', { exact: true })).toBeVisible()

	await page.reload()
	await expectServed(page, 68)
	const saved = await savedFile(page)
	expect(saved.delivers).toContainEqual({ product: 'PR2', channel: 'C6', status: 'planned' })
})
