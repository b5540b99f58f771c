import { feedPlan } from '#lib/domain/feeds/source-settings.ts'
import type { SourceSign } from '#lib/domain/wall/wall-state.ts'
import type { SourceView } from '#lib/feeds/sources.svelte.ts'

/** Where a kind promises no sign of life in between, its silence says little: three times this is long even for a slow desk. */
const slow = 5 * 60_000

/** How often a sign of life can be expected of a source, in milliseconds: its heartbeat, or how often it is asked. */
export function signInterval(source: SourceView['source']): number {
	const read = feedPlan(source)
	if (!read.ok) return slow
	switch (read.plan.kind) {
		case 'bluesky':
			return 15_000
		case 'mastodon':
			// The heartbeat of a socket is not shown to a page.
			return read.plan.settings.transport === 'sse' ? 15_000 : slow
		case 'http-json':
			return Math.max(10_000, read.plan.settings.every * 1000)
		case 'rss':
			return read.plan.settings.every * 60_000
		case 'watched-file':
		case 'watched-folder':
			return 60_000
		default:
			return slow
	}
}

/** The sources that are to run, as a wall's state needs them. `opened`: when the wall began to listen. */
export function signsOf(live: readonly SourceView[], opened: number): SourceSign[] {
	return live.flatMap(({ source, state, report }): SourceSign[] => {
		if (state !== 'live' && state !== 'failing' && state !== 'connecting') return []
		return [
			{
				state,
				since: report?.since ?? opened,
				aliveAt: report?.aliveAt ?? null,
				every: signInterval(source),
				attempt: report?.attempt ?? 0,
				next: report?.next ?? null
			}
		]
	})
}
