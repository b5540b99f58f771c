import { expect, test } from './support/test.ts'

/** The database's own program and data, which every product with PGlite carries. */
const databaseOwn = /pglite|initdb|pg-template|db-host|\.wasm$|\.data$/

/** What Home may weigh over the wire before the database, in bytes. */
const most = 250 * 1024

test('Home weighs at most 250 KB over the wire, the database aside', async ({ page }) => {
	const network = await page.context().newCDPSession(page)
	const addresses = new Map<string, string>()
	const weights = new Map<string, number>()
	await network.send('Network.enable')
	network.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url))
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const address = addresses.get(requestId) ?? ''
		if (!databaseOwn.test(address)) weights.set(address, encodedDataLength)
	})
	await page.goto('/')
	await expect(page.getByRole('heading', { name: 'No atlas yet' })).toBeVisible()

	const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
	const heaviest = [...weights].toSorted(([, left], [, right]) => right - left).slice(0, 5)
	console.log(`Home: ${Math.round(total / 1024)} KB in ${weights.size} files; heaviest: ${JSON.stringify(heaviest)}`)
	expect(weights.size).toBeGreaterThan(3)
	expect(total).toBeLessThanOrEqual(most)
})
