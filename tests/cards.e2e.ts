import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Download, Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { caseFile, chooseView, expect, expectAccessible, goTo, openSample, test } from './support/test.ts'

/** What stands on the card of the sample's first persona, among much else. */
const said = [
	'Sanne de Wit',
	'first own flat, rents, cycles everywhere',
	'Find out that a renter needs contents cover',
	'Off channel: Website',
	'Meet this customer on App, Comparison site, and Instagram ads first.',
	'Ask again in May: 客户很满意',
	'Veldhaven · strategy',
	'Strictly between us'
]

async function openCards(page: Page): Promise<void> {
	await openSample(page)
	await goTo(page, 'Cards')
	await expect(preview(page, 'Sanne de Wit').getByRole('heading', { name: 'Sanne de Wit' })).toBeVisible()
}

function preview(page: Page, title: string): Locator {
	return page.getByRole('region', { name: `Preview of ${title}`, exact: true })
}

function tab(page: Page, name: string): Locator {
	return page.getByRole('tab', { name, exact: true })
}

async function make(page: Page, format: string): Promise<Download> {
	const coming = page.waitForEvent('download')
	await page.getByRole('button', { name: `Make ${format}`, exact: true }).click()
	return coming
}

/** Text without what breaks lines, and in the characters that look alike folded into one. */
function bare(text: string): string {
	return text.normalize('NFKC').replace(/\s+/g, '')
}

function expectSays(text: string): void {
	for (const one of said) expect(bare(text)).toContain(bare(one))
}

function has(command: string): boolean {
	return spawnSync(command, ['-v']).error === undefined
}

test('cards are chosen, ordered, annotated and dressed, and all of it is undone', async ({ page }) => {
	await openCards(page)
	const list = page.getByRole('region', { name: 'Deliverables' })
	await expect(list.getByRole('listitem')).toHaveCount(13)
	await list.getByRole('checkbox', { name: 'Include Murat Bakker' }).uncheck()
	await expect(list).toContainText('12 of 13 chosen')
	await list.getByRole('button', { name: 'Board summary', exact: true }).click()
	await expect(preview(page, 'Board summary')).toContainText(/68\s?% of what our customers need/)
	await list.getByRole('button', { name: 'Board summary', exact: true }).press('Alt+ArrowUp')
	await expect(list.getByRole('status')).toHaveText('Board summary is now number 4 of 13')
	await expect(list.getByRole('listitem').nth(3)).toContainText('Board summary')
	await page.getByRole('checkbox', { name: 'Where we stand' }).uncheck()
	await expect(preview(page, 'Board summary')).not.toContainText('of what our customers need')
	await page.getByText('Slide 16:9').click()
	await page.getByRole('textbox', { name: 'Your note on Board summary' }).fill('Decide in June')
	await tab(page, 'House style').click()
	const colour = page.getByRole('textbox', { name: 'First colour' }).and(page.locator('[type=text]'))
	await colour.fill('#ffe100')
	await colour.press('Enter')
	await expect(page.getByText(/Only 1\.3 to 1 on white\. Pages use #/)).toBeVisible()
	await expect(preview(page, 'Board summary')).toContainText('Decide in June')
	await page.reload()
	await list.getByRole('button', { name: 'Board summary', exact: true }).click()
	await expect(preview(page, 'Board summary')).toContainText('Decide in June')
	await expect(page.getByRole('radio', { name: 'Slide 16:9' })).toBeChecked()
	await expectAccessible(page)
	await chooseView(page, 'Dark')
	await tab(page, 'House style').click()
	await expectAccessible(page)
	await tab(page, 'Export').click()
	await expectAccessible(page)
})

test('every format leaves the app whole, and says the same', async ({ page, context, browser }) => {
	await context.addInitScript(() => {
		window.print = () => document.documentElement.setAttribute('data-printed', 'yes')
	})
	await openCards(page)
	await page.getByRole('textbox', { name: 'Your note on Sanne de Wit' }).fill('Ask again in May: 客户很满意')
	await tab(page, 'House style').click()
	await page.getByRole('textbox', { name: 'Footer' }).fill('Veldhaven · strategy')
	await page.getByRole('textbox', { name: 'Confidentiality line' }).fill('Strictly between us')
	await tab(page, 'Export').click()

	await page.getByRole('button', { name: 'Make PDF', exact: true }).click()
	await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes')
	const pdf = test.info().outputPath('cards.pdf')
	const sheets = await page.locator('.print-root .sheet').count()
	await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
	if (has('pdftotext') && has('pdfinfo')) {
		const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
		expect(info).toMatch(/Page size:\s+(?:595\.2\d*|595\.9\d*|59[456](?:\.\d+)?) x 84[12](?:\.\d+)? pts/)
		expect(info).toMatch(/Tagged:\s+yes/)
		expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBe(sheets)
		expectSays(execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }))
	} else
		test.info().annotations.push({ type: 'skipped', description: 'poppler is not installed: the PDF was not read' })

	const web = await make(page, 'Web page')
	const file = test.info().outputPath('cards.html')
	await web.saveAs(file)
	const offline = await browser.newContext({ offline: true })
	const reader = await offline.newPage()
	const complaints: string[] = []
	reader.on('console', (message) => complaints.push(message.text()))
	await reader.goto(`file://${file}`)
	expectSays(await reader.locator('body').innerText())
	await reader.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Channel ledger' }).click()
	await expect(reader.getByRole('heading', { name: 'Channel ledger' })).toBeInViewport()
	expect(complaints).toEqual([])
	await offline.close()

	const slides = unzipSync(readFileSync(await (await make(page, 'PowerPoint')).path()))
	const texts = Object.entries(slides).flatMap(([path, bytes]) =>
		/^ppt\/slides\/slide\d+\.xml$/.test(path) ? [...strFromU8(bytes).matchAll(/<a:t>([^<]*)<\/a:t>/g)] : []
	)
	expectSays(texts.map(([, text]) => text).join('\n'))
	const xmlErrors = await page.evaluate(
		(parts) =>
			parts.filter((part) => new DOMParser().parseFromString(part, 'application/xml').querySelector('parsererror'))
				.length,
		Object.entries(slides).flatMap(([path, bytes]) => (/\.(?:xml|rels)$/.test(path) ? [strFromU8(bytes)] : []))
	)
	expect(xmlErrors).toBe(0)

	expectSays(readFileSync(await (await make(page, 'Markdown')).path(), 'utf8'))
	await page.getByText('Only the one shown').click()
	expectSays(readFileSync(await (await make(page, 'SVG drawings')).path(), 'utf8').replace(/<[^>]+>/g, '\n'))
	const png = readFileSync(await (await make(page, 'PNG pictures')).path())
	expect([...png.subarray(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)))
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1654, 2339])
})

test('customers are heard on the pages; what is only tried is not on them, and what is set meanwhile is kept', async ({
	page
}) => {
	await openSample(page)
	await goTo(page, 'Voice')
	await page.getByRole('button', { name: 'Add mentions' }).click()
	const choosing = page.waitForEvent('filechooser')
	await page.getByRole('dialog').getByRole('button', { name: 'Choose a file' }).and(page.locator('button')).click()
	await (await choosing).setFiles(caseFile('veldhaven-mentions.csv'))
	await page.getByRole('button', { name: 'Import', exact: true }).click()
	await page.getByRole('button', { name: 'Done' }).click()
	await goTo(page, 'Cards')
	await expect(preview(page, 'Sanne de Wit')).toContainText('said 4×, denied 4×')
	const list = page.getByRole('region', { name: 'Deliverables' })
	await list.getByRole('button', { name: 'What customers say', exact: true }).click()
	const words = preview(page, 'What customers say')
	await expect(words.locator('svg text', { hasText: /^claim$/ })).toBeVisible()
	await expect(words.getByRole('row', { name: /^claim 7 ▼ negative/ })).toHaveCount(1)

	await page.getByRole('button', { name: 'What if? Try changes without making them' }).click()
	await list.getByRole('button', { name: 'Flow', exact: true }).click()
	await expect(page.getByText('Cards and files show the atlas without it')).toBeVisible()
	await expect(preview(page, 'Flow')).toContainText('68%')
	await goTo(page, 'Coverage')
	await page.getByRole('button', { name: 'Plan “Coverage guide” on Instagram ads' }).click()
	await expect(page.getByRole('region', { name: 'What is being tried' })).toContainText('74')
	await goTo(page, 'Cards')
	await list.getByRole('button', { name: 'Flow', exact: true }).click()
	await expect(preview(page, 'Flow')).toContainText('68%')
	await page.getByRole('textbox', { name: 'Your note on Flow' }).fill('Shown to the board in May')
	await page.getByRole('button', { name: 'All', exact: true }).focus()
	await expect(preview(page, 'Flow')).toContainText('Shown to the board in May')
	await page.getByRole('button', { name: /^Discard/ }).click()
	await expect(page.getByText('Cards and files show the atlas without it')).toBeHidden()
	await expect(preview(page, 'Flow')).toContainText('Shown to the board in May')
})
