import type { Browser } from '@playwright/test'
import { readFile } from 'node:fs/promises'

const pageSize = 4096

/**
 * Ends the tabs of a browser that take more memory than this, in bytes, as a machine in earnest use would: a tool that keeps a bitmap of every
 * arrow must not take the machine with it. Where the system does not tell the memory of processes, nothing is ended. Returns how to stop.
 */
export async function limitTabs(browser: Browser, most: number): Promise<() => void> {
	const devtools = await browser.newBrowserCDPSession()
	const timer = setInterval(async () => {
		const { processInfo } = await devtools.send('SystemInfo.getProcessInfo').catch(() => ({ processInfo: [] }))
		for (const { type, id } of processInfo) {
			if (type !== 'renderer') continue
			const [, resident = '0'] = (await readFile(`/proc/${id}/statm`, 'utf8').catch(() => '')).split(' ')
			if (Number(resident) * pageSize <= most) continue
			process.stderr.write(`A tab took ${((Number(resident) * pageSize) / 2 ** 30).toFixed(1)} GB and is ended\n`)
			process.kill(id, 'SIGKILL')
		}
	}, 250)
	return () => clearInterval(timer)
}
