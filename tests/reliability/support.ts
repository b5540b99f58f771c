import { chromium, test as base, type BrowserContext, type Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../../scripts/serve.js'
import type { Scene } from './scene/scene.ts'

export type { Scene }
export { expect } from '@playwright/test'

const project = new URL('../..', import.meta.url).pathname

/** The scene, built and served; `profile`: a browser profile on disk that outlives the browser. */
export const test = base.extend<{ profile: string }, { scene: { url: string } }>({
	scene: [
		async ({}, use) => {
			const vite = join(project, 'node_modules', '.bin', 'vite')
			const built = spawnSync(
				vite,
				['build', '--config', 'tests/reliability/scene/vite.config.ts', '--logLevel', 'error'],
				{
					cwd: project,
					encoding: 'utf8'
				}
			)
			if (built.status !== 0) throw new Error(`The scene could not be built: ${built.stderr}`)
			const { port, close } = await serve(
				join(project, 'test-results', 'scene'),
				Number(process.env.ATLAS_SCENE_PORT ?? 4281)
			)
			await use({ url: `http://127.0.0.1:${port}/` })
			await close()
		},
		{ scope: 'worker', timeout: 120_000 }
	],

	profile: async ({}, use) => {
		const profile = mkdtempSync(join(tmpdir(), 'channel-atlas-profile-'))
		await use(profile)
		rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
	}
})

/** Starts a browser on a profile. */
export async function launch(profile: string): Promise<BrowserContext> {
	return await chromium.launchPersistentContext(profile, {
		...(process.env.CHROMIUM_PATH === undefined ? {} : { executablePath: process.env.CHROMIUM_PATH }),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--disable-background-networking',
			'--disable-component-update'
		],
		headless: true
	})
}

/** Opens the scene in a tab and the atlas in it. */
export async function openTab(context: BrowserContext, url: string, storage: string): Promise<Page> {
	const page = await context.newPage()
	await page.goto(`${url}?storage=${storage}`)
	await page.evaluate(() => window.scene.open())
	return page
}

type Process = { pid: number; parent: number; command: string }

function processes(): Process[] {
	if (!existsSync('/proc/self/stat')) {
		const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' })
		return stdout.split('\n').flatMap((line) => {
			const parts = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
			return parts === null ? [] : [{ pid: Number(parts[1]), parent: Number(parts[2]), command: parts[3] ?? '' }]
		})
	}
	return readdirSync('/proc').flatMap((name) => {
		if (!/^\d+$/.test(name)) return []
		try {
			const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
			const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
			return [
				{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }
			]
		} catch {
			return []
		}
	})
}

/** The processes of the browser that runs on a profile: itself and all below it. */
function family(profile: string): Process[] {
	const all = processes()
	const found = all.filter(({ command }) => command.includes(profile))
	for (let grew = true; grew;) {
		const pids = new Set(found.map(({ pid }) => pid))
		const more = all.filter(({ pid, parent }) => pids.has(parent) && !pids.has(pid))
		found.push(...more)
		grew = more.length > 0
	}
	return found
}

/** Kills the browser on a profile with everything below it, or only what runs its pages and workers. Nothing is given time to save. */
export function kill(profile: string, what: 'browser' | 'renderers'): number {
	const victims = family(profile).filter(({ command }) => what === 'browser' || command.includes('--type=renderer'))
	for (const { pid } of victims) {
		try {
			process.kill(pid, 'SIGKILL')
		} catch {
			// It was gone already.
		}
	}
	return victims.length
}

/** Resolves when no process of the browser on a profile is left. */
export async function gone(profile: string): Promise<void> {
	while (family(profile).some(({ command }) => !command.includes('zygote') && command !== ''))
		await new Promise((resolve) => setTimeout(resolve, 20))
}
