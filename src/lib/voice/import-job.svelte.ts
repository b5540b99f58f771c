import { addSource } from '#lib/domain/changes/add-source.ts'
import { guessColumns, type ColumnChoice, type MentionColumn } from '#lib/domain/interchange/mention-table.ts'
import { wordListsOf } from '#lib/domain/words/vocabulary.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import { newId } from '#lib/state/new-id.ts'
import type { Store } from '#lib/store/store.ts'
import { isTable, type Recognised, type Shape } from '#lib/feeds/read-rows.ts'
import { readingOf } from './rewording.svelte.ts'
import type { ImportNote } from './voice-protocol.ts'
import { VoiceWorker, type ImportBatch } from './voice-worker-client.ts'

/** Where mentions come from: a file, or text that was pasted. */
export type ImportOrigin = { readonly kind: 'file' | 'paste'; readonly name: string; readonly blob: Blob }

type Counts = {
	added: number
	repeats: number
	known: number
	rows: number
	/** Rows that were not taken in. */
	dropped: number
}

export type ImportResult = Readonly<Counts> & {
	/** The first thousand notes, in the order of the rows. */
	readonly notes: readonly ImportNote[]
	readonly wasStopped: boolean
}

const dropRules: ReadonlySet<string> = new Set(['empty-text', 'text-too-long', 'bad-date', 'ambiguous-date'])
const mostNotes = 1000
/** Batches that wait in the store while another is being written: they share a write to storage. No more, so that stopping is quick. */
const mostAhead = 3

/** Whether a note says that a row was dropped, rather than that something in it was left out. */
export function isDrop(note: ImportNote): boolean {
	return dropRules.has(note.rule)
}

/**
 * One import, from choosing to the account of what became of the rows. Stopping it keeps what was added so far, and says how many that are; they can be
 * taken out again.
 */
export class ImportJob {
	readonly #store: Store
	readonly #session: AtlasSession
	#worker: VoiceWorker | null = null
	#origin = $state.raw<ImportOrigin | null>(null)
	#recognised = $state.raw<Recognised | null>(null)
	#shape = $state.raw<Shape>({ kind: 'lines' })
	#columns = $state.raw<ColumnChoice>({})
	#phase = $state<'choose' | 'columns' | 'running' | 'done' | 'failed'>('choose')
	#done = $state(0)
	#rows = $state(0)
	#result = $state.raw<ImportResult | null>(null)
	#failure = $state('')
	#added: string[] = []
	#stopped = false
	#letNewsGo = () => {}
	masks = $state(true)
	channel = $state<string | null>(null)

	constructor(store: Store, session: AtlasSession) {
		this.#store = store
		this.#session = session
	}

	get phase() {
		return this.#phase
	}
	get origin() {
		return this.#origin
	}
	get columns(): ColumnChoice {
		return this.#columns
	}
	get shape(): Shape {
		return this.#shape
	}
	get encoding(): string {
		return this.#recognised?.encoding ?? 'utf-8'
	}
	/** Bytes read so far, and of how many. */
	get progress(): { done: number; of: number; rows: number } {
		return { done: this.#done, of: this.#origin?.blob.size ?? 0, rows: this.#rows }
	}
	get result(): ImportResult | null {
		return this.#result
	}
	get failure(): string {
		return this.#failure
	}

	get #hasHeader(): boolean {
		return !isTable(this.#shape) || this.#shape.hasHeader
	}

	/** The names of the columns; empty where the table has none. */
	get header(): readonly string[] {
		if (!this.#recognised) return []
		return this.#hasHeader ? this.#recognised.header : (this.#recognised.firstRows[0] ?? []).map(() => '')
	}

	/** The first rows, for the preview. */
	get firstRows(): readonly (readonly string[])[] {
		return this.#recognised?.firstRows ?? []
	}

	/** Looks at what was given and guesses what is in it. */
	async open(origin: ImportOrigin): Promise<void> {
		this.reset()
		this.#origin = origin
		try {
			await this.#recognise(origin)
			this.#phase = 'columns'
		} catch (error) {
			this.#fail(error)
		}
	}

	async #recognise(origin: ImportOrigin): Promise<void> {
		this.#worker = new VoiceWorker()
		const recognised = await this.#worker.recognise(origin.blob, origin.kind === 'file' ? origin.name : '')
		this.#recognised = recognised
		this.#shape = recognised.shape
		this.#columns = guessColumns(recognised.header)
		if (this.#columns.text === undefined)
			this.#columns = { ...this.#columns, text: longestColumn(recognised.firstRows) }
	}

	/** Says what a column holds; null: nothing that is wanted. A meaning moves from the column that had it. */
	choose(column: number, meaning: MentionColumn | null): void {
		const kept = Object.entries(this.#columns).filter(([name, at]) => at !== column && name !== meaning)
		const columns: ColumnChoice = Object.fromEntries(kept)
		this.#columns = meaning === null ? columns : { ...columns, [meaning]: column }
	}

	/** Whether the first row names the columns. */
	setHeader(hasHeader: boolean): void {
		if (!isTable(this.#shape) || !this.#recognised || this.#shape.hasHeader === hasHeader) return
		this.#shape = { ...this.#shape, hasHeader }
		const { header, firstRows } = this.#recognised
		this.#recognised = hasHeader
			? { ...this.#recognised, header: firstRows[0] ?? [], firstRows: firstRows.slice(1) }
			: { ...this.#recognised, firstRows: [header, ...firstRows] }
	}

	/** Reads everything in. */
	async run(): Promise<void> {
		const worker = this.#worker
		if (!worker || !this.#origin || this.#phase !== 'columns') return
		this.#phase = 'running'
		// All of this window is behind the dialog: to draw it anew at each news would take from the import, and block the dialog.
		const letNewsGo = this.#store.holdNews()
		this.#letNewsGo = letNewsGo
		const ahead: Promise<void>[] = []
		const counts = { added: 0, repeats: 0, known: 0, rows: 0, dropped: 0 }
		const notes: ImportNote[] = []
		try {
			const source = this.#sourceOf(this.#origin)
			const { atlas } = this.#session
			const lists = wordListsOf(atlas)
			// Where these are the first mentions, all there are were read by these lists: they need not be read anew.
			const { total } = await this.#store.summary(this.#session.id, {})
			if (total === 0) await this.#store.setWordedBy(this.#session.id, readingOf(lists))
			const knownWords = (await this.#store.words(this.#session.id, {}, 5000)).map(({ word }) => word)
			const batches = worker.import({
				file: this.#origin.blob,
				encoding: this.encoding,
				shape: this.#shape,
				columns: this.#columns,
				source,
				channel: this.channel,
				channels: [...atlas.channels.values()].flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]),
				now: new Date().toISOString(),
				pipeline: { lists, knownWords, masks: this.masks }
			})
			for await (const batch of batches) {
				const next = this.#keep(batch, counts, notes)
				next.catch(() => {})
				ahead.push(next)
				if (ahead.length > mostAhead) await ahead.shift()
				if (this.#stopped) break
			}
			for (const next of ahead) await next
			this.#result = { ...counts, notes, wasStopped: this.#stopped }
			this.#phase = 'done'
		} catch (error) {
			// Those on their way may still be kept: the account has to count them.
			await Promise.allSettled(ahead)
			this.#result = { ...counts, notes, wasStopped: true }
			this.#fail(error)
		} finally {
			worker.close()
			letNewsGo()
		}
	}

	/** Stores a batch and counts what became of it. */
	async #keep(batch: ImportBatch, counts: Counts, notes: ImportNote[]): Promise<void> {
		notes.push(...batch.notes.slice(0, mostNotes - notes.length))
		if (batch.ids.length > 0) {
			const more = !batch.last && !this.#stopped
			const added = await this.#store.addPacked(this.#session.id, batch.packed, { more })
			counts.added += added.added
			counts.repeats += added.repeats
			counts.known += added.known
			this.#added.push(...batch.ids)
		}
		counts.rows += batch.rows
		counts.dropped += batch.notes.filter(isDrop).length
		this.#done = batch.bytes
		this.#rows = counts.rows
	}

	/** Stops after the batches that are on their way to the store. */
	stop(): void {
		this.#stopped = true
	}

	/** Takes out again what this import added. Repeats that were folded into earlier mentions stay counted. */
	async removeAdded(): Promise<number> {
		return await this.#store.deleteMentions(this.#session.id, this.#added)
	}

	reset(): void {
		this.#worker?.close()
		this.#letNewsGo()
		this.#worker = null
		this.#origin = null
		this.#recognised = null
		this.#phase = 'choose'
		this.#done = 0
		this.#rows = 0
		this.#result = null
		this.#failure = ''
		this.#added = []
		this.#stopped = false
	}

	#fail(error: unknown): void {
		this.#failure = error instanceof Error ? error.message : String(error)
		this.#phase = 'failed'
	}

	/** The source of this name, so that a file that is read again counts once; a new one where there is none. */
	#sourceOf({ kind, name }: ImportOrigin): string {
		for (const source of this.#session.atlas.sources.values())
			if (source.kind === kind && source.name === name) return source.id
		const id = newId()
		const outcome = this.#session.run(
			addSource,
			{ id, name: name.slice(0, 200), kind, channel: null },
			{ undoable: false }
		)
		if (!outcome.ok) throw new Error(outcome.message)
		return id
	}
}

function longestColumn(rows: readonly (readonly string[])[]): number {
	const lengths = (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0))
	return Math.max(0, lengths.indexOf(Math.max(...lengths)))
}
