import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'

/** The test function of every end-to-end test: a console error, a page error or a breach of the policy fails the test. */
export const test = base.extend<{ expected: RegExp | null; quiet: void }>({
	/** What the browser itself may write as an error, because a test makes a server fail. */
	expected: [null, { option: true }],
	quiet: [
		async ({ context, expected }, use) => {
			const complaints: string[] = []
			context.on('console', (message) => {
				const text = `console: ${message.text()} (${message.location().url})`
				if (message.type() === 'error' && expected?.test(text) !== true) complaints.push(text)
			})
			context.on('weberror', (error) => complaints.push(`error: ${error.error().stack ?? error.error().message}`))
			await use()
			expect(complaints, 'nothing is written to the console as an error').toEqual([])
		},
		{ auto: true }
	]
})

export { expect }

/** A file of the worked case. */
export function caseFile(name: string): string {
	const path = new URL(`../cases/${name}`, import.meta.url).pathname
	if (!existsSync(path)) throw new Error(`tests/cases/${name} is not there`)
	return path
}

/** Opens the shipped sample from Home and waits for its map. */
export async function openSample(page: Page): Promise<void> {
	await page.goto('/')
	await page.getByRole('button', { name: 'Open the sample' }).click()
	await page.waitForURL(/\/atlas\/[^/]+\/map$/)
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
}

/** Goes to another page of the open atlas by the rail. */
export async function goTo(
	page: Page,
	name: 'Map' | 'Outline' | 'Coverage' | 'Cards' | 'Voice' | 'Frame' | 'Data'
): Promise<void> {
	await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click()
	await page.waitForURL(new RegExp(`/${name.toLowerCase()}(\\?.*)?$`))
}

/** Sets the theme as a person would: by the menu at the right end of the bar. */
export async function chooseView(page: Page, choice: string): Promise<void> {
	await page.getByRole('button', { name: /^(More|Meer|更多)$/ }).click()
	await page.getByRole('menuitem', { name: choice }).click()
}

/** No rule of WCAG 2.2 AA that axe can check is broken on what is shown now. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze()
	const told = violations.map(
		({ id, nodes }) =>
			`${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`
	)
	expect(told).toEqual([])
}
