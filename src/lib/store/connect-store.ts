import type { StoragePreference } from './browser-storage.ts'
import { HeldNews } from './held-news.ts'
import type { CallName, Calls, ToHost, ToTab } from './messages.ts'
import { StoreError } from './store.ts'
import type { AddedMentions, Store, StoreChange, StoreStatus } from './store.ts'

/** A call that takes longer ends with the error `timeout`. */
const ordinary = 60_000
/** The same for calls about whole atlases or many mentions. */
const long = 300_000
const longCalls: ReadonlySet<CallName> = new Set<CallName>([
	...([
		'createAtlas',
		'duplicateAtlas',
		'deleteAtlas',
		'addMentions',
		'addPacked',
		'rewriteWords',
		'deleteMentions',
		'forgetSource'
	] as const),
	...(['sqlDump', 'restoreCopy', 'startAfresh', 'readMentions'] as const)
])
/** A worker that does not greet for so long is not there. */
const greeting = 30_000
/** A worker that dies so often in a row is not started again. */
const mostRestarts = 5
const calm = 60_000

const batchSize = 2000

type Pending = {
	readonly message: Extract<ToHost, { kind: 'call' }>
	readonly resolve: (value: unknown) => void
	readonly reject: (error: StoreError) => void
	readonly timer: ReturnType<typeof setTimeout>
}

export type ConnectOptions = {
	/** Where the prebuilt data directory of a first start is. */
	readonly templateUrl?: string
	/** Which storage to use: for tests. The first tab decides for all. */
	readonly prefer?: StoragePreference
}

/** Connects this tab to the database. Returns at once; calls wait until it is open. */
export function connectStore(options: ConnectOptions = {}): Store {
	const connection = new Connection(options)
	const call = connection.call.bind(connection)
	return {
		get status() {
			return connection.status
		},
		subscribe: (listener) => connection.onStatus.add(listener),
		watch: (listener) => connection.onChange.add(listener),
		holdNews: () => connection.news.hold(),
		onReconnect: (listener) => connection.onReconnect.add(listener),

		listAtlases: () => call('listAtlases'),
		createAtlas: (atlas, mentions = []) => call('createAtlas', atlas, mentions),
		openAtlas: (id) => call('openAtlas', id),
		append: (id, update) => call('append', id, update),
		vector: (id) => call('vector', id),
		deleteAtlas: (id) => call('deleteAtlas', id),
		duplicateAtlas: (id, copy) => call('duplicateAtlas', id, copy),
		markSavedToFile: (id, at) => call('markSavedToFile', id, at),

		async addMentions(atlas, mentions, { onprogress, signal, more = false } = {}) {
			const sum = { added: 0, repeats: 0, known: 0 }
			// The next batch is on its way while one is written; no more, so that stopping is quick.
			let ahead: Promise<AddedMentions> | null = null
			const settle = async () => {
				if (ahead === null) return
				const result = await ahead
				ahead = null
				for (const key of ['added', 'repeats', 'known'] as const) sum[key] += result[key]
			}
			for (let start = 0; start < mentions.length && signal?.aborted !== true; start += batchSize) {
				const load = { more: more || start + batchSize < mentions.length }
				const next = call('addMentions', atlas, crypto.randomUUID(), mentions.slice(start, start + batchSize), load)
				next.catch(() => {})
				await settle()
				onprogress?.(start)
				ahead = next
			}
			await settle()
			onprogress?.(sum.added + sum.repeats + sum.known)
			return sum
		},
		addPacked: (atlas, packed, load) => call('addPacked', atlas, crypto.randomUUID(), packed, load),
		mentions: (atlas, query) => call('mentions', atlas, query),
		readMentions: (atlas, after, limit, stale) => call('readMentions', atlas, after, limit, stale),
		words: (atlas, filter, limit) => call('words', atlas, filter, limit),
		summary: (atlas, filter) => call('summary', atlas, filter),
		groups: (atlas, filter, by, limit) => call('groups', atlas, filter, by, limit),
		topics: (atlas, filter, query) => call('topics', atlas, filter, query),
		pulse: (atlas, hours) => call('pulse', atlas, hours),
		wordOrigins: (atlas, words) => call('wordOrigins', atlas, words),
		correctMention: (atlas, id, label) => call('correctMention', atlas, id, label),
		assignMention: (atlas, id, assignment) => call('assignMention', atlas, id, assignment),
		editMention: (atlas, id, fields) => call('editMention', atlas, id, fields),
		deleteMentions: (atlas, ids) => call('deleteMentions', atlas, ids),
		deleteExternal: (atlas, source, ids) => call('deleteExternal', atlas, source, ids),
		rewriteWords: (atlas, rows, load) => call('rewriteWords', atlas, rows, load),
		wordedBy: (atlas) => call('wordedBy', atlas),
		setWordedBy: (atlas, worded) => call('setWordedBy', atlas, worded),
		staleScores: (atlas, scoring) => call('staleScores', atlas, scoring),
		settleScores: (atlas, scoring) => call('settleScores', atlas, scoring),

		sourceStandings: (atlas) => call('sourceStandings', atlas),
		sourceStart: (atlas, source) => call('sourceStart', atlas, source),
		setSource: (atlas, source, standing) => call('setSource', atlas, source, standing),
		takeIn: (atlas, source, batch) => call('takeIn', atlas, source, crypto.randomUUID(), batch),
		forgetSource: (atlas, source, options) => call('forgetSource', atlas, source, options),

		verify: (atlas) => call('verify', atlas),
		sqlDump: (atlas) => call('sqlDump', atlas),
		listCopies: () => call('listCopies'),
		readCopy: (name) => call('readCopy', name),
		restoreCopy: (name) => call('restoreCopy', name, crypto.randomUUID()),
		startAfresh: () => call('startAfresh'),
		close: () => connection.close()
	}
}

type LessAgain<List extends unknown[]> = List extends [...infer Rest, boolean] ? Rest : List

class Listeners<Event> {
	readonly #listeners = new Set<(event: Event) => void>()

	add(listener: (event: Event) => void): () => void {
		this.#listeners.add(listener)
		return () => this.#listeners.delete(listener)
	}

	tell(event: Event): void {
		for (const listener of [...this.#listeners]) listener(event)
	}
}

class Connection {
	status: StoreStatus = { state: 'opening' }
	readonly onStatus = new Listeners<StoreStatus>()
	readonly onChange = new Listeners<StoreChange>()
	readonly onReconnect = new Listeners<void>()
	readonly news = new HeldNews((change) => this.onChange.tell(change))
	readonly #options: ConnectOptions
	readonly #pending = new Map<number, Pending>()
	#port: MessagePort
	#calls = 0
	#restarts: number[] = []
	#isClosed = false
	#stopWatching = new AbortController()

	constructor(options: ConnectOptions) {
		this.#options = options
		this.#port = this.#start(false)
	}

	call<Name extends CallName>(name: Name, ...parameters: LessAgain<Parameters<Calls[Name]>>): ReturnType<Calls[Name]> {
		const id = (this.#calls += 1)
		const message: Pending['message'] = { kind: 'call', id, name, parameters, again: false }
		const answered = new Promise<unknown>((resolve, reject) => {
			if (this.#isClosed) {
				reject(new StoreError('closed', 'The store was closed'))
				return
			}
			const limit = longCalls.has(name) ? long : ordinary
			const timer = setTimeout(() => {
				this.#pending.delete(id)
				reject(new StoreError('timeout', `${name} took longer than ${limit / 1000} seconds`))
			}, limit)
			this.#pending.set(id, { message, resolve, reject, timer })
			this.#port.postMessage(message)
		})
		// The worker answers a call by what the function of that name returned.
		return answered as ReturnType<Calls[Name]>
	}

	close(): void {
		if (this.#isClosed) return
		this.#isClosed = true
		this.#stopWatching.abort()
		this.#port.postMessage({ kind: 'bye' } satisfies ToHost)
		for (const { reject, timer } of this.#pending.values()) {
			clearTimeout(timer)
			reject(new StoreError('closed', 'The store was closed'))
		}
		this.#pending.clear()
	}

	#start(isAgain: boolean): MessagePort {
		const watching = new AbortController()
		this.#stopWatching = watching
		const port = openPort((detail) => this.#say({ state: 'failed', reason: 'no-worker', detail }))
		const patience = setTimeout(
			() => this.#say({ state: 'failed', reason: 'no-worker', detail: 'The worker does not answer' }),
			greeting
		)
		watching.signal.addEventListener('abort', () => clearTimeout(patience))
		port.addEventListener('message', ({ data }: MessageEvent<ToTab>) => {
			if (watching.signal.aborted) return
			if (data.kind !== 'welcome') {
				this.#hear(data)
				return
			}
			clearTimeout(patience)
			this.#say(data.status)
			// Granted only when the worker has died: its lock goes with it.
			navigator.locks
				.request(data.lock, { mode: 'shared', signal: watching.signal }, () => this.#restart())
				.catch(() => {})
			if (isAgain) this.onReconnect.tell()
		})
		port.start()
		const { templateUrl = '/pg-template.tar.gz', prefer } = this.#options
		const hello: ToHost = { kind: 'hello', templateUrl: new URL(templateUrl, location.href).href }
		port.postMessage(prefer === undefined ? hello : { ...hello, prefer })
		return port
	}

	#restart(): void {
		if (this.#isClosed) return
		this.#stopWatching.abort()
		const now = Date.now()
		this.#restarts = [...this.#restarts.filter((time) => time > now - calm), now]
		if (this.#restarts.length > mostRestarts) {
			this.#say({ state: 'failed', reason: 'no-worker', detail: 'The worker died several times' })
			return
		}
		this.#say({ state: 'opening' })
		this.#port = this.#start(true)
		for (const { message } of this.#pending.values()) this.#port.postMessage({ ...message, again: true })
	}

	#hear(message: Exclude<ToTab, { kind: 'welcome' }>): void {
		if (message.kind === 'status') this.#say(message.status)
		else if (message.kind === 'change') this.news.came(message.change)
		else {
			const pending = this.#pending.get(message.id)
			if (pending === undefined) return
			this.#pending.delete(message.id)
			clearTimeout(pending.timer)
			if (message.kind === 'answer') pending.resolve(message.value)
			else pending.reject(new StoreError(message.code, message.message))
		}
	}

	#say(status: StoreStatus): void {
		this.status = status
		this.onStatus.tell(status)
	}
}

/** A port to the worker. The constructors stand here in full: only so does Vite build the worker. */
function openPort(onError: (detail: string) => void): MessagePort {
	if (typeof SharedWorker !== 'undefined') {
		const worker = new SharedWorker(new URL('./db-host.ts', import.meta.url), {
			type: 'module',
			name: 'channel-atlas-db'
		})
		worker.addEventListener('error', () => onError('The worker could not be started'))
		return worker.port
	}
	const worker = new Worker(new URL('./db-host.ts', import.meta.url), { type: 'module', name: 'channel-atlas-db' })
	worker.addEventListener('error', (event) => onError(event.message))
	const { port1, port2 } = new MessageChannel()
	worker.postMessage('connect', [port2])
	return port1
}
