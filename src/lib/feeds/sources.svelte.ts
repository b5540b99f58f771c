import { feedPlan, isLiveKind, type FeedPlan } from '#lib/domain/feeds/source-settings.ts'
import type { Source } from '#lib/domain/model/source.ts'
import { wordListsOf } from '#lib/domain/words/vocabulary.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { SourceCounts, SourceStanding, Store } from '#lib/store/store.ts'
import { feedChannel, type AtlasOrder, type FeedNews, type SourceOrder, type Trial } from './feed-protocol.ts'
import { FeedWorker } from './feed-worker-client.ts'
import type { SourceReport } from './report.ts'

/**
 * A source as people see it. `once`: its mentions were read from a file or pasted; `off`: it does not run on this device; `unusable`: its kind or settings are
 * none that this version can run; otherwise what its report says.
 */
export type SourceView = {
	readonly source: Source
	readonly state: 'once' | 'off' | 'unusable' | SourceReport['state']
	/** Whether it was ever switched on, or told anything, here; one that came with a file was not. */
	readonly isKnownHere: boolean
	readonly report: SourceReport | null
	readonly counts: SourceCounts | null
	readonly hasSecret: boolean
}

/**
 * The sources of an open atlas: how they are doing, in whichever tab they run, and what can be done about them. Those that are switched on run until it is
 * closed.
 */
export class Sources {
	readonly #store: Store
	readonly #session: AtlasSession
	readonly #news: BroadcastChannel
	readonly #stops: (() => void)[]
	#worker: FeedWorker | null = null
	#isClosed = false
	#standings = $state.raw<ReadonlyMap<string, SourceStanding>>(new Map())
	#reports = $state.raw<ReadonlyMap<string, SourceReport>>(new Map())
	#listeners = new Set<(report: SourceReport) => void>()
	readonly #all = $derived.by(() => [...this.#session.atlas.sources.values()].map((source) => this.#view(source)))

	constructor(store: Store, session: AtlasSession) {
		this.#store = store
		this.#session = session
		this.#news = new BroadcastChannel(feedChannel(session.id))
		this.#news.addEventListener('message', ({ data }: MessageEvent<FeedNews>) => this.#hear(data))
		this.#stops = [
			store.watch((change) => {
				if (change.kind === 'sources' && change.atlas === session.id) void this.#read()
			}),
			store.onReconnect(() => void this.#read()),
			$effect.root(() => {
				$effect(() => this.#order())
			})
		]
		void this.#read()
		this.#news.postMessage({ kind: 'ask' } satisfies FeedNews)
	}

	/** All sources, those that are read once included. */
	get all(): readonly SourceView[] {
		return this.#all
	}

	/** Those that run by themselves. */
	get live(): readonly SourceView[] {
		return this.#all.filter(({ state }) => state !== 'once')
	}

	/** One source by its id. */
	of(source: string): SourceView | null {
		return this.#all.find((view) => view.source.id === source) ?? null
	}

	/** The connection as a whole: `none` without a source that runs; `failing` where none of those that run works; `live` where one does. */
	get connection(): 'none' | 'connecting' | 'live' | 'failing' {
		const states = this.#all.map(({ state }) => state)
		return (['live', 'connecting', 'failing'] as const).find((state) => states.includes(state)) ?? 'none'
	}

	/** When any source last showed a sign of life, and when one last told a mention that was kept (milliseconds since 1970), or null. */
	get aliveAt(): number | null {
		return latest([...this.#reports.values()].map((report) => report.aliveAt))
	}
	get newsAt(): number | null {
		return latest([...this.#reports.values()].map((report) => report.newsAt))
	}

	/** Calls the listener whenever a source tells how it is doing; returns the function that stops it. */
	watch(listener: (report: SourceReport) => void): () => void {
		this.#listeners.add(listener)
		return () => this.#listeners.delete(listener)
	}

	/** Switches a source on or off on this device. */
	async switch(source: string, isOn: boolean): Promise<void> {
		await this.#store.setSource(this.#session.id, source, { isOn })
	}

	/** Gives a source another secret, or takes it away; one that runs begins anew with it. */
	async setSecret(source: string, secret: string | null): Promise<void> {
		const { isOn = false } = this.#standings.get(source) ?? {}
		if (isOn) await this.switch(source, false)
		await this.#store.setSource(this.#session.id, source, { secret, isOn })
	}

	/** Tries a source at once that is waiting to be tried again. */
	retry(source: string): void {
		this.#news.postMessage({ kind: 'retry', source } satisfies FeedNews)
	}

	/** Forgets how a source stands here, and deletes its mentions if asked to; returns how many went. */
	async forget(source: string, withMentions: boolean): Promise<number> {
		const gone = await this.#store.forgetSource(this.#session.id, source, { mentions: withMentions })
		const { forgetHandle } = await import('./file-handles.ts')
		await forgetHandle(this.#session.id, source).catch(() => {})
		return gone
	}

	/** Connects for a moment to a source that need not be there yet, and says what came. */
	async tryOut(plan: FeedPlan, token: string, source = ''): Promise<Trial> {
		const worker = this.#worker ?? new FeedWorker(this.#store, this.#session.id)
		try {
			return await worker.tryOut(this.#orderOf([{ source, plan, channel: null }]), token)
		} finally {
			if (worker !== this.#worker) worker.finish()
		}
	}

	/** Ends what runs here; another tab that has the atlas open takes over. */
	close(): void {
		this.#isClosed = true
		for (const stop of this.#stops) stop()
		this.#worker?.finish()
		this.#worker = null
		this.#news.close()
	}

	/** Tells the worker what is to run; there is none as long as nothing is. */
	#order(): void {
		const sources = this.#wanted()
		if (this.#isClosed || (sources.length === 0 && this.#worker === null)) return
		this.#worker ??= new FeedWorker(this.#store, this.#session.id)
		this.#worker.run(this.#orderOf(sources))
	}

	#wanted(): SourceOrder[] {
		return [...this.#session.atlas.sources.values()].flatMap((source) => {
			if (!isLiveKind(source.kind) || this.#standings.get(source.id)?.isOn !== true) return []
			const read = feedPlan(source)
			return read.ok ? [{ source: source.id, plan: read.plan, channel: source.channel }] : []
		})
	}

	#orderOf(sources: readonly SourceOrder[]): AtlasOrder {
		const { atlas, id } = this.#session
		const channels = [...atlas.channels.values()].flatMap((channel) => [
			[channel.name, channel.id] as const,
			[channel.id, channel.id] as const
		])
		return { atlas: id, lists: wordListsOf(atlas), channels, sources }
	}

	#view(source: Source): SourceView {
		const standing = this.#standings.get(source.id)
		const report = this.#reports.get(source.id) ?? null
		return {
			source,
			state: stateOf(source, standing, report),
			isKnownHere: standing !== undefined,
			report: standing?.isOn === true ? report : null,
			counts: (standing?.isOn === true ? report?.counts : null) ?? standing?.counts ?? null,
			hasSecret: standing?.hasSecret ?? false
		}
	}

	async #read(): Promise<void> {
		const standings = await this.#store.sourceStandings(this.#session.id).catch(() => null)
		if (standings !== null) this.#standings = new Map(standings.map((standing) => [standing.source, standing]))
	}

	#hear(message: FeedNews): void {
		if (message.kind === 'report') {
			this.#reports = new Map([...this.#reports, [message.report.source, message.report]])
			for (const listener of this.#listeners) listener(message.report)
		} else if (message.kind === 'ended') {
			this.#reports = new Map([...this.#reports].filter(([source]) => source !== message.source))
			void this.#read()
		}
	}
}

function stateOf(
	source: Source,
	standing: SourceStanding | undefined,
	report: SourceReport | null
): SourceView['state'] {
	if (source.kind === 'file' || source.kind === 'paste') return 'once'
	if (!isLiveKind(source.kind) || !feedPlan(source).ok) return 'unusable'
	if (standing?.isOn !== true) return 'off'
	return report?.state ?? 'connecting'
}

function latest(times: readonly (number | null)[]): number | null {
	return times.reduce((most, time) => (time !== null && (most === null || time > most) ? time : most), null)
}
