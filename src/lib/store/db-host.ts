// The worker that holds the database for all tabs: a SharedWorker, or a worker of its own where a browser has none.
import { browserStorage } from './browser-storage.ts'
import { Host } from './host.ts'
import type { CallName, ToHost, ToTab } from './messages.ts'
import { schemaVersion } from './migrations.ts'
import type { OpenStorage } from './open-storage.ts'
import { StoreError, type StoreStatus } from './store.ts'

const databaseLock = 'channel-atlas-database'
const ownLock = `channel-atlas-host-${crypto.randomUUID()}`
/** Hosts of the same build have the same address. */
const build = import.meta.url

const ports = new Set<MessagePort>()
const hosts = new BroadcastChannel('channel-atlas-hosts')
let host: Host | null = null
let override: StoreStatus | null = null
let release: (() => void) | null = null

/** What hosts of several deployments tell each other. */
type HostMessage = { kind: 'make-way' | 'newer' | 'busy'; schema: number; build: string }

/** Held as long as this worker lives: tabs wait for it to know when it died. */
const holding = new Promise<void>((held) => {
	void navigator.locks.request(ownLock, () => {
		held()
		return new Promise(() => {})
	})
})

function status(): StoreStatus {
	return override ?? host?.status ?? { state: 'opening' }
}

function tellAll(message: ToTab): void {
	for (const port of ports) port.postMessage(message)
}

function setOverride(next: StoreStatus | null): void {
	override = next
	tellAll({ kind: 'status', status: status() })
}

/**
 * The lock that only one host of this origin holds: two that open one database overwrite each other. A host of an older deployment is asked
 * to write what it has and to make way.
 */
async function lockDatabase(): Promise<void> {
	if (release !== null) return
	await new Promise<void>((locked) => {
		const hold = () => {
			locked()
			return new Promise<void>((letGo) => (release = letGo))
		}
		void navigator.locks.request(databaseLock, { ifAvailable: true }, async (lock) => {
			if (lock !== null) return await hold()
			tellHosts('make-way')
			void navigator.locks.request(databaseLock, hold)
			return undefined
		})
	})
	setOverride(null)
}

function tellHosts(kind: HostMessage['kind']): void {
	hosts.postMessage({ kind, schema: schemaVersion, build } satisfies HostMessage)
}

async function makeWay(): Promise<void> {
	const running = host
	setOverride({ state: 'failed', reason: 'outdated', detail: 'A newer version is open in another tab' })
	await running?.close()
	release?.()
}

hosts.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
	const holdsDatabase = release !== null
	if (data.kind === 'make-way' && holdsDatabase) {
		if (data.schema < schemaVersion) tellHosts('newer')
		else if (data.build === build) tellHosts('busy')
		else void makeWay()
	} else if (data.kind === 'newer' && !holdsDatabase && data.schema > schemaVersion) {
		setOverride({ state: 'failed', reason: 'outdated', detail: 'A newer version is open in another tab' })
	} else if (data.kind === 'busy' && !holdsDatabase && data.build === build) {
		setOverride({ state: 'failed', reason: 'locked', detail: 'The database is open in another tab' })
	}
})

function begin(hello: Extract<ToHost, { kind: 'hello' }>): Host {
	const storage = browserStorage({ templateUrl: hello.templateUrl, prefer: hello.prefer })
	const open: OpenStorage = {
		...storage,
		async open() {
			await lockDatabase()
			return await storage.open()
		}
	}
	return new Host({
		open,
		onStatus: () => tellAll({ kind: 'status', status: status() }),
		announce: (change) => tellAll({ kind: 'change', change })
	})
}

async function answer(port: MessagePort, call: Extract<ToHost, { kind: 'call' }>): Promise<void> {
	try {
		if (host === null) throw new StoreError('failed', 'The call came before the greeting')
		if (override !== null) throw new StoreError(codeOf(override), 'This worker has let go of the database')
		const value = await perform(host, call.name, [...call.parameters, call.again])
		port.postMessage({ kind: 'answer', id: call.id, value } satisfies ToTab)
	} catch (error) {
		const code = error instanceof StoreError ? error.code : 'failed'
		const message = error instanceof Error ? error.message : String(error)
		port.postMessage({ kind: 'error', id: call.id, code, message } satisfies ToTab)
	}
}

function codeOf(failed: StoreStatus): StoreError['code'] {
	return 'reason' in failed ? failed.reason : 'failed'
}

function perform(running: Host, name: CallName, parameters: readonly unknown[]): Promise<unknown> {
	if (!Object.hasOwn(running.calls, name)) throw new StoreError('failed', `There is no call ${name}`)
	// The tab's side is typed by the same calls: what comes in is what they take.
	const call = running.calls[name] as (...list: readonly unknown[]) => Promise<unknown>
	return call(...parameters)
}

function connect(port: MessagePort): void {
	port.addEventListener('message', ({ data }: MessageEvent<ToHost>) => {
		if (data.kind === 'hello') {
			host ??= begin(data)
			void holding.then(() => {
				ports.add(port)
				port.postMessage({ kind: 'welcome', lock: ownLock, status: status() } satisfies ToTab)
			})
		} else if (data.kind === 'bye') {
			ports.delete(port)
			port.close()
		} else {
			void answer(port, data)
		}
	})
	port.start()
}

// A SharedWorker is handed a port by each tab that connects ('connect'); a worker of its own gets one by message.
function onPort(event: Event): void {
	if (!(event instanceof MessageEvent)) return
	const [port] = event.ports
	if (port !== undefined) connect(port)
}
self.addEventListener('onconnect' in self ? 'connect' : 'message', onPort)
