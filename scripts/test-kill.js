// `npm run test:kill`: the reliability tests with many rounds (50 kills, 30 rounds of dying tabs). Takes about a quarter of an hour.
import { install } from './install.js'

install()
const { buildIfChanged, runTool } = await import('./build.js')
const { findChromium } = await import('./chromium.js')

const env = {
	CHROMIUM_PATH: await findChromium(),
	ATLAS_KILL_ROUNDS: process.env.ATLAS_KILL_ROUNDS ?? '50',
	ATLAS_TAB_ROUNDS: process.env.ATLAS_TAB_ROUNDS ?? '30'
}
const passed = buildIfChanged() && runTool('playwright', ['test', 'tests/reliability'], { env })
process.exit(passed ? 0 : 1)
