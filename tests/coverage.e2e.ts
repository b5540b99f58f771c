import type { Locator, Page } from '@playwright/test'
import { largeAtlas } from '#lib/coverage/large-atlas.ts'
import { writeWorkspaceFile } from '#lib/domain/interchange/workspace-file.ts'
import { expect, expectAccessible, goTo, openSample, test } from './support/test.ts'

/** The panel of indexes says these figures. Percentages may be written with or without a space. */
async function expectIndexes(page: Page, served: [number, string], first: [number, string]): Promise<void> {
	for (const [name, [percent, weight]] of [
		['Served', served],
		['First choice', first]
	] as const) {
		const figure = page.getByRole('region', { name, exact: true })
		await expect(figure).toContainText(new RegExp(`${percent}\\s?%`))
		await expect(figure).toContainText(`${weight} by weight`)
	}
}

/** Opens the sample on a view of its coverage page. */
async function openCoverage(page: Page, view?: 'Matrix' | 'Ledger' | 'Safe stops'): Promise<void> {
	await openSample(page)
	await goTo(page, 'Coverage')
	if (view) await page.getByRole('tab', { name: view }).click()
}

/** The cell of a need on a channel. */
function cell(page: Page, need: string, channel: string): Locator {
	return page
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: need }) })
		.getByRole('gridcell', { name: new RegExp(`^${channel}:`) })
}

test('the sample shows how many are served, and on what that rests', async ({ page }) => {
	await openCoverage(page)
	await expectIndexes(page, [68, '21 of 31'], [52, '16 of 31'])
	const panel = page.getByRole('complementary', { name: 'Indexes' })
	await expect(panel).toContainText('13 pairs of persona and need')
	await expect(panel).toContainText('0 with unknown preference')
	await expect(panel).toContainText('127 statements have evidence')
	await expect(panel.getByRole('row', { name: /^Share/ })).toContainText('–')
	await expect(page.getByRole('grid', { name: 'Findings' }).getByRole('row')).toHaveCount(20)
})

test('a delivery changed in the matrix changes indexes and findings at once', async ({ page }) => {
	await openCoverage(page, 'Matrix')
	const target = cell(page, 'Find out that a renter needs contents cover', 'Instagram ads')
	await expect(target).toHaveAccessibleName('Instagram ads: choice 1; nothing offered')
	await target.click()
	const editor = page.getByRole('dialog', { name: /on Instagram ads$/ })
	await editor.getByRole('checkbox', { name: 'Coverage guide' }).check()
	await expectIndexes(page, [74, '23 of 31'], [58, '18 of 31'])
	await expect(target).toHaveAccessibleName('Instagram ads: choice 1; offered: Coverage guide')
	await editor.getByRole('combobox', { name: 'Status of Coverage guide' }).selectOption('Planned')
	await expectIndexes(page, [68, '21 of 31'], [52, '16 of 31'])
	await expect(target).toHaveAccessibleName(/1 in the other lens$/)
	await editor.getByRole('combobox', { name: 'Status of Coverage guide' }).selectOption('Live')
	await page.keyboard.press('Escape')
	await expect(editor).toBeHidden()
	await expect(target).toBeFocused()
	await page.getByRole('tab', { name: 'Findings' }).click()
	const findings = page.getByRole('grid', { name: 'Findings' })
	await expect(findings.getByText(/^Sanne de Wit wants “Find out that a renter/)).toHaveCount(0)
	await page.reload()
	await expectIndexes(page, [74, '23 of 31'], [58, '18 of 31'])
})

test('a rank is changed in the matrix, and a preference taken back', async ({ page }) => {
	await openCoverage(page, 'Matrix')
	const website = cell(page, 'Find out that a renter needs contents cover', 'Website')
	await expect(website).toHaveAccessibleName('Website: not wanted; offered: Coverage guide')
	await website.click()
	const rank = page.getByRole('combobox', { name: 'Rank' })
	await rank.selectOption('Choice 3')
	await expectIndexes(page, [74, '23 of 31'], [52, '16 of 31'])
	await rank.selectOption('not wanted')
	await expectIndexes(page, [68, '21 of 31'], [52, '16 of 31'])
})

test('a fix is one click, says where it shows, and is undone from its message', async ({ page }) => {
	await openCoverage(page)
	const findings = page.getByRole('grid', { name: 'Findings' })
	const finding = findings.getByText(/^Sanne de Wit wants “Find out that a renter/)
	await page.getByRole('button', { name: 'Plan “Coverage guide” on Instagram ads' }).click()
	await expect(page.getByText('It counts in the Plan lens; Today stays as it is.')).toBeVisible()
	await expect(finding).toBeVisible()
	await page.getByRole('button', { name: 'Switch to Plan' }).click()
	await expectIndexes(page, [74, '23 of 31'], [58, '18 of 31'])
	await expect(finding).toHaveCount(0)
	await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
	await expectIndexes(page, [68, '21 of 31'], [52, '16 of 31'])
	await expect(finding).toBeVisible()
})

test('findings are filtered, grouped and shown on the map', async ({ page }) => {
	await openCoverage(page)
	const rows = page.getByRole('grid', { name: 'Findings' }).locator('[data-finding]')
	await page.getByRole('combobox', { name: 'Channel' }).selectOption('Instagram ads')
	await expect(rows).toHaveCount(3)
	await page.getByRole('combobox', { name: 'Kind' }).selectOption('Gaps')
	await expect(rows).toHaveCount(2)
	await page.getByRole('textbox', { name: 'Search findings' }).fill('nothing like this')
	await page.getByRole('button', { name: 'Clear the filter' }).click()
	await expect(rows).toHaveCount(20)
	await page.getByRole('combobox').filter({ hasText: 'Not grouped' }).selectOption('By Persona')
	await expect(page.getByRole('columnheader', { name: 'Joyce Amatali' })).toBeVisible()
	await rows.first().getByRole('button', { name: 'Show on the map' }).click()
	await page.waitForURL(/\/map$/)
})

test('findings are walked and fixed with the keyboard alone', async ({ page }) => {
	await openCoverage(page)
	const rows = page.getByRole('grid', { name: 'Findings' }).locator('[data-finding]')
	await rows.first().focus()
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('ArrowDown')
	await expect(rows.nth(2)).toBeFocused()
	await expect(rows.nth(2)).toContainText('Payout figures')
	await page.keyboard.press('Enter')
	await expect(page.getByText('“Payout figures” is planned on Review site. It counts')).toBeVisible()
	await expect(rows.nth(2)).toBeFocused()
	await page.keyboard.press('ControlOrMeta+z')
	await page.keyboard.press('End')
	await expect(rows.last()).toBeFocused()
})

test('the matrix is walked and edited with the keyboard alone', async ({ page }) => {
	await openCoverage(page, 'Matrix')
	const start = cell(page, 'Find out that a renter needs contents cover', 'Comparison site')
	await start.focus()
	await page.keyboard.press('ArrowRight')
	await page.keyboard.press('ArrowRight')
	const target = cell(page, 'Find out that a renter needs contents cover', 'Instagram ads')
	await expect(target).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('combobox', { name: 'Rank' })).toBeFocused()
	await page.keyboard.press('Tab')
	await page.keyboard.press('Space')
	await expectIndexes(page, [74, '23 of 31'], [58, '18 of 31'])
	await page.keyboard.press('Escape')
	await expect(target).toBeFocused()
	await page.keyboard.press('ControlOrMeta+End')
	await expect(page.locator('[role=gridcell]:focus')).toHaveAccessibleName(/^E-mail newsletter:/)
})

test('the ledger says of each channel what is wanted, what is done and why', async ({ page }) => {
	await openCoverage(page, 'Ledger')
	const website = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Website/ }) })
	await expect(website).toContainText('Fallback')
	await expect(website).toContainText('Nobody wants it first')
	await page.getByRole('button', { name: 'Channel', exact: true }).click()
	await expect(page.getByRole('columnheader', { name: 'Channel' })).toHaveAttribute('aria-sort', 'ascending')
	await expect(page.getByRole('tabpanel').getByRole('rowheader').first()).toContainText('App')
	await expect(page).toHaveURL(/view=ledger$/)
	await page.reload()
	await expect(page.getByRole('tab', { name: 'Ledger' })).toHaveAttribute('aria-selected', 'true')
})

test('safe stops are listed with their effort, and one is retired', async ({ page }) => {
	await openCoverage(page, 'Safe stops')
	await expect(page.getByText('9 deliveries can stop at once; this saves an effort of 9.')).toBeVisible()
	await page.getByRole('button', { name: 'Retire “Member magazine” from E-mail newsletter' }).click()
	await expect(page.getByText('“Member magazine” is retiring from E-mail newsletter. It counts')).toBeVisible()
})

test('an atlas without needs leads to the map', async ({ page }) => {
	await page.goto('/')
	await page.getByRole('button', { name: 'New atlas' }).click()
	const dialog = page.getByRole('dialog')
	await dialog.getByRole('textbox').fill('Empty')
	await page.keyboard.press('Enter')
	await page.waitForURL(/\/map$/)
	await goTo(page, 'Coverage')
	await expect(page.getByRole('heading', { name: 'No needs yet' })).toBeVisible()
	await page.getByRole('button', { name: 'Add a need on the map' }).click()
	await page.waitForURL(/\/map$/)
})

test('with a thousand needs only what is in view is in the page', async ({ page }) => {
	// Keeping and opening so large an atlas takes most of the time.
	test.slow()
	await page.goto('/')
	await page.getByLabel('Import a file').setInputFiles({
		name: 'large.atlas.json',
		mimeType: 'application/json',
		buffer: Buffer.from(writeWorkspaceFile(largeAtlas(1000)))
	})
	await page.waitForURL(/\/map$/)
	await goTo(page, 'Coverage')
	await page.getByRole('tab', { name: 'Matrix' }).click()
	const matrix = page.getByRole('grid', { name: 'Needs by channels' })
	// Two head rows, 20 personas and 1,000 needs; 40 channels and the head.
	await expect(matrix).toHaveAttribute('aria-rowcount', '1022')
	await expect(matrix).toHaveAttribute('aria-colcount', '41')
	expect(await matrix.getByRole('gridcell').count()).toBeLessThan(600)
	await matrix.getByRole('gridcell').first().focus()
	await page.keyboard.press('ControlOrMeta+End')
	await expect(page.locator('[role=gridcell]:focus')).toHaveAccessibleName(/^Channel C0039:/)
	await expect(matrix.getByRole('rowheader', { name: 'Need N1000' })).toBeVisible()
	expect(await matrix.getByRole('gridcell').count()).toBeLessThan(600)
	await page.getByRole('tab', { name: 'Findings' }).click()
	const findings = page.getByRole('grid', { name: 'Findings' })
	await expect(findings).toHaveAttribute('aria-rowcount', /^\d{4}$/)
	expect(await findings.locator('[data-finding]').count()).toBeLessThan(100)
})

for (const theme of ['light', 'dark'] as const) {
	test(`every view of coverage is free of accessibility faults in the ${theme} theme`, async ({ page }) => {
		// Five examinations of a whole page in one test.
		test.slow()
		await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
		await openCoverage(page)
		for (const view of ['Findings', 'Matrix', 'Ledger', 'Safe stops']) {
			await page.getByRole('tab', { name: view }).click()
			await expect(page.getByRole('tabpanel')).toContainText(/\S/)
			await expectAccessible(page)
		}
		await page.getByRole('tab', { name: 'Matrix' }).click()
		await cell(page, 'Prevent damage at home', 'App').click()
		await expect(page.getByRole('dialog')).toBeVisible()
		await expectAccessible(page)
	})
}
