import type { Page } from '@playwright/test'
import { expect, expectAccessible, goTo, test } from './support/test.ts'
import { ReplayServer } from './support/replay-server.ts'
import { openCase, wallCase } from './support/wall-case.ts'

// A server that goes away on purpose makes the browser say so.
test.use({ expected: /WebSocket connection to/ })

const word = (page: Page, name: string) => page.locator(`[data-word="${name}"]`)

test('scenes take turns by themselves, a control page steers them, and what is hidden goes', async ({
	page,
	context
}) => {
	await page.clock.install()
	await openCase(page, wallCase())
	await page.goto('/wall/veldhaven')
	const wall = page.getByRole('main')
	await expect(page.getByTestId('wall-mentions')).toHaveText('6')
	await expect(word(page, 'claim')).toBeVisible()
	await expect(wall.locator('img, b[data-word]')).toHaveCount(0)
	for (const never of ['onerror', 'img', '06-12345678', 'jan', 'example.com'])
		await expect(word(page, never)).toHaveCount(0)
	await expectAccessible(page)

	await page.clock.fastForward(91_000)
	await expect(wall).toHaveAttribute('data-scene', 'echo')
	await page.clock.fastForward(91_000)
	await expect(wall).toHaveAttribute('data-scene', 'cloud')
	await page.keyboard.press('ArrowRight')
	await expect(page.getByTestId('wall-scene')).toContainText('2 of 10 channels give customers what they ask for')

	const control = await context.newPage()
	await control.goto('/wall/veldhaven/control')
	const card = control.getByRole('article', { name: 'Wall 1' })
	await expect(card.getByTestId('wall-shows')).toContainText('How our channels are doing')
	await expect(card.getByTestId('wall-alive')).toHaveText('alive')
	await card.getByRole('button', { name: 'What we do about it' }).click()
	await expect(page.getByTestId('wall-scene')).toContainText('We are working on one thing')
	await expect(page.getByTestId('wall-scene').getByRole('listitem')).toHaveText(
		/Chat with an adviser in the evening.*Service desk.*overdue/
	)
	await card.getByRole('button', { name: 'You said – we did' }).click()
	await expect(page.getByTestId('wall-scene').getByRole('listitem')).toHaveText(/You said.*We did.*The guide is on/)
	await expectAccessible(page)
	await card.getByRole('button', { name: 'Next scene' }).click()
	await expect(wall).toHaveAttribute('data-scene', 'cloud')

	await control.getByRole('button', { name: 'Hide “website”' }).click()
	await expect(word(page, 'website')).toHaveCount(0)
	await control.getByLabel('Different authors before a word shows').fill('2')
	await control.keyboard.press('Enter')
	await expect(word(page, 'lonely')).toHaveCount(0)
	await expect(word(page, 'claim')).toBeVisible()
	await expect(control.getByRole('button', { name: 'Hide “lonely”' })).toBeVisible()
	await control.getByLabel('Message', { exact: true }).fill('Town hall at <b>three</b>')
	await control.getByRole('button', { name: 'Show', exact: true }).click()
	await expect(wall).toContainText('Town hall at <b>three</b>')
	await control.getByLabel('Seconds a scene stays').fill('5')
	await control.keyboard.press('Enter')
	await expect(control.getByText('This must be a whole number from 10 to 600.')).toBeVisible()
	await expectAccessible(control)
	await control.emulateMedia({ colorScheme: 'dark' })
	await expect(control.locator('html')).toHaveAttribute('data-theme', 'dark')
	await expectAccessible(control)

	// What stands still stays so over a reload; what is hidden meanwhile goes all the same.
	await card.getByRole('button', { name: 'Freeze the picture' }).click()
	await expect(wall).toContainText('Frozen since')
	await page.reload()
	await expect(wall).toContainText('Frozen since')
	await expect(word(page, 'easy')).toBeVisible()
	await page.keyboard.press('h')
	await expect(page.getByText(/^“claim”: H hides it/)).toBeVisible()
	await page.keyboard.press('h')
	await expect(word(page, 'claim')).toHaveCount(0)
	await expect(control.getByTestId('wall-blocked')).toContainText('claim')
	await control.getByRole('button', { name: 'Undo', exact: true }).first().click()
	await expect(control.getByTestId('wall-blocked').getByRole('button')).toHaveCount(2)
	await page.getByRole('button', { name: 'Light' }).click()
	await expectAccessible(page)
	await page.close()
	await expect(control.getByText(/No wall of this atlas is open/)).toBeVisible()
})

test('a new mention shows at once, and a wall says when it is quiet, out of date or offline', async ({ page }) => {
	const replay = await new ReplayServer().start()
	replay.onSocket('/', () => undefined)
	try {
		await page.clock.install()
		const source = { id: 'S2', name: 'Desk', kind: 'websocket', settings: { url: replay.ws } }
		await openCase(page, wallCase({ sources: [source] }))
		await goTo(page, 'Voice')
		await page.getByRole('tab', { name: /^Sources/ }).click()
		await page.getByRole('button', { name: 'Start Desk' }).click()
		const desk = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Desk' }) })
		await expect(desk.getByTestId('source-state')).toHaveText('Live')
		await page.goto('/wall/veldhaven')
		const wall = page.getByRole('main')
		await expect(wall).toHaveAttribute('data-phase', 'quiet')
		await expect(page.getByRole('status').filter({ hasText: 'Quiet since' })).toBeVisible()
		await expect.poll(() => replay.listeners).toBe(1)

		replay.say('{"id": "n1", "text": "Marvellous umbrella"}')
		await expect(word(page, 'umbrella')).toBeVisible()
		await expect(wall).toHaveAttribute('data-phase', 'live')
		replay.say('{"op": "delete", "id": "n1"}')
		await expect(word(page, 'umbrella')).toHaveCount(0)
		await expect(word(page, 'claim')).toBeVisible()

		await page.clock.fastForward('01:30')
		await expect(wall).toHaveAttribute('data-phase', 'quiet')
		await page.clock.fastForward('16:00')
		await expect(wall).toHaveAttribute('data-phase', 'stale')
		await expect(page.getByTestId('wall-banner')).toHaveText(/No sign of life since/)
		await expectAccessible(page)
		await replay.stop()
		await expect(wall).toHaveAttribute('data-phase', 'offline')
		await expect(page.getByTestId('wall-banner')).toHaveText(/Reconnecting\.\s+Attempt \d+/)
		await page.keyboard.press('ArrowLeft')
		await page.keyboard.press('ArrowRight')
		await expect(word(page, 'claim')).toBeVisible()
		await expectAccessible(page)
	} finally {
		if (replay.listeners > 0) await replay.stop()
	}
})
