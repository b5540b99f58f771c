import type { AtlasDocument } from '#lib/document/atlas-document.ts'
import { mergeUpdates } from '#lib/document/updates.ts'
import { StoreError, type Store } from './store.ts'

/** Whether everything that was done here is durably kept. `unsaved`: the last attempt failed; it is tried again. */
export type Keeping =
	| { readonly state: 'saved' | 'saving' }
	| { readonly state: 'unsaved'; readonly code: StoreError['code']; readonly message: string }

export type Keeper = {
	readonly keeping: Keeping
	subscribe(listener: (keeping: Keeping) => void): () => void
	/** Resolves when everything that has been done so far is durably kept. */
	saved(): Promise<void>
	stop(): void
}

/** After a failure it is tried again after so long; after news from another tab it is made sure that they are kept. */
const pause = 1000

/**
 * Keeps what is done on a document: every step goes to the store as an update, one append at a time, and is tried again until it is durable.
 * Also what came from other tabs, in case they died before they could; and after a new worker took over, whatever that lacks.
 * At the first step the browser is asked not to evict this site's data.
 */
export function keepDocument(document: AtlasDocument, store: Pick<Store, 'append' | 'vector' | 'onReconnect'>): Keeper {
	const listeners = new Set<(keeping: Keeping) => void>()
	const waiting: { resolve: () => void }[] = []
	let keeping: Keeping = { state: 'saved' }
	let updates: Uint8Array[] = []
	let mustCompare = false
	let isSending = false
	let isStopped = false
	let timer: ReturnType<typeof setTimeout> | null = null

	const say = (next: Keeping) => {
		keeping = next
		for (const listener of [...listeners]) listener(next)
		if (next.state === 'saved') for (const { resolve } of waiting.splice(0)) resolve()
	}
	const later = () => {
		timer ??= setTimeout(() => {
			timer = null
			void send()
		}, pause)
	}
	const sendOnce = async () => {
		if (mustCompare) {
			mustCompare = false
			const vector = await store.vector(document.id)
			if (document.isAheadOf(vector)) updates.push(document.encodeDiff(vector))
			else if (updates.length === 0) return
		}
		const batch = updates
		updates = []
		try {
			const { vector } = await store.append(document.id, mergeUpdates(batch))
			// An update that builds on one which never arrived: all that is lacking is sent.
			if (updates.length === 0 && document.isAheadOf(vector)) updates.push(document.encodeDiff(vector))
		} catch (error) {
			updates = [...batch, ...updates]
			throw error
		}
	}
	const send = async () => {
		if (isSending || isStopped) return
		isSending = true
		try {
			while (!isStopped && (updates.length > 0 || mustCompare)) {
				if (updates.length > 0 && keeping.state === 'saved') say({ state: 'saving' })
				await sendOnce()
			}
			if (!isStopped) say({ state: 'saved' })
		} catch (error) {
			mustCompare = true
			const code = error instanceof StoreError ? error.code : 'failed'
			say({ state: 'unsaved', code, message: error instanceof Error ? error.message : String(error) })
			if (code !== 'unknown-atlas' && code !== 'closed' && code !== 'newer-database') later()
		} finally {
			isSending = false
		}
	}

	let hasAsked = false
	const unsubscribe = document.subscribe(({ local, update }) => {
		if (!local) {
			mustCompare = true
			later()
			return
		}
		if (!hasAsked) {
			hasAsked = true
			void askToPersist()
		}
		updates.push(update)
		if (keeping.state === 'saved') say({ state: 'saving' })
		void send()
	})
	const unsubscribeReconnect = store.onReconnect(() => {
		mustCompare = true
		void send()
	})
	return {
		get keeping() {
			return keeping
		},
		subscribe(listener) {
			listeners.add(listener)
			return () => listeners.delete(listener)
		},
		saved() {
			if (keeping.state === 'saved' && !isSending) return Promise.resolve()
			return new Promise((resolve) => waiting.push({ resolve }))
		},
		stop() {
			isStopped = true
			if (timer !== null) clearTimeout(timer)
			unsubscribe()
			unsubscribeReconnect()
		}
	}
}

/** Asks the browser to keep this site's data even when room gets scarce. A refusal changes nothing here. */
async function askToPersist(): Promise<void> {
	if (typeof navigator === 'undefined' || navigator.storage?.persist === undefined) return
	await navigator.storage.persist().catch(() => false)
}
