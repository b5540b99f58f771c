// Finds a Chromium for the tests, or installs one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
const elsewhere = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
]

function installed() {
	const folders = (process.env.PATH ?? '').split(delimiter)
	return (
		[...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find((path) =>
			existsSync(path)
		) ?? null
	)
}

async function playwrightsOwn() {
	const { chromium } = await import('@playwright/test')
	const path = chromium.executablePath()
	return existsSync(path) ? path : null
}

/**
 * The path of a browser: CHROMIUM_PATH, else an installed Chrome or Chromium, else Playwright's own, else one that is installed now
 * (Playwright's download; where that is refused and we are root on Debian, its package).
 * @returns {Promise<string>} throws with a message that says what to do where there is none to be had
 */
export async function findChromium() {
	const named = process.env.CHROMIUM_PATH
	if (named) {
		if (existsSync(named)) return named
		throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file: correct it or unset it.`)
	}
	const there = installed() ?? (await playwrightsOwn())
	if (there) return there

	process.stderr.write('No Chromium found: installing one …\n')
	const download = spawnSync('npx', ['playwright', 'install', 'chromium'], {
		stdio: ['ignore', 2, 2],
		timeout: 300_000
	})
	if (download.status === 0) {
		const own = await playwrightsOwn()
		if (own) return own
	}
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		process.stderr.write("The download was refused: installing Debian's chromium …\n")
		spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2] })
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
			stdio: ['ignore', 2, 2],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		})
		const packaged = installed()
		if (packaged) return packaged
	}
	throw new Error(
		'No Chromium could be found or installed. Install Chrome or Chromium, or set CHROMIUM_PATH to one, and run npm test again.'
	)
}
