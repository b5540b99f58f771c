import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, goTo, openSample, test } from './support/test.ts'

async function openView(page: Page, view: 'Findings' | 'Before and after' | 'Flow' | 'Mix'): Promise<void> {
	await goTo(page, 'Coverage')
	await page.getByRole('tab', { name: view }).click()
}

test('a finding is decided, owned, dated, done, accepted with a reason, and comes back when its thing changes', async ({
	page
}) => {
	await openSample(page)
	await goTo(page, 'Coverage')
	const lists = page.getByRole('group', { name: 'List' })
	const findings = page.getByRole('grid', { name: 'Findings' })
	const rows = findings.locator('[data-finding]')
	await expect(lists.getByRole('radio', { name: 'Open 20' })).toBeChecked()

	// By the keyboard: D decides on the finding that it is on.
	await rows.nth(3).focus()
	await expect(rows.nth(3)).toContainText('Sanne de Wit wants “Find out that a renter')
	await page.keyboard.press('d')
	const dialog = page.getByRole('dialog', { name: 'What shall be done?' })
	await expect(dialog).toContainText('11 of 11 statements behind this have no evidence')
	await expectAccessible(page)
	await dialog.getByLabel('Owner', { exact: true }).fill('Marketing')
	await dialog.getByLabel('Due').fill('2026-03-01')
	await dialog.getByRole('button', { name: 'Save decision' }).click()
	await expect(lists.getByRole('radio', { name: 'Open 19' })).toBeChecked()
	await lists.getByText('Decided 1').click()
	await expect(rows).toHaveCount(1)
	await expect(rows.first()).toContainText('Marketing')
	await expect(rows.first()).toContainText('Overdue')
	// Done, it leaves this list: there is nothing left whose state could be waited for.
	await rows.first().getByRole('checkbox', { name: 'Done' }).click()
	await expect(lists.getByText('Done 1')).toBeVisible()
	await expect(lists.getByText('Decided 0')).toBeVisible()

	// Accepting asks for the reason; what was accepted comes back when what it rests on changes, and says why.
	await lists.getByText('Open 19').click()
	await rows.first().getByRole('button', { name: 'Decide' }).click()
	await dialog.getByRole('radio', { name: /^Accept/ }).check({ force: true })
	await dialog.getByRole('button', { name: 'Save decision' }).click()
	await expect(dialog.getByRole('alert')).toBeVisible()
	await dialog.getByRole('textbox', { name: 'Reason' }).fill('Income cover is not sold this year')
	await dialog.getByRole('button', { name: 'Save decision' }).click()
	await lists.getByText('Accepted 1').click()
	await expect(rows.first()).toContainText('Income cover is not sold this year')
	await page.getByRole('tab', { name: 'Matrix' }).click()
	const need = page
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: /Know what happens to my income/ }) })
	// Only rows in view are in the page, and this one is at the end.
	await page.getByRole('grid', { name: 'Needs by channels' }).getByRole('gridcell').first().focus()
	await page.keyboard.press('ControlOrMeta+End')
	await need.getByRole('gridcell', { name: /^WhatsApp webcare/ }).click()
	await page.getByRole('combobox', { name: 'Rank' }).selectOption('not wanted')
	await page.keyboard.press('Escape')
	await page.getByRole('tab', { name: 'Findings' }).click()
	await lists.getByText('Accepted 0').click()
	await lists.getByText('Open 19').click()
	await expect(findings.getByText(/^Back, because since it was accepted:/).first()).toBeVisible()

	// What rests on evidence alone, and how the indexes change.
	await page.getByRole('checkbox', { name: 'Only what is evidenced' }).check()
	await expect(page.getByRole('region', { name: 'With evidence only' })).toContainText('Whole map')
})

test('a snapshot is compared with now by pair, index, decision and change, kept in the file, and restored', async ({
	page
}) => {
	test.slow()
	await openSample(page)
	await openView(page, 'Before and after')
	await expect(page.getByRole('heading', { name: 'Nothing to compare with yet' })).toBeVisible()
	await page.getByRole('button', { name: 'Take a snapshot' }).click()
	const dialog = page.getByRole('dialog', { name: 'Take a snapshot' })
	await dialog.getByLabel('Name', { exact: true }).fill('Before the workshop')
	await dialog.getByLabel('Note').fill('As we found it')
	await dialog.getByRole('button', { name: 'Take a snapshot' }).click()
	await expect(page.getByText('Every pair of persona and need is served as before.')).toBeVisible()

	await page.getByRole('tab', { name: 'Matrix' }).click()
	const need = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Find out that a renter' }) })
	await need.getByRole('gridcell', { name: /^Instagram ads:/ }).click()
	await page.getByRole('checkbox', { name: 'Coverage guide' }).check()
	await page.keyboard.press('Escape')
	await page.getByRole('tab', { name: 'Before and after' }).click()
	const closed = page.getByRole('region', { name: 'Closed' })
	await expect(closed).toContainText('Sanne de Wit: Find out that a renter needs contents cover')
	await expect(closed).toContainText('Coverage guide is delivered on Instagram ads (new)')
	const indexes = page.getByRole('table', { name: 'Indexes before and after' })
	await expect(indexes.getByRole('row', { name: /^Whole map/ })).toContainText(/68.?% → 74.?%\s*\+6/)
	await expect(indexes.getByRole('row', { name: /^Sanne de Wit/ })).toContainText(/80.?% → 100.?%/)
	await page.getByText('Changes on the map 1').click()
	await expect(page.getByRole('region', { name: 'Deliveries' })).toContainText('Instagram ads (new)')
	await expectAccessible(page)
	await page.getByRole('button', { name: 'Swap before and after' }).click()
	await page.getByText('Pairs 1').click()
	await expect(page.getByRole('region', { name: 'Opened' })).toContainText('(no longer)')

	// The workspace file has it, as a file in the file.
	const download = page.waitForEvent('download')
	await page.keyboard.press('Control+s')
	const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
	expect(file.version).toBe(1)
	expect(file.snapshots).toHaveLength(1)
	expect(file.snapshots[0].contents.delivers).toHaveLength(file.delivers.length - 1)

	// Data: compare, delete and undo, restore as an atlas of its own.
	await goTo(page, 'Data')
	await page.getByRole('navigation', { name: 'Tables and files' }).getByRole('link', { name: 'Snapshots' }).click()
	const row = page.getByRole('listitem', { name: 'Before the workshop' })
	await expect(row).toContainText(/68.?% served, 52.?% first choice, 13 pairs/)
	await expectAccessible(page)
	await row.getByRole('button', { name: 'Delete Before the workshop' }).click()
	await expect(page.getByRole('heading', { name: 'No snapshots yet' })).toBeVisible()
	await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
	await expect(row).toBeVisible()
	await row.getByRole('link', { name: 'Compare with now' }).click()
	await expect(page.getByRole('region', { name: 'Closed' })).toBeVisible()
	await page.goBack()
	await row.getByRole('button', { name: 'Open as a new atlas' }).click()
	await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Open it' }).click()
	await page.waitForURL(/\/map$/)
	await expect(page.getByLabel('Name of the atlas')).toHaveValue('Veldhaven Verzekeringen – Before the workshop')
})

test('the flow tells its ways to the keyboard; pictures have a table and files with real text', async ({ page }) => {
	await openSample(page)
	await openView(page, 'Flow')
	await page.getByRole('button', { name: 'Persona: Sanne de Wit' }).focus()
	await page.keyboard.press('ArrowRight')
	await expect(page.locator('[data-place]:focus')).toHaveAccessibleName(/^Need: /)
	await expect(page.getByRole('tabpanel').getByRole('status')).toContainText('Sanne de Wit → ')
	await expectAccessible(page)
	await page.getByRole('tabpanel').getByText('Table', { exact: true }).click()
	await expect(page.getByRole('table', { name: 'Flow' })).toContainText('No product')
	await page.getByRole('button', { name: /as a picture$/ }).click()
	const svg = page.waitForEvent('download')
	await page.getByRole('menuitem', { name: /SVG/ }).click()
	const text = readFileSync(await (await svg).path(), 'utf8')
	expect(text).toContain('>Delivered nowhere</text>')
	expect(text).toContain('>Sanne de Wit</text>')
	await page.getByRole('tab', { name: 'Mix' }).click()
	const which = page.getByRole('tabpanel').getByRole('combobox')
	await which.selectOption('Paid, owned and earned by persona')
	await expect(page.getByRole('tabpanel').getByRole('img', { name: /^Paid, owned and earned/ })).toBeVisible()
	await expectAccessible(page)
	await page.getByRole('button', { name: /as a picture$/ }).click()
	const png = page.waitForEvent('download')
	await page.getByRole('menuitem', { name: /PNG/ }).click()
	expect(
		readFileSync(await (await png).path())
			.subarray(1, 4)
			.toString()
	).toBe('PNG')
})
