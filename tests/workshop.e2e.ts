import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { caseFile, chooseView, expect, expectAccessible, goTo, test } from './support/test.ts'

/** Opens the worked case on its map with the workshop beside it. */
async function openWorkshop(page: Page): Promise<Locator> {
	await page.goto('/')
	await page.getByLabel('Import a file').setInputFiles(caseFile('veldhaven.atlas.json'))
	await page.waitForURL(/\/map$/)
	await page.keyboard.press('Alt+g')
	const side = page.getByRole('complementary', { name: 'Guided workshop' })
	await expect(side).toBeVisible()
	return side
}

function step(side: Locator, name: string): Locator {
	return side.getByRole('list', { name: 'Agenda' }).getByRole('button', { name: new RegExp(`^${name}`) })
}

/** Casts a ballot on the need in view: the channels in their order. */
async function cast(dialog: Locator, voter: string, channels: readonly string[]): Promise<void> {
	await dialog.getByLabel('Name or number').fill(voter)
	for (const channel of channels) {
		await dialog.getByRole('list', { name: 'Channels' }).getByRole('button', { name: channel, exact: true }).click()
	}
	await dialog.getByRole('button', { name: `Cast ballot of ${voter}` }).click()
	await expect(dialog.getByRole('button', { name: `Remove the ballot of ${voter}` })).toBeVisible()
}

test('the agenda leads through its steps with a clock; it can be edited, skipped and undone', async ({
	page,
	context
}) => {
	const side = await openWorkshop(page)
	await side.getByRole('button', { name: 'Begin', exact: true }).click()
	await expect(side.getByText('Step 1 of 9')).toBeVisible()
	await expect(side.getByRole('timer', { name: 'Time left' })).toHaveText('15:00')
	await side.getByRole('button', { name: '+1 min' }).click()
	await expect(side.getByRole('timer')).toHaveText('16:00')
	await side.getByRole('button', { name: 'Skip' }).click()
	await expect(step(side, 'Frame of reference')).toContainText('skipped')
	await side.getByRole('button', { name: 'Next step' }).click()
	await expect(step(side, 'Personas')).toContainText('done')
	await expect(side.getByRole('heading', { name: 'Values' })).toBeVisible()

	await goTo(page, 'Outline')
	await side.getByRole('button', { name: 'Edit the agenda' }).click()
	const agenda = page.getByRole('dialog', { name: 'Edit the agenda' })
	await agenda.getByRole('textbox', { name: 'Minutes for Values' }).fill('25')
	await agenda.getByRole('textbox', { name: 'Minutes for Values' }).press('Enter')
	await expect(agenda).toContainText('160 minutes in all')
	await agenda.getByRole('button', { name: 'Move Needs down' }).click()
	await agenda.getByRole('button', { name: 'Remove Products' }).click()
	await agenda.getByRole('button', { name: 'Add a step' }).click()
	await expectAccessible(page)
	await page.keyboard.press('Escape')
	await expect(side.getByText('Step 3 of 9')).toBeVisible()
	await expect(side.getByRole('timer')).toHaveText('25:00')
	await expect(step(side, 'A step of our own')).toBeVisible()
	await expect(step(side, 'Products')).toHaveCount(0)
	await page.keyboard.press('ControlOrMeta+z')
	await page.keyboard.press('ControlOrMeta+z')
	await expect(step(side, 'Products')).toBeVisible()

	// Another tab shows the same step, and follows.
	const other = await context.newPage()
	await other.goto(page.url())
	await expect(other.getByRole('treegrid', { name: 'Outline' })).toBeVisible()
	await other.keyboard.press('Alt+g')
	const there = other.getByRole('complementary', { name: 'Guided workshop' })
	await expect(there.getByText('Step 3 of 9')).toBeVisible()
	await there.getByRole('button', { name: 'Next step' }).click()
	await expect(side.getByText('Step 4 of 9')).toBeVisible()
	await other.close()

	// A reload changes nothing; the last step ends it.
	await page.reload()
	await expect(side.getByText('Step 4 of 9')).toBeVisible()
	await step(side, 'Close').click()
	await side.getByRole('button', { name: 'End the workshop' }).click()
	await expect(side.getByRole('heading', { name: 'The workshop is over' })).toBeVisible()
	await expect(side.getByRole('button', { name: 'Save to file' })).toBeVisible()
	await expectAccessible(page)
})

test('words stay covered until they are revealed, and what many wrote becomes values', async ({ page }) => {
	const side = await openWorkshop(page)
	await step(side, 'Values').click()
	await goTo(page, 'Outline')
	await side.getByRole('button', { name: 'Write hidden, then reveal' }).click()
	const dialog = page.getByRole('dialog', { name: 'Write hidden, then reveal' })
	const words = dialog.getByLabel('Words', { exact: true })
	await expect(words).toHaveCSS('-webkit-text-security', 'disc')
	for (const [who, text] of [
		['Anna', 'near, quick'],
		['Ben', 'close by\nnear']
	] as const) {
		await dialog.getByLabel('Name or number').fill(who)
		await words.fill(text)
		await dialog.getByRole('button', { name: `Keep words of ${who} covered` }).click()
	}
	const cards = dialog.getByRole('list', { name: 'What participants wrote' })
	await expect(cards).toContainText('2 words, covered')
	await expect(cards).not.toContainText('near')
	await dialog.getByRole('button', { name: 'Reveal all' }).click()
	await expect(cards).toContainText('near')
	await expectAccessible(page)
	await expect(dialog.getByRole('row', { name: /near 2/ }).getByRole('checkbox')).toBeChecked()
	await expect(dialog.getByRole('row', { name: /quick 1/ })).toContainText('fast')
	await dialog.getByLabel('close by means the same as').selectOption('near')
	await dialog.getByRole('button', { name: 'Make 1 value' }).click()
	await expect(dialog.getByRole('row', { name: /close by 1/ })).toContainText('near')
	await page.keyboard.press('Escape')
	await page.getByRole('searchbox', { name: 'Find a name' }).fill('near')
	await expect(page.getByRole('row', { name: /^Value near close by/ })).toBeVisible()
})

test('every ballot counts: dots become importance, ranks an agreed rank with its evidence, split ones are listed', async ({
	page
}) => {
	const side = await openWorkshop(page)
	await step(side, 'Needs').click()
	await goTo(page, 'Outline')
	await side.getByRole('button', { name: 'Dots on needs' }).click()
	const dots = page.getByRole('dialog', { name: 'Dots on needs' })
	for (const need of ['Prevent damage at home', 'Prevent damage at home', 'See where my claim stands']) {
		await dots.getByRole('button', { name: `One dot more on ${need}` }).click()
	}
	await expect(dots.getByText('2 dots left')).toBeVisible()
	await dots.getByRole('button', { name: 'Cast ballot of Participant 1' }).click()
	await dots.getByRole('button', { name: 'Show the result' }).click()
	const result = dots.getByRole('row', { name: /^Prevent damage at home/ })
	await expect(result.getByRole('combobox', { name: 'Importance: Prevent damage at home' })).toHaveValue('5')
	await expectAccessible(page)
	await dots.getByRole('button', { name: 'Record this importance' }).click()
	await expect(dots.getByText(/Recorded with its evidence: Workshop \d{4}-\d\d-\d\d: dots from 1 ballot/)).toBeVisible()
	await page.keyboard.press('Escape')

	await step(side, 'Preferred channels').click()
	await expect(page).toHaveURL(/\/coverage\?view=matrix$/)
	await side.getByRole('button', { name: 'Ballots on channels' }).click()
	const dialog = page.getByRole('dialog', { name: 'Ballots on channels' })
	await cast(dialog, 'Anna', ['Website', 'App', 'Phone'])
	await cast(dialog, 'Ben', ['Website', 'App', 'Phone'])
	await cast(dialog, 'Cem', ['App', 'Website', 'Phone'])
	await dialog.getByRole('button', { name: 'Show the result' }).click()
	// Rank sums 4, 5, 9 of three ballots: S = 14, so W = 12 · 14 / (9 · 24) = 0.78.
	await expect(dialog.getByRole('meter', { name: 'Agreement' })).toHaveAttribute('aria-valuenow', '0.78')
	await expect(dialog.getByRole('row', { name: /^Website/ })).toContainText('1.33')
	await dialog.getByRole('button', { name: 'Record the agreed ranks' }).click()
	await expect(dialog.getByText(/Recorded with its evidence: .* 3 ballots, W = 0.78/)).toBeVisible()

	// Opinions that contradict each other are listed for discussion; a ballot that is taken out no longer counts.
	await dialog.getByRole('button', { name: 'Find out that a renter needs contents cover' }).click()
	await cast(dialog, 'Anna', ['Website', 'App'])
	await cast(dialog, 'Ben', ['App', 'Website'])
	await expect(dialog.getByRole('region', { name: /opinions are split/ })).toContainText('W 0.00')
	await expectAccessible(page)
	await dialog.getByRole('button', { name: 'Remove the ballot of Ben' }).click()
	await expect(dialog.getByRole('region', { name: /opinions are split/ })).toHaveCount(0)
	await page.keyboard.press('Escape')

	await chooseView(page, 'Dark')
	await side.getByRole('button', { name: 'Ballots on channels' }).click()
	await dialog.getByRole('button', { name: 'Show the result' }).click()
	await expectAccessible(page)
	await page.keyboard.press('Escape')

	// All of it travels in the file.
	const download = page.waitForEvent('download')
	await page.keyboard.press('ControlOrMeta+s')
	const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
	expect(file.ballots).toHaveLength(5)
	const agreed = file.prefers.filter((one: { need?: string }) => one.need === 'N1')
	expect(agreed.map((one: { channel: string; rank: number }) => [one.channel, one.rank])).toEqual([
		['C1', 1],
		['C2', 2],
		['C3', 3]
	])
	expect(agreed[0].evidence).toMatch(/^Workshop .*: 3 ballots, W = 0.78$/)
})
