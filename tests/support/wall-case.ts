import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { caseFile } from './test.ts'

const sayings = [
	['a', 'Claim handled fast, easy claim'],
	['b', 'My claim was easy and the adviser honest'],
	['c', 'Slow claim <img src=x onerror=alert(1)> <b>boldly</b> told'],
	['a', 'Lonely word, call 06-12345678 or jan@example.com'],
	['b', 'Website slow again'],
	['c', 'Slow website, easy adviser']
] as const

/** What of the case a test needs otherwise. `now`: the time (milliseconds since 1970) before which the mentions were made. */
type WallCase = {
	readonly sources?: readonly object[]
	readonly wall?: object
	readonly now?: number
}

/** A file of the worked case with mentions of the last hours, one decision that is late and one that is done. */
export function wallCase({ sources = [], wall, now = Date.now() }: WallCase = {}): Buffer {
	const atlas: unknown = JSON.parse(readFileSync(caseFile('veldhaven.atlas.json'), 'utf8'))
	const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString()
	const decisions = [
		{
			id: 'D1',
			finding: { kind: 'unmet', persona: 'P4', need: 'N12' },
			remedy: 'deliver',
			owner: 'Service desk',
			due: '2026-01-31',
			note: 'Chat with an adviser in the evening'
		},
		{
			id: 'D2',
			finding: { kind: 'off-channel', persona: 'P1', need: 'N2' },
			remedy: 'deliver',
			note: 'The guide is on Instagram',
			done: true
		}
	]
	const mentions = sayings.map(([author, text], number) => ({
		...{ id: `M${number}`, source: 'S1', at: at(90 - number), text, author: `#0000000${author}` }
	}))
	const all = [{ id: 'S1', name: 'Survey', kind: 'file' }, ...sources]
	const walls = wall === undefined ? {} : { walls: [{ id: 'wall', ...wall }] }
	return Buffer.from(JSON.stringify({ ...Object(atlas), decisions, sources: all, mentions, ...walls }))
}

/** Imports a file of the case and waits for its map. */
export async function openCase(page: Page, buffer: Buffer): Promise<void> {
	await page.goto('/')
	const chooser = page.waitForEvent('filechooser')
	await page.getByRole('button', { name: 'Import a file' }).click()
	await (await chooser).setFiles({ name: 'wall.atlas.json', mimeType: 'application/json', buffer })
	await page.waitForURL(/\/atlas\/veldhaven\/map$/)
}
