import { expect, expectAccessible, goTo, openSample, test } from './support/test.ts'

test('a goal is measured by an index and tied to a gap, and a channel is found out of step', async ({ page }) => {
	await openSample(page)
	await goTo(page, 'Frame')
	await page.getByRole('button', { name: 'Add a goal' }).click()
	await page.keyboard.type('Serve everybody where they want it')
	await page.keyboard.press('Tab')
	const goal = page.getByRole('listitem', { name: 'Serve everybody where they want it' })
	await goal.getByLabel('Measured by').selectOption('Served')
	await goal.getByLabel('Target in %').fill('80')
	await page.keyboard.press('Tab')
	await expect(goal).toContainText(/68%\s*of 80%\s*not reached/)

	const checks = page.getByRole('complementary', { name: 'What does not fit yet' })
	await expect(checks.getByRole('heading', { name: 'Gaps without a goal (10)' })).toBeVisible()
	await checks
		.getByLabel('The goal that is to close: Joyce Amatali needs “Know what happens')
		.selectOption('Serve everybody where they want it')
	await expect(checks.getByRole('heading', { name: 'Gaps without a goal (9)' })).toBeVisible()
	await expect(goal).toContainText('Joyce Amatali needs “Know what happens to my income if I fall ill”')

	await page.getByRole('button', { name: 'App, Look: not checked' }).click()
	await page.getByRole('button', { name: 'App, Look: tells the same story' }).click()
	await expect(checks.getByRole('listitem').filter({ hasText: 'App: Look' })).toBeVisible()
	await expectAccessible(page)
	await page.emulateMedia({ colorScheme: 'dark' })
	await expectAccessible(page)

	await expect(page.getByText('Saved', { exact: true })).toBeVisible()
	await page.reload()
	await expect(goal).toContainText('not reached')
	await expect(checks.getByRole('listitem').filter({ hasText: 'App: Look' })).toBeVisible()
})
