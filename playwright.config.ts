import { defineConfig } from '@playwright/test'

// Every test gets a browser context of its own, so a database of its own: tests do not share anything and may run in any order.
// One worker: the tests open real databases, and two cores are all that a usual machine has to spare.
// No retries: a test that fails now and then is a defect.
const port = Number(process.env.ATLAS_TEST_PORT ?? 4273)

export default defineConfig({
	testDir: 'tests',
	testMatch: '**/*.e2e.ts',
	workers: 1,
	retries: 0,
	// Generous: opening a database takes a busy machine many times as long as a quiet one, and that is no failure.
	timeout: 240_000,
	expect: { timeout: 60_000 },
	forbidOnly: process.env.CI !== undefined,
	outputDir: 'test-results/e2e',
	reporter: [['line'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/e2e.json' }]],
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		locale: 'en-GB',
		viewport: { width: 1280, height: 800 },
		trace: 'retain-on-failure',
		launchOptions: {
			...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
			args: [
				'--no-sandbox',
				'--disable-background-networking',
				'--disable-quic',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	},
	webServer: {
		command: 'node scripts/serve.js',
		env: { PORT: String(port) },
		url: `http://127.0.0.1:${port}`,
		reuseExistingServer: false
	}
})
