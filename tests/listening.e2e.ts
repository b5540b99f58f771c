import type { Page } from '@playwright/test'
import { caseFile, expect, expectAccessible, goTo, openSample, test } from './support/test.ts'

async function importFile(
	page: Page,
	file: string | { name: string; mimeType: string; buffer: Buffer }
): Promise<void> {
	await page.locator('input[type=file]').setInputFiles(file)
	await page.getByRole('button', { name: 'Import', exact: true }).click()
	await page.getByRole('button', { name: 'Done' }).click()
}

test('mentions are read, corrected, assigned, searched and followed to the values, needs and findings they are about', async ({
	page
}) => {
	await openSample(page)
	await goTo(page, 'Voice')
	await importFile(page, caseFile('veldhaven-mentions.csv'))
	const mentions = page.getByRole('region', { name: 'Mentions', exact: true })
	const rows = mentions.getByRole('listbox')
	const total = page.getByTestId('mention-total')
	await expect(total).toHaveText('24 mentions')

	// By keyboard: the feeling of the third is set and kept.
	await rows.focus()
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('ArrowDown')
	await expect(mentions.getByTestId('mention-text')).toHaveText(
		'Claims, claims, claims... and the claim was paid. Happy.'
	)
	await page.keyboard.press('-')
	await expect(mentions.getByRole('radio', { name: 'negative' })).toBeChecked()
	await expect(mentions.getByRole('button', { name: 'Take the correction back' })).toBeVisible()
	await page.keyboard.press('Delete')
	await expect(total).toHaveText('23 mentions')
	await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
	await expect(total).toHaveText('24 mentions')

	// Search and filters, each taken back by its chip.
	await mentions.getByRole('searchbox', { name: 'Search mentions' }).fill('reply')
	await expect(total).toHaveText('2 mentions')
	await mentions.getByRole('searchbox', { name: 'Search mentions' }).fill('')
	await mentions.getByRole('button', { name: 'Filters' }).click()
	await mentions.getByLabel('Channel', { exact: true }).first().selectOption('Facebook page')
	await expect(total).toHaveText('7 mentions')
	await mentions.getByRole('button', { name: 'Without Facebook page again' }).click()
	await mentions.getByRole('button', { name: 'Filters' }).click()

	// A word is hidden and comes back.
	const words = page.getByRole('region', { name: 'Words by mentions' })
	const claim = words.getByRole('button', { name: /^claim \d/ })
	await claim.click()
	const ofClaim = Number.parseInt((await total.textContent()) ?? '')
	await words.getByRole('button', { name: 'Hide', exact: true }).click()
	await expect(claim).toHaveCount(0)
	await words.getByRole('button', { name: 'Merged, joined and hidden words' }).click()
	await page.getByRole('button', { name: 'Take “claim” out of this list' }).click()
	await page.keyboard.press('Escape')
	await expect(claim).toBeVisible()
	// Shown as another word: one word with the mentions of both, of which two hold both.
	await words.getByRole('button', { name: /^payout \d/ }).click()
	await words.getByRole('combobox', { name: 'Show “payout” as another word' }).fill('claim')
	await page.keyboard.press('Enter')
	await expect(words.getByRole('button', { name: /^payout \d/ })).toHaveCount(0)
	await expect(total).toHaveText(`${ofClaim + 1} mentions`)
	await expect(page.getByText('Findings that “claim” touches')).toBeVisible()
	await mentions.getByRole('button', { name: 'Without claim again' }).click()
	await expectAccessible(page)

	// What is said of the values.
	await page.getByRole('tab', { name: 'Value echo' }).click()
	await page.getByRole('button', { name: /^Show the \d+ mentions that deny “fast”/ }).click()
	await expect(mentions.getByRole('option', { name: /Slow claim, slow reply/ })).toBeVisible()
	await expect(mentions.getByRole('option', { name: /really fast/ })).toHaveCount(0)
	await page.getByRole('button', { name: /^Show the \d+ mentions that say “simple”/ }).click()
	await mentions.getByRole('button', { name: 'Clear the filters' }).click()
	await expectAccessible(page)

	// Who speaks, and about what: words of a need are set, and a person's word is above them.
	await page.getByRole('tab', { name: 'Who and where' }).click()
	await page.getByRole('button', { name: 'Words for See where my claim stands' }).click()
	await page.getByLabel('Words or phrases, one a line').fill('waiting\ninsure')
	await page.getByRole('button', { name: 'Save', exact: true }).click()
	const need = page.getByRole('button', { name: /^See where my claim stands \d/ })
	await need.click()
	const before = await total.textContent()
	await rows.focus()
	await page.keyboard.press('Enter')
	await mentions.getByLabel('Need', { exact: true }).selectOption('Know what happens to my income if I fall ill')
	await expect(total).not.toHaveText(before ?? '')
	await expectAccessible(page)

	await page.getByRole('tab', { name: 'Over time' }).click()
	await expect(page.getByRole('img', { name: 'Mentions over time' })).toBeVisible()
	await page.getByText('The same as a table').click()
	await expectAccessible(page)

	// The voice under a finding.
	await page.reload()
	await goTo(page, 'Coverage')
	const finding = page.getByRole('row', { name: /Know what happens to my income if I fall ill/ }).first()
	await finding.focus()
	await finding.getByTestId('voice-under').click()
	await expect(total).toHaveText('1 mention')
	await expect(
		mentions.getByRole('button', { name: 'Without Know what happens to my income if I fall ill again' })
	).toBeVisible()
})

test('ten thousand mentions are scrolled to the last by keyboard, and a rise of the negative ones is told', async ({
	page
}) => {
	const usual = [
		'Claim handled fast thank you',
		'The app is simple',
		'Friendly adviser',
		'Not clear at all',
		'Fair price'
	]
	const day = 86_400_000
	const lines = Array.from({ length: 10_000 }, (_, at) => {
		const days = Math.floor(at / 250)
		const text = days >= 38 && at % 3 > 0 ? 'Terrible and awful service' : (usual[at % usual.length] ?? '')
		return `${at},${new Date(Date.UTC(2026, 0, 1) + days * day).toISOString()},${text} ${at}`
	})
	await openSample(page)
	await goTo(page, 'Voice')
	await importFile(page, {
		name: 'many.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(['id,at,text', ...lines].join('\n'))
	})
	const mentions = page.getByRole('region', { name: 'Mentions', exact: true })
	await expect(page.getByTestId('mention-total')).toHaveText('10,000 mentions')
	await mentions.getByRole('listbox').focus()
	await page.keyboard.press('End')
	await expect(mentions.getByTestId('mention-text')).toHaveText(/ 0$/)
	expect(await mentions.getByRole('listbox').getByRole('option').count()).toBeLessThan(40)

	await expect(page.getByRole('alert')).toHaveText(/The share of negative mentions has risen/)
	await page.getByRole('button', { name: 'Show them' }).click()
	await expect(mentions.getByRole('listbox').getByRole('option').first()).toContainText('Terrible and awful service')
})
