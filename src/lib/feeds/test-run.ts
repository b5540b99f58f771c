import type { FeedEvent } from '#lib/domain/feeds/feed-event.ts'
import type { SettingsOf } from '#lib/domain/feeds/source-settings.ts'
import type { SourceBatch, SourceCounts, WordedMention } from '#lib/store/store.ts'
import type { Connector, Signal } from './connection.ts'
import type { SourceReport } from './report.ts'
import { SourceRun, type RunOptions } from './run-source.ts'
import { realWait, world, type Surroundings } from './surroundings.ts'

/** For tests: settings that every kind has. */
export const plainSettings: SettingsOf<'watched-file'> = { words: [], not: [], langs: [], masks: false, most: 1000 }

/** For tests: the real network with a clock that runs a hundred times faster, and chance that always says one half. */
const begin = Date.now()
export const quick: Surroundings = {
	...world,
	now: () => begin + (Date.now() - begin) * 100,
	random: () => 0.5,
	wait: (milliseconds, signal) => realWait(milliseconds / 100, signal)
}

/** For tests: what a connector says, up to the first that `isLast` holds for. */
export async function listen(
	connector: Connector,
	isLast: (signal: Signal, all: readonly Signal[]) => boolean,
	{
		cursor = null,
		token = '',
		surroundings = quick
	}: { cursor?: string | null; token?: string; surroundings?: Surroundings } = {}
): Promise<Signal[]> {
	const stop = new AbortController()
	const said: Signal[] = []
	for await (const signal of connector.connect({ cursor, token, signal: stop.signal }, surroundings)) {
		said.push(signal)
		if (isLast(signal, said)) break
	}
	stop.abort()
	return said
}

/** For tests: the events among what was said. */
export function eventsIn(said: readonly Signal[]): FeedEvent[] {
	return said.flatMap((signal) => (signal.kind === 'told' ? signal.events : []))
}

/** For tests: the texts of the mentions among events, and the other operations by name. */
export function gist(events: readonly FeedEvent[]): string[] {
	return events.map((event) =>
		event.op === 'put'
			? event.text
			: event.op === 'delete'
				? `-${event.id}`
				: event.op === 'delete-author'
					? `-@${event.author}`
					: event.op === 'drop'
						? `!${event.reason}`
						: event.op
	)
}

/** For tests: a store in memory that keeps mentions by their id as the real one does, and the runs that fill it. */
export class MemoryShelf {
	readonly rows = new Map<string, WordedMention>()
	cursor: string | null = null
	reports: SourceReport[] = []
	batches: SourceBatch[] = []
	counts: SourceCounts = {
		...{ read: 0, kept: 0, repeats: 0, known: 0, changed: 0, dropped: {}, deleted: 0, letGo: 0 }
	}
	#waiting: (() => void)[] = []
	#made = 0

	/** Starts a run from where the last one ended; what is returned stops it. */
	start(connector: Connector, options: Partial<RunOptions> = {}): { run: SourceRun; stop: () => Promise<void> } {
		const end = new AbortController()
		const run = new SourceRun({
			...{ source: 'S', connector, cursor: this.cursor, counts: this.counts, token: '', signal: end.signal },
			...{ settings: plainSettings, languages: ['en', 'nl', 'zh'], surroundings: quick },
			context: { source: 'S', channelNamed: () => null },
			word: async (drafts) =>
				drafts.map((draft) => ({
					...draft,
					id: `M${(this.#made += 1)}`,
					sentiment: null,
					label: null,
					corrected: false,
					words: []
				})),
			keep: async (batch) => this.#keep(batch),
			report: (report) => {
				this.reports.push(report)
				this.#stir()
			},
			...options
		})
		const ended = run.run()
		return {
			run,
			stop: async () => {
				end.abort()
				await ended
			}
		}
	}

	get texts(): string[] {
		return [...this.rows.values()].map(({ text }) => text).toSorted()
	}

	/** Resolves as soon as something holds; it is looked at whenever anything happens. */
	async until(holds: () => boolean): Promise<void> {
		while (!holds()) await new Promise<void>((wake) => this.#waiting.push(wake))
	}

	#keep({ puts, deletes, deleteAuthors, cursor, read, dropped }: SourceBatch): SourceCounts {
		this.batches.push({ puts, deletes, deleteAuthors, cursor, read, dropped, most: 0 })
		let deleted = 0
		for (const id of deletes) if (this.rows.delete(id)) deleted += 1
		for (const [id, row] of this.rows)
			if (row.author !== null && deleteAuthors.includes(row.author) && this.rows.delete(id)) deleted += 1
		let kept = 0
		for (const put of puts) {
			const key = put.externalId ?? put.id
			if (!this.rows.has(key)) kept += 1
			this.rows.set(key, put)
		}
		this.cursor = cursor ?? this.cursor
		const reasons = { ...this.counts.dropped }
		for (const [reason, count] of Object.entries(dropped))
			Object.assign(reasons, { [reason]: (Reflect.get(reasons, reason) ?? 0) + count })
		this.counts = {
			...this.counts,
			...{
				read: this.counts.read + read,
				kept: this.counts.kept + kept,
				deleted: this.counts.deleted + deleted,
				dropped: reasons
			},
			known: this.counts.known + puts.length - kept
		}
		this.#stir()
		return this.counts
	}

	#stir(): void {
		for (const wake of this.#waiting.splice(0)) wake()
	}
}
