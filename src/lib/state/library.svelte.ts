import type { Mention } from '#lib/domain/model/mention.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { AtlasSummary, SafetyCopy, Store, StoreStatus } from '#lib/store/store.ts'
import type { AtlasSession } from './atlas-session.svelte.ts'
import { newId } from './new-id.ts'
import type { Toasts } from './toasts.svelte.ts'

/** Where the browser keeps the data and what it promised. */
export type Storage = { readonly persisted: boolean; readonly usage: number | null; readonly quota: number | null }

/** The atlases on this device, and the sessions that are open on them. */
export class Library {
	readonly #store: Store
	readonly #toasts: Toasts
	readonly #sessions = new Map<string, Promise<AtlasSession>>()
	#status = $state.raw<StoreStatus>({ state: 'opening' })
	#atlases = $state.raw<readonly AtlasSummary[] | null>(null)
	#storage = $state.raw<Storage | null>(null)

	constructor(store: Store, toasts: Toasts) {
		this.#store = store
		this.#toasts = toasts
		this.#status = store.status
		store.subscribe((status) => {
			this.#status = status
			if (status.state !== 'opening' && status.state !== 'failed') void this.refresh()
		})
		store.watch((change) => {
			if (change.kind === 'atlases') void this.refresh()
		})
	}

	get status(): StoreStatus {
		return this.#status
	}

	/** By last change, the newest first; null until the database has answered. */
	get atlases(): readonly AtlasSummary[] | null {
		return this.#atlases
	}

	get storage(): Storage | null {
		return this.#storage
	}

	async refresh(): Promise<void> {
		try {
			const atlases = await this.#store.listAtlases()
			this.#atlases = atlases.toSorted((left, right) => (left.changedAt < right.changedAt ? 1 : -1))
		} catch {
			// The status says what is wrong and Home shows it.
		}
		const estimate = await navigator.storage?.estimate?.().catch(() => null)
		const persisted = (await navigator.storage?.persisted?.().catch(() => false)) ?? false
		this.#storage = { persisted, usage: estimate?.usage ?? null, quota: estimate?.quota ?? null }
	}

	/** Makes an atlas of that name and returns its id. */
	async create(name: string): Promise<string> {
		const id = newId()
		// Home does not need the schemas to be shown, so they come when the first atlas does.
		const { emptyAtlas } = await import('#lib/domain/model/atlas.ts')
		await this.#store.createAtlas(emptyAtlas({ id, name, description: '' }))
		await this.refresh()
		return id
	}

	/**
	 * Keeps an atlas from a file as a new one, under its own id if that is free and a fresh one otherwise; returns the id.
	 * `word`: finds words and score of mentions that come without.
	 */
	async add(atlas: Atlas, mentions: readonly Mention[], word: WordMentions): Promise<string> {
		const taken = new Set((await this.#store.listAtlases()).map((other) => other.id))
		const id = taken.has(atlas.workspace.id) ? newId() : atlas.workspace.id
		const own: Atlas = { ...atlas, workspace: { ...atlas.workspace, id } }
		await this.#store.createAtlas(own, mentions.length > 0 ? await word(own, mentions) : [])
		await this.refresh()
		return id
	}

	async remove(id: string): Promise<void> {
		;(await this.#sessions.get(id))?.close()
		this.#sessions.delete(id)
		await this.#store.deleteAtlas(id)
		await this.refresh()
	}

	/** Puts an atlas back as it was in a safety copy. What is open of it is closed first: it would write the newer state over it. */
	async restore(copy: SafetyCopy): Promise<void> {
		;(await this.#sessions.get(copy.atlas))?.close()
		this.#sessions.delete(copy.atlas)
		await this.#store.restoreCopy(copy.name)
		await this.refresh()
	}

	async duplicate(id: string, name: string): Promise<void> {
		await this.#store.duplicateAtlas(id, { id: newId(), name })
		await this.refresh()
	}

	/** The session of an atlas; the same one for as long as this tab lives, so that undo survives a visit to Home. Throws `unknown-atlas`. */
	open(id: string): Promise<AtlasSession> {
		const there = this.#sessions.get(id)
		if (there) return there
		const opening = this.#begin(id)
		this.#sessions.set(id, opening)
		opening.catch(() => this.#sessions.delete(id))
		return opening
	}

	async #begin(id: string): Promise<AtlasSession> {
		const [{ AtlasSession }, { state }] = await Promise.all([
			import('./atlas-session.svelte.ts'),
			this.#store.openAtlas(id)
		])
		return new AtlasSession(this.#store, this.#toasts, id, state)
	}
}

/** Finds words, language and score of mentions; handed in, since state knows no worker of the voice. */
export type WordMentions = (
	atlas: Atlas,
	mentions: readonly Mention[]
) => Promise<readonly (Mention & { words: readonly string[] })[]>
