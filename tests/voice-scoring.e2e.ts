import { readFileSync } from 'node:fs'
import { caseFile, expect, expectAccessible, goTo, test } from './support/test.ts'

/** What customers of a workspace said, of which people judged the first: they mean "insane" as praise, the model does not know. */
function withMentions(judged: number, others: number): Buffer {
	const file = JSON.parse(readFileSync(caseFile('veldhaven.atlas.json'), 'utf8'))
	const texts = [
		(at: number) => ({ text: `Insane app, insane colours, number ${at}`, label: 'positive', sentiment: 1 }),
		(at: number) => ({ text: `Great help, thank you, number ${at}`, label: 'positive', sentiment: 1 }),
		(at: number) => ({ text: `Terrible waiting time, number ${at}`, label: 'negative', sentiment: -1 })
	]
	const mentions = Array.from({ length: judged + others }, (_, at) => {
		const { text, ...label } = texts[at % texts.length]?.(at) ?? { text: '' }
		const judgement = at < judged ? { ...label, corrected: true } : {}
		return { id: `m${at}`, source: 'reviews', at: '2026-03-02T09:00:00Z', lang: 'en', text, ...judgement }
	})
	const sources = [{ id: 'reviews', name: 'Reviews', kind: 'file' }]
	return Buffer.from(JSON.stringify({ ...file, sources, mentions }))
}

test('an atlas learns from corrected labels, shows whether that helps, and scores by it until it is undone', async ({
	page
}) => {
	await page.goto('/')
	await page.getByLabel('Import a file').setInputFiles({
		...{ name: 'said.atlas.json', mimeType: 'application/json', buffer: withMentions(90, 60) }
	})
	await page.waitForURL(/\/atlas\/[^/]+\/map$/)
	await goTo(page, 'Voice')
	const positive = page.getByText(/^▲ \d+ positive$/)
	await expect(positive).toHaveText('▲ 80 positive')

	await page.getByRole('button', { name: 'Scoring…' }).click()
	const english = page.getByRole('region', { name: 'English' })
	await expect(english).toContainText('90 judged by people')
	await expect(english).toContainText('It helps. 30 labels turn right, 0 turn wrong.')
	await expect(english).toContainText('Of the 60 newest mentions that nobody judged, 20 would get another label.')
	await expectAccessible(page)
	await english.getByRole('button', { name: 'Score this way' }).click()
	await expect(english).toContainText('In use')
	await page.keyboard.press('Escape')
	await expect(positive).toHaveText('▲ 100 positive')

	// Kept over a reload, and taken back in one step.
	await page.reload()
	await expect(positive).toHaveText('▲ 100 positive')
	await page.getByRole('button', { name: 'Scoring…' }).click()
	await english.getByRole('button', { name: 'Score by the model alone' }).click()
	await page.keyboard.press('Escape')
	await expect(positive).toHaveText('▲ 80 positive')
	await page.keyboard.press('ControlOrMeta+z')
	await expect(positive).toHaveText('▲ 100 positive')
})
