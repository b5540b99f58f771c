// The worker of a tab that runs the sources of its atlas. Of all tabs that have the atlas open, the one whose worker holds a source's lock runs it; when that tab
// goes, the next one takes over and goes on from the kept cursor.
import { postFilter } from '#lib/domain/feeds/post-filter.ts'
import type { MentionDraft } from '#lib/domain/interchange/mention-table.ts'
import type { SourceBatch, WordedMention } from '#lib/store/store.ts'
import { newId } from '#lib/state/new-id.ts'
import { mentionOf, WordPipeline } from '#lib/voice/word-pipeline.ts'
import { asFailure } from './connection.ts'
import { connectorOf } from './connectors.ts'
import {
	feedChannel,
	feedLock,
	type AtlasOrder,
	type FeedNews,
	type FromFeedWorker,
	type SourceOrder,
	type StoreCallName,
	type StoreCalls,
	type ToFeedWorker,
	type Trial
} from './feed-protocol.ts'
import { filesOf, keptHandle } from './file-handles.ts'
import type { SourceReport } from './report.ts'
import { SourceRun } from './run-source.ts'
import { world } from './surroundings.ts'

/** Languages that are told apart where a mention does not say its own, the likeliest first. */
const languages = ['en', 'nl', 'zh']
/** Reports of one source are told no more often than this, in milliseconds. */
const tellEvery = 250
/** After so many mentions the word pipeline begins anew with the words that the atlas shows: what it remembers must not grow for ever. */
const mostWorded = 20_000
/** How long a trial listens, and for how many mentions. */
const trialTime = 8000
const trialTexts = 5

type Running = {
	readonly key: string
	readonly stop: AbortController
	run: SourceRun | null
	words: Words | null
	ended: Promise<void>
}

const running = new Map<string, Running>()
let news: BroadcastChannel | null = null
let order: AtlasOrder | null = null

const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
let calls = 0

function post(message: FromFeedWorker): void {
	self.postMessage(message)
}

function callStore<Name extends StoreCallName>(
	name: Name,
	...parameters: StoreCalls[Name]['parameters']
): Promise<StoreCalls[Name]['value']> {
	const id = (calls += 1)
	post({ kind: 'call', id, name, parameters })
	const answered = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }))
	// The tab answers a call by what the store returned for that name.
	return answered as Promise<StoreCalls[Name]['value']>
}

function tell(message: FeedNews): void {
	news?.postMessage(message)
}

/** Runs what is ordered, and nothing else. A source that is set up otherwise begins anew from where it was; new names and words are used at once. */
function follow(next: AtlasOrder): void {
	order = next
	if (news === null) {
		news = new BroadcastChannel(feedChannel(next.atlas))
		news.addEventListener('message', ({ data }: MessageEvent<FeedNews>) => hear(data))
	}
	const wanted = new Map(next.sources.map((source) => [source.source, JSON.stringify(source)]))
	for (const [id, { key, stop, words }] of running) {
		if (wanted.get(id) !== key) stop.abort()
		else words?.follow(next)
	}
	for (const source of next.sources) begin(next, source)
}

function begin(atlas: AtlasOrder, source: SourceOrder): void {
	const key = JSON.stringify(source)
	const before = running.get(source.source)
	if (before !== undefined && before.key === key && !before.stop.signal.aborted) return
	const stop = new AbortController()
	const entry: Running = { key, stop, run: null, words: null, ended: Promise.resolve() }
	running.set(source.source, entry)
	entry.ended = (before?.ended ?? Promise.resolve())
		.then(() => hold(atlas, source, entry))
		.catch((error: unknown) => {
			if (!stop.signal.aborted) console.warn('A source could not be run', error)
		})
		.finally(() => {
			if (running.get(source.source) === entry) running.delete(source.source)
		})
}

async function hold(atlas: AtlasOrder, source: SourceOrder, entry: Running): Promise<void> {
	if (entry.stop.signal.aborted) return
	await navigator.locks.request(feedLock(atlas.atlas, source.source), { signal: entry.stop.signal }, () =>
		run(atlas, source, entry)
	)
}

async function run(atlas: AtlasOrder, source: SourceOrder, entry: Running): Promise<void> {
	const { cursor, secret, counts } = await callStore('start', source.source)
	if (entry.stop.signal.aborted) return
	const teller = new Teller()
	const words = new Words(order ?? atlas, source)
	entry.words = words
	await words.begin()
	entry.run = new SourceRun({
		source: source.source,
		connector: connectorOf(source.plan, async () => filesOf(await keptHandle(atlas.atlas, source.source))),
		...{ cursor, counts, token: secret ?? '', languages, surroundings: world, signal: entry.stop.signal },
		settings: source.plan.settings,
		context: { source: source.source, channelNamed: (name) => words.channelNamed(name) },
		word: (drafts) => words.word(drafts),
		keep: async (batch: SourceBatch) => {
			const kept = await callStore('takeIn', source.source, batch)
			await words.renew()
			return kept
		},
		report: (report) => teller.tell(report)
	})
	await entry.run.run()
	teller.stop()
	tell({ kind: 'ended', source: source.source })
}

function plain(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Finds words, score and channel of what a source told, by the names and word lists that the atlas has at the time. */
class Words {
	readonly #source: SourceOrder
	#atlas: AtlasOrder
	#lists: string
	#channels: ReadonlyMap<string, string>
	#pipeline: WordPipeline | null = null
	#worded = 0

	constructor(atlas: AtlasOrder, source: SourceOrder) {
		this.#source = source
		this.#atlas = atlas
		this.#lists = JSON.stringify(atlas.lists)
		this.#channels = channelsOf(atlas)
	}

	/** The atlas was changed. */
	follow(atlas: AtlasOrder): void {
		this.#atlas = atlas
		this.#channels = channelsOf(atlas)
		const lists = JSON.stringify(atlas.lists)
		if (lists !== this.#lists) void this.begin()
		this.#lists = lists
	}

	async begin(): Promise<void> {
		const knownWords = await callStore('knownWords')
		this.#pipeline = new WordPipeline({ lists: this.#atlas.lists, knownWords, masks: this.#source.plan.settings.masks })
		this.#worded = 0
	}

	async renew(): Promise<void> {
		if (this.#worded > mostWorded) await this.begin()
	}

	channelNamed(name: string): string | null {
		return this.#channels.get(plain(name)) ?? null
	}

	async word(drafts: readonly MentionDraft[]): Promise<readonly WordedMention[]> {
		this.#worded += drafts.length
		return (await this.#pipeline?.word(drafts.map((draft) => mentionOf(draft, newId())))) ?? []
	}
}

function channelsOf({ channels }: AtlasOrder): ReadonlyMap<string, string> {
	return new Map(channels.map(([name, id]) => [plain(name), id]))
}

/** Tells reports to every tab, the latest one only and not too often. */
class Teller {
	#latest: SourceReport | null = null
	#timer: ReturnType<typeof setTimeout> | null = null

	tell(report: SourceReport): void {
		const isTurn = this.#latest?.state !== report.state
		this.#latest = report
		if (isTurn) this.#say()
		else this.#timer ??= setTimeout(() => this.#say(), tellEvery)
	}

	stop(): void {
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#latest = null
	}

	#say(): void {
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#timer = null
		if (this.#latest !== null) tell({ kind: 'report', report: this.#latest })
	}
}

function hear(message: FeedNews): void {
	if (message.kind === 'ask') {
		for (const { run: source } of running.values()) if (source !== null) tell({ kind: 'report', report: source.report })
	} else if (message.kind === 'retry') running.get(message.source)?.run?.retry()
}

/** Connects for a moment and says what came; nothing is kept. */
async function tryOut(atlas: AtlasOrder, token: string): Promise<Trial> {
	const [source] = atlas.sources
	if (source === undefined) return { isOpen: false, trouble: null, read: 0, wanted: 0, texts: [] }
	const judge = postFilter(source.plan.settings, languages)
	const stop = new AbortController()
	void world.wait(trialTime, stop.signal).then(() => stop.abort())
	let [isOpen, read, wanted] = [false, 0, 0]
	const texts: string[] = []
	try {
		const connector = connectorOf(source.plan, async () => filesOf(await keptHandle(atlas.atlas, source.source)))
		for await (const said of connector.connect({ cursor: null, token, signal: stop.signal }, world)) {
			if (said.kind === 'open') isOpen = true
			for (const event of said.kind === 'told' ? said.events : []) {
				if (event.op === 'put' || event.op === 'drop') read += 1
				if (event.op !== 'put' || event.text.trim() === '' || judge(event.text, event.lang) !== null) continue
				wanted += 1
				if (texts.length < trialTexts) texts.push(event.text.slice(0, 300))
			}
			if (
				texts.length >= trialTexts ||
				said.kind === 'rest' ||
				(read > 0 && !connector.isPushed) ||
				stop.signal.aborted
			)
				break
		}
		return { isOpen, trouble: null, read, wanted, texts }
	} catch (error) {
		const { reason, detail } = asFailure(error)
		return { isOpen, trouble: stop.signal.aborted && isOpen ? null : { reason, detail }, read, wanted, texts }
	} finally {
		stop.abort()
	}
}

self.addEventListener('message', ({ data }: MessageEvent<ToFeedWorker>) => {
	if (data.kind === 'run') follow(data.order)
	else if (data.kind === 'try')
		void tryOut(data.order, data.token).then((trial) => post({ kind: 'tried', id: data.id, trial }))
	else {
		const waiting = pending.get(data.id)
		pending.delete(data.id)
		if (data.error === undefined) waiting?.resolve(data.value)
		else waiting?.reject(new Error(data.error))
	}
})

// A network that came back is no reason to wait any longer.
self.addEventListener('online', () => {
	for (const id of order?.sources.map(({ source }) => source) ?? []) running.get(id)?.run?.retry()
})
