import type { AtlasDocument } from './atlas-document.ts'

/** The part of a BroadcastChannel that is used: tests bring their own. */
export type TabChannel = {
	postMessage(message: unknown): void
	addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
	removeEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
	close(): void
}

/**
 * What tabs tell each other about one atlas. `hello`: who came, with what it has seen; `answer`: to one tab, what it lacks, and what the
 * answering tab has seen; `update`: something new.
 */
type Message = { from: string; schema: number } & (
	| { kind: 'hello'; vector: Uint8Array }
	| { kind: 'answer'; to: string; update: Uint8Array; vector: Uint8Array }
	| { kind: 'update'; update: Uint8Array }
)

/** The origin of updates that came from another tab. */
export const fromTab = Symbol('from another tab')

export type TabSync = {
	/** Whether another tab announced a newer schema: this one has stopped telling and must be loaded again. */
	readonly isOutdated: boolean
	stop(): void
}

/**
 * Keeps the documents of one atlas in several tabs equal: first what each lacks of the other, then every update as it happens.
 * `schema` is the version of the rows that this tab writes. A tab that hears of a newer one first stops telling, then calls `onOutdated`;
 * it goes on hearing, so that what it shows stays true.
 */
export function syncTabs(
	document: AtlasDocument,
	options: { schema: number; onOutdated: () => void; channel?: TabChannel; tab?: string }
): TabSync {
	const channel: TabChannel = options.channel ?? new BroadcastChannel(`channel-atlas/document/${document.id}`)
	const from = options.tab ?? crypto.randomUUID()
	const { schema } = options
	let isOutdated = false

	const tell = (message: Message) => {
		if (!isOutdated) channel.postMessage(message)
	}
	const outdate = () => {
		if (isOutdated) return
		isOutdated = true
		options.onOutdated()
	}
	const hear = ({ data }: { data: unknown }) => {
		if (!isMessage(data) || data.from === from) return
		if (data.schema > schema) outdate()
		// An older tab learns from the answer that it is; what it wrote before it knew is still taken.
		if (data.kind === 'hello') {
			const update = document.encodeDiff(data.vector)
			tell({ kind: 'answer', from, schema, to: data.from, update, vector: document.encodeStateVector() })
		} else if (data.kind === 'update') {
			take(document, data.update)
		} else if (data.to === from) {
			take(document, data.update)
			if (document.isAheadOf(data.vector))
				tell({ kind: 'update', from, schema, update: document.encodeDiff(data.vector) })
		}
	}

	channel.addEventListener('message', hear)
	const unsubscribe = document.subscribe(({ local, update }) => {
		if (local) tell({ kind: 'update', from, schema, update })
	})
	tell({ kind: 'hello', from, schema, vector: document.encodeStateVector() })
	return {
		get isOutdated() {
			return isOutdated
		},
		stop() {
			unsubscribe()
			channel.removeEventListener('message', hear)
			channel.close()
		}
	}
}

/** A tab of another version may send what this one cannot read: that must not stop the messages after it. */
function take(document: AtlasDocument, update: Uint8Array): void {
	try {
		document.applyUpdate(update, fromTab)
	} catch (error) {
		console.warn('An update from another tab could not be read', error)
	}
}

function isMessage(data: unknown): data is Message {
	if (typeof data !== 'object' || data === null) return false
	if (!('from' in data) || typeof data.from !== 'string') return false
	if (!('schema' in data) || typeof data.schema !== 'number' || !('kind' in data)) return false
	const hasUpdate = 'update' in data && data.update instanceof Uint8Array
	const hasVector = 'vector' in data && data.vector instanceof Uint8Array
	if (data.kind === 'hello') return hasVector
	if (data.kind === 'update') return hasUpdate
	return data.kind === 'answer' && hasUpdate && hasVector && 'to' in data && typeof data.to === 'string'
}
