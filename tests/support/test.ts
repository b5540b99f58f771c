import { expect, test as base, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'

/** The test function of every end-to-end test: a console error, a page error or a breach of the policy fails the test. */
export const test = base.extend<{ quiet: void }>({
	quiet: [
		async ({ context }, use) => {
			const complaints: string[] = []
			context.on('console', (message) => {
				if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`)
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
export async function goTo(page: Page, name: 'Map' | 'Coverage' | 'Voice' | 'Data'): Promise<void> {
	await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click()
	await page.waitForURL(new RegExp(`/${name.toLowerCase()}(\\?.*)?$`))
}
