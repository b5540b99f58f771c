import { addSource } from '#lib/domain/changes/add-source.ts'
import { editSource } from '#lib/domain/changes/edit-source.ts'
import { feedPlan, isLiveKind, type LiveKind, type SettingsRead } from '#lib/domain/feeds/source-settings.ts'
import type { Source } from '#lib/domain/model/source.ts'
import type { Handle } from '#lib/feeds/file-handles.ts'
import type { Trial } from '#lib/feeds/feed-protocol.ts'
import type { Sources } from '#lib/feeds/sources.svelte.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import { newId } from '#lib/state/new-id.ts'
import { kindWords } from './source-wording.ts'

type Settings = Source['settings']

/** What a new source begins with. Of the great streams only what matters is wanted: without words everything would come in. */
const beginning: Readonly<Partial<Record<LiveKind, Settings>>> = {
	bluesky: { url: 'wss://jetstream2.us-east.bsky.network' },
	mastodon: { url: 'https://mastodon.social', stream: 'hashtag', transport: 'sse', tag: '' }
}

/** A source while it is being set up: what was typed, what is wrong with it, and a trial before it is kept. */
export class SourceDraft {
	readonly #session: AtlasSession
	readonly #sources: Sources
	#id = $state('')
	#isNew = $state(true)
	#kind = $state<LiveKind | null>(null)
	#settings = $state.raw<Settings>({})
	#handle = $state.raw<Handle | null>(null)
	#trial = $state.raw<Trial | null>(null)
	#isTrying = $state(false)
	#isTouched = $state(false)
	#hasSecret = $state(false)
	name = $state('')
	channel = $state<string | null>(null)
	token = $state('')
	readonly #read: SettingsRead = $derived(feedPlan({ kind: this.#kind ?? '', settings: this.#settings }))

	constructor(session: AtlasSession, sources: Sources) {
		this.#session = session
		this.#sources = sources
	}

	get isNew(): boolean {
		return this.#isNew
	}
	get kind(): LiveKind | null {
		return this.#kind
	}
	get handle(): Handle | null {
		return this.#handle
	}
	get trial(): Trial | null {
		return this.#trial
	}
	get isTrying(): boolean {
		return this.#isTrying
	}
	get hasSecret(): boolean {
		return this.#hasSecret
	}
	get watchesFiles(): boolean {
		return this.#kind === 'watched-file' || this.#kind === 'watched-folder'
	}
	/** Whether it can be kept as it is. */
	get isReady(): boolean {
		return this.#read.ok && (!this.watchesFiles || this.#handle !== null || !this.#isNew)
	}

	/** Begins a new one. */
	begin(): void {
		this.#clear()
		this.#id = newId()
	}

	/** Goes on with one that is there. */
	open(source: Source, hasSecret: boolean): void {
		this.#clear()
		this.#id = source.id
		this.#isNew = false
		this.#kind = isLiveKind(source.kind) ? source.kind : null
		this.#settings = source.settings
		this.#hasSecret = hasSecret
		this.name = source.name
		this.channel = source.channel
	}

	chooseKind(kind: LiveKind | null): void {
		this.#kind = kind
		this.#settings = (kind === null ? undefined : beginning[kind]) ?? {}
		this.#trial = null
		this.#isTouched = false
	}

	chooseHandle(handle: Handle | null): void {
		if (handle === null) return
		this.#handle = handle
		if (this.name === '') this.name = handle.name
	}

	/** A setting as text; lists with commas. */
	text(field: string): string {
		const value = this.#settings[field]
		if (Array.isArray(value)) return value.join(', ')
		return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
	}
	isOn(field: string, otherwise: boolean): boolean {
		const value = this.#settings[field]
		return typeof value === 'boolean' ? value : otherwise
	}
	/** The name that the source has for a column, or nothing. */
	fieldName(column: string): string {
		const { fields } = this.#settings
		return typeof fields === 'object' && !Array.isArray(fields) ? (fields[column] ?? '') : ''
	}

	set(field: string, value: Settings[string] | null): void {
		const { [field]: _, ...others } = this.#settings
		this.#settings = value === null || value === '' ? others : { ...others, [field]: value }
		this.#trial = null
	}
	setList(field: string, text: string): void {
		const entries = text.split(/[,，、\n]/).map((entry) => entry.trim())
		this.set(field, [...new Set(entries.filter((entry) => entry !== ''))])
	}
	setNumber(field: string, text: string): void {
		this.set(field, text.trim() === '' ? null : Number(text))
	}
	setFieldName(column: string, name: string): void {
		const { fields } = this.#settings
		const { [column]: _, ...others } = typeof fields === 'object' && !Array.isArray(fields) ? fields : {}
		this.set('fields', name.trim() === '' ? others : { ...others, [column]: name.trim() })
	}

	/** What is wrong with a setting; nothing before somebody tried to go on. */
	problem(field: string): string | null {
		if (this.#read.ok || !this.#isTouched) return null
		return this.#read.problems.find((problem) => problem.field === field)?.problem ?? null
	}

	/** Connects for a moment and remembers what came. */
	async tryOut(): Promise<void> {
		this.#isTouched = true
		if (!this.#read.ok) return
		this.#isTrying = true
		this.#trial = null
		const plan = this.#read.plan
		this.#trial = await this.#sources.tryOut(plan, this.token, this.#id).catch(() => null)
		this.#isTrying = false
	}

	/** Keeps it, and starts it where it is new. Returns whether that could be done. */
	async keep(): Promise<boolean> {
		this.#isTouched = true
		const kind = this.#kind
		if (kind === null || !this.isReady) return false
		const fields = { name: this.#nameOr(kind), channel: this.channel, settings: this.#settings }
		if (this.#handle !== null) {
			const { keepHandle } = await import('#lib/feeds/file-handles.ts')
			await keepHandle(this.#session.id, this.#id, this.#handle)
		}
		const outcome = this.#isNew
			? this.#session.run(addSource, { id: this.#id, kind, ...fields }, { undoable: false })
			: this.#session.run(editSource, { id: this.#id, fields })
		if (!outcome.ok) return false
		if (this.token !== '') await this.#sources.setSecret(this.#id, this.token)
		if (this.#isNew || this.#handle !== null) await this.#sources.switch(this.#id, true)
		if (this.#handle !== null) this.#sources.retry(this.#id)
		return true
	}

	#nameOr(kind: LiveKind): string {
		const named = this.name.trim() || this.text('tag').trim()
		const host = URL.parse(this.text('url'))?.host ?? ''
		return (named || host || kindWords[kind].name()).slice(0, 200)
	}

	#clear(): void {
		this.#isNew = true
		this.#kind = null
		this.#settings = {}
		this.#handle = null
		this.#trial = null
		this.#isTrying = false
		this.#isTouched = false
		this.#hasSecret = false
		this.name = ''
		this.channel = null
		this.token = ''
	}
}
