import type { Page } from '@playwright/test'
import { chooseView, expect, expectAccessible, goTo, openSample, test } from './support/test.ts'

/** The panel of indexes says these weights. */
async function expectWeights(page: Page, served: number, first: number): Promise<void> {
	await expect(page.getByRole('region', { name: 'Served', exact: true })).toContainText(`${served} of 31`)
	await expect(page.getByRole('region', { name: 'First choice', exact: true })).toContainText(`${first} of 31`)
}

async function openView(page: Page, view: 'Ledger' | 'Matrix' | 'Safe stops' | 'Best plan' | 'What-if'): Promise<void> {
	await page.getByRole('tab', { name: view }).click()
}

async function seeLens(page: Page, lens: 'Today' | 'Plan'): Promise<void> {
	await page.getByRole('group', { name: 'Lens' }).getByText(lens).click()
}

/** Tries a delivery or a stop in the form of the what-if view. */
async function tryOut(page: Page, act: 'Deliver' | 'Stop', product: string, channel: string): Promise<void> {
	const form = page.getByRole('region', { name: 'Try a delivery' })
	await form.getByRole('combobox', { name: 'Product' }).selectOption(product)
	await form.getByRole('combobox', { name: 'Channel' }).selectOption(channel)
	await form.getByRole('button', { name: act, exact: true }).click()
}

/** The row of the whole map in the table of before and after. */
function wholeMap(page: Page) {
	return page.getByRole('table', { name: 'Indexes before and after' }).getByRole('row', { name: /^Whole map/ })
}

test('the worked case: stops that harm nobody, seven additions, everybody served first, and made live', async ({
	page
}) => {
	test.slow()
	await openSample(page)
	await goTo(page, 'Coverage')
	await expectWeights(page, 21, 16)

	await openView(page, 'Safe stops')
	await expect(
		page.getByText('9 deliveries can stop at once; this saves an effort of 9. No other choice')
	).toBeVisible()
	await expect(page.getByText('That nobody here asks for a delivery does not make it useless')).toBeVisible()
	const chosen = page.getByRole('region', { name: 'If the chosen deliveries stop' })
	await page.getByRole('checkbox', { name: 'Choose Coverage guide on Website' }).check()
	await expect(chosen).toContainText('Nobody gets a worse channel.')
	await page.getByRole('checkbox', { name: 'Choose Coverage FAQ on Website' }).check()
	await expect(chosen).toContainText('Served: 21 → 16 of 31')
	await expect(chosen).toContainText('Not safe together: 2 pairs lose their best channel.')
	await expect(chosen).toContainText('Of Coverage guide on Website and Coverage FAQ on Website, at least one must stay')
	await chosen.getByRole('button', { name: 'Choose none' }).click()
	await expect(chosen).toBeHidden()
	await page.getByText('How this was found, and the proof').click()
	await expect(
		page.getByText(/no deliveries worth less than 5 meet all conditions, so no set saves more than 9/)
	).toBeVisible()

	await page.keyboard.press('Alt+w')
	await openView(page, 'What-if')
	for (const [product, channel] of [
		['Coverage FAQ', 'Website'],
		['Claim status', 'Website'],
		['Insurance check-up', 'Website'],
		['Prevention tips', 'Facebook page'],
		['Prevention tips', 'Instagram ads'],
		['Member magazine', 'E-mail newsletter']
	] as const)
		await tryOut(page, 'Stop', product, channel)
	const bar = page.getByRole('region', { name: 'What is being tried' })
	await expect(bar).toContainText('Trying: 6 changes')
	await expect(bar).toContainText(/Served 68\s?% → 68\s?%/)
	await expect(bar).toContainText(/First choice 52\s?% → 52\s?%/)

	for (const [product, channel] of [
		['Coverage guide', 'Instagram ads'],
		['Claim status', 'Phone'],
		['Payout figures', 'Review site'],
		['Coverage guide', 'App'],
		['Prevention tips', 'E-mail newsletter'],
		['Coverage guide', 'Phone']
	] as const)
		await tryOut(page, 'Deliver', product, channel)
	await page.getByRole('tab', { name: 'Findings' }).click()
	const unmet = page
		.getByRole('grid', { name: 'Findings' })
		.getByRole('row')
		.filter({ hasText: 'if I fall ill' })
		.first()
	await unmet.getByRole('button', { name: /more/ }).click()
	await page.getByRole('menuitem', { name: 'Add a product for “Know what happens to my income if I fall ill”' }).click()
	await openView(page, 'What-if')
	await tryOut(page, 'Deliver', 'Know what happens to my income if I fall ill', 'WhatsApp webcare')
	await expect(wholeMap(page)).toContainText(/68\s?%\s*100\s?%\s*\+32\s*52\s?%\s*100\s?%\s*\+48/)
	await expect(page.getByRole('row', { name: /^Joyce Amatali/ })).toContainText(/29\s?%\s*100\s?%\s*\+71/)
	await expect(page.getByText('Closed: 14')).toBeVisible()
	// What is left on the website is a fallback now, and nothing is on Facebook any more.
	await expect(page.getByText('Opened: 2')).toBeVisible()

	await bar.getByRole('button', { name: 'Keep', exact: true }).click()
	await expect(bar).toBeHidden()
	await expectWeights(page, 31, 31)
	await page.keyboard.press('ControlOrMeta+z')
	await expectWeights(page, 21, 16)
	await page.keyboard.press('ControlOrMeta+y')
	await expectWeights(page, 31, 31)

	await seeLens(page, 'Today')
	await expectWeights(page, 21, 16)
	await openView(page, 'Best plan')
	await page.getByRole('button', { name: 'Carry out the plan' }).click()
	const dialog = page.getByRole('dialog', { name: 'Carry out the plan' })
	await dialog.getByRole('checkbox', { name: 'Payout figures on Website' }).uncheck()
	await dialog.getByRole('button', { name: 'Carry out 13 changes' }).click()
	await expectWeights(page, 31, 31)
	// 15 are live; the one that was left out is still planned.
	await expect(page.getByText('On the map are 1 planned and 0 retiring deliveries.')).toBeVisible()
	await expect(page.getByText('The plan now: 16 deliveries, effort 16.')).toBeVisible()
	await page.reload()
	await expectWeights(page, 31, 31)
})

test('what is tried in the ledger by keyboard shows beside every page, warns, and is discarded', async ({ page }) => {
	await openSample(page)
	await page.keyboard.press('Alt+w')
	const panel = page.getByRole('complementary', { name: 'What the changes come to' })
	await expect(panel).toBeVisible()
	await goTo(page, 'Coverage')
	await openView(page, 'Ledger')
	for (const product of ['Coverage guide', 'Coverage FAQ']) {
		await page.getByRole('button', { name: `Change “${product}” on Website` }).focus()
		await page.keyboard.press('Enter')
		await expect(page.getByRole('menuitem', { name: 'Stop it in the plan' })).toBeFocused()
		await page.keyboard.press('Enter')
	}
	await expect(panel.getByRole('alert')).toContainText('at least one must stay')
	await expect(panel.getByRole('row', { name: /^Whole map/ })).toContainText(/68\s?% → 52\s?%/)
	await openView(page, 'Matrix')
	await expect(panel.getByRole('list', { name: 'What is tried' }).getByRole('listitem')).toHaveCount(2)
	await goTo(page, 'Map')
	await expect(panel).toBeVisible()
	await page.keyboard.press('ControlOrMeta+z')
	await expect(panel.getByRole('alert')).toBeHidden()
	await page.getByRole('button', { name: 'Discard', exact: true }).click()
	await expect(panel).toBeHidden()
	await goTo(page, 'Coverage')
	await seeLens(page, 'Plan')
	await expectWeights(page, 21, 16)
})

test('the best plan of a budget is proved, drawn, and applied in part as one step', async ({ page }) => {
	await openSample(page)
	await goTo(page, 'Coverage')
	await openView(page, 'Best plan')
	const budget = page.getByRole('textbox', { name: 'Budget of effort' })
	await budget.fill('-3')
	await expect(page.getByText('To save effort, let the plan stop deliveries.')).toBeVisible()
	await budget.fill('6')
	await budget.press('Enter')
	await expect(page.getByRole('heading', { name: '6 moves for an effort of 6' })).toBeVisible()
	await expect(page.getByText('Proved: no plan within this budget grants more than 28.')).toBeVisible()
	const moves = page.getByRole('region', { name: 'Moves' })
	await expect(moves.getByRole('row')).toHaveCount(7)
	await expect(page.getByRole('img', { name: /^What more effort would bring/ })).toBeVisible()
	await page.getByText('The curve as a table').click()
	// From nothing to twice the budget, by whole budgets.
	await expect(page.getByRole('table', { name: 'What more effort would bring' }).getByRole('row')).toHaveCount(14)

	await moves.getByRole('checkbox', { name: 'Plan “Prevention tips” on E-mail newsletter' }).uncheck()
	await page.getByRole('button', { name: /^Apply (the )?5/ }).click()
	await seeLens(page, 'Plan')
	await expectWeights(page, 27, 27)
	await page.keyboard.press('ControlOrMeta+z')
	await expectWeights(page, 21, 16)

	await page.getByRole('combobox', { name: 'May deliveries stop?' }).selectOption('Yes, all that are no longer needed')
	await page.getByText('Deliveries that must stay', { exact: true }).click()
	await page.getByRole('checkbox', { name: 'Member magazine on E-mail newsletter' }).check()
	await budget.fill('-4')
	await budget.press('Enter')
	await expect(page.getByText(/^Proved: no plan within this budget/)).toBeVisible()
	await expect(moves.getByRole('checkbox', { name: /^Stop / }).first()).toBeVisible()
	await expect(moves.getByRole('checkbox', { name: 'Stop “Member magazine” on E-mail newsletter' })).toHaveCount(0)
})

test('what-if, safe stops and best plan are free of accessibility faults in both themes', async ({ page }) => {
	test.slow()
	await page.emulateMedia({ reducedMotion: 'reduce' })
	await openSample(page)
	await goTo(page, 'Coverage')
	await openView(page, 'Best plan')
	await page.getByRole('button', { name: 'Find the best plan' }).click()
	await expect(page.getByText(/^Proved:/)).toBeVisible()
	await page.getByRole('button', { name: 'Try it first' }).click()
	for (const theme of ['Light', 'Dark']) {
		await chooseView(page, theme)
		await openView(page, 'Best plan')
		await expectAccessible(page)
		await openView(page, 'What-if')
		await expect(wholeMap(page)).toBeVisible()
		await expectAccessible(page)
		await openView(page, 'Safe stops')
		await page.getByRole('checkbox', { name: 'Choose Coverage FAQ on Website' }).check()
		await expectAccessible(page)
	}
})
