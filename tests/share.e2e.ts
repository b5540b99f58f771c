import { readFileSync, statSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { caseFile, expect, expectAccessible, goTo, openSample, test } from './support/test.ts'

const hostile = `</script><img src=x onerror="document.title='broken'">\u2028<b>Sanne`

/** Opens a file of a share as a reader does: from the disk, with the network away. `complaints`: what it says in the console or asks of the network. */
async function read(browser: Browser, file: string): Promise<{ reader: Page; complaints: readonly string[] }> {
	const context = await browser.newContext({ offline: true })
	const page = await context.newPage()
	const complaints: string[] = []
	page.on('console', (message) => complaints.push(message.text()))
	page.on('pageerror', (error) => complaints.push(error.message))
	await context.route(/^(?!file:|data:)/, (route) => {
		complaints.push(route.request().url())
		return route.abort()
	})
	await page.goto(`file://${file}`)
	return { reader: page, complaints }
}

async function share(page: Page, name: string): Promise<string> {
	const coming = page.waitForEvent('download')
	await page.getByRole('button', { name: 'Make Read-only file' }).click()
	const file = test.info().outputPath(name)
	await (await coming).saveAs(file)
	return file
}

test('a share opens from the disk with the network away, and is the map, the coverage and the cards of now', async ({
	page,
	browser
}) => {
	await openSample(page)
	await goTo(page, 'Voice')
	await page.getByRole('button', { name: 'Add mentions' }).click()
	const choosing = page.waitForEvent('filechooser')
	await page.getByRole('dialog').getByRole('button', { name: 'Choose a file' }).and(page.locator('button')).click()
	await (await choosing).setFiles(caseFile('veldhaven-mentions.csv'))
	await page.getByRole('button', { name: 'Import', exact: true }).click()
	await page.getByRole('button', { name: 'Done' }).click()
	await goTo(page, 'Coverage')
	const figures = await Promise.all(
		['Served', 'First choice'].map((label) => page.getByRole('region', { name: label, exact: true }).innerText())
	)
	expect(figures[0]).toContain('68%')
	const name = page.getByRole('textbox', { name: 'Name of the atlas' })
	await name.fill(hostile)
	await name.press('Enter')
	await goTo(page, 'Cards')
	await page.getByRole('textbox', { name: 'Your note on Sanne de Wit' }).fill(hostile)
	await page.getByRole('tab', { name: 'Export' }).click()

	await page.keyboard.press('ControlOrMeta+k')
	await page.getByRole('combobox').pressSequentially('share a read-only')
	await page.keyboard.press('Enter')
	const dialog = page.getByRole('dialog', { name: 'Share a read-only file' })
	await expect(dialog.getByRole('checkbox', { name: /^Mentions/ })).not.toBeChecked()
	await expectAccessible(page)
	const file = await share(page, 'share.html')
	expect(statSync(file).size).toBeLessThan(2 * 1024 * 1024)
	const text = readFileSync(file, 'utf8')
	const [mention = ''] = readFileSync(caseFile('veldhaven-mentions.csv'), 'utf8').split('\n').slice(1)
	expect(text).not.toContain(mention.split(',').find((cell) => cell.length > 20) ?? mention)

	const { reader, complaints } = await read(browser, file)
	await expect(reader.getByRole('application')).toBeVisible()
	const things = reader.getByRole('region', { name: 'What is on the map' })
	await expect(things.getByRole('button', { name: /^Sanne de Wit/ })).toContainText('80%')
	await expect(reader.getByRole('heading', { level: 1 })).toHaveText(hostile)
	await expect(reader).not.toHaveTitle('broken')
	expect(await reader.locator('img').count()).toBe(0)
	await things.getByRole('button', { name: /^Murat Bakker/ }).focus()
	await reader.keyboard.press('Enter')
	await expect(reader.getByRole('region', { name: 'What is chosen' })).toContainText('Murat Bakker')
	await expectAccessible(reader)
	await reader.getByRole('link', { name: 'Coverage' }).click()
	await expect(reader.getByRole('region', { name: 'Served' })).toHaveText(figures[0] ?? '')
	await expect(reader.getByRole('region', { name: 'First choice' })).toHaveText(figures[1] ?? '')
	await reader.getByRole('radio', { name: 'Plan', exact: true }).check({ force: true })
	await reader.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
	await expectAccessible(reader)
	await reader.getByRole('radio', { name: 'Matrix' }).check({ force: true })
	await expect(reader.getByRole('rowheader', { name: /Report a stolen bike/ })).toBeVisible()
	await expectAccessible(reader)
	await reader.getByRole('link', { name: 'Cards' }).click()
	await expect(reader.getByRole('region', { name: 'Preview of Sanne de Wit' })).toContainText('<b>Sanne')
	await reader.getByRole('button', { name: 'What customers say' }).click()
	await expect(reader.getByRole('region', { name: 'Preview of What customers say' })).toContainText('claim')
	await reader.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN')
	await expect(reader.getByRole('link', { name: '地图' })).toBeVisible()
	expect(complaints).toEqual([])
	await reader.close()
})
