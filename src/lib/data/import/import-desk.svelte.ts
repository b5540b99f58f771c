import { SvelteMap } from 'svelte/reactivity'
import { importRows } from '#lib/domain/changes/import-rows.ts'
import { chosenRows, usualChoices, type Difference, type Entry } from '#lib/domain/interchange/compare/difference.ts'
import type { ImportWords } from '#lib/domain/interchange/incoming/table-plan.ts'
import type { Atlas, TableName } from '#lib/domain/model/atlas.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { FromImportWorker, Opened, Reading, Refused, ToImportWorker } from './import-protocol.ts'

/** What the desk is at. While `comparing` is set, a difference that is shown is an older one. */
export type DeskState =
	| Readonly<{ name: 'empty' }>
	| Readonly<{ name: 'opening'; file: string }>
	| Readonly<{ name: 'refused'; file: string; refused: Refused }>
	| Readonly<{ name: 'open'; file: string; opened: Opened; difference: Difference | null; comparing: boolean }>

/** A file beside the atlas: what is in it, what taking it would do, what of that is chosen. Nothing is changed before `take`. */
export class ImportDesk {
	readonly #session: AtlasSession
	readonly #words: () => ImportWords
	#worker: Worker | null = null
	#state = $state.raw<DeskState>({ name: 'empty' })
	#reading = $state.raw<Reading | null>(null)
	#compared: Atlas | null = null
	/** What a person chose other than what is usual, by the key of the entry; null: that nothing is taken. */
	readonly #said = new SvelteMap<string, number | null>()
	readonly #usual = $derived(this.#usualChoices())

	constructor(session: AtlasSession, words: () => ImportWords) {
		this.#session = session
		this.#words = words
	}

	get state(): DeskState {
		return this.#state
	}

	get reading(): Reading | null {
		return this.#reading
	}

	/** Opens a file and compares it with the atlas. */
	open(file: File): void {
		this.close()
		this.#state = { name: 'opening', file: file.name }
		const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
		this.#worker = worker
		worker.addEventListener('message', ({ data }: MessageEvent<FromImportWorker>) => this.#hear(file.name, data))
		worker.addEventListener('error', (event) => {
			event.preventDefault()
			const refused: Refused = { rule: 'damaged', params: { reason: event.message }, problems: [], more: 0 }
			this.#hear(file.name, { kind: 'refused', refused })
		})
		this.#ask({ kind: 'open', file, atlas: this.#session.atlas, words: this.#words() })
	}

	/** Puts the file away; what was under way is ended. */
	close(): void {
		this.#worker?.terminate()
		this.#worker = null
		this.#compared = null
		this.#reading = null
		this.#said.clear()
		this.#state = { name: 'empty' }
	}

	/** Reads the file in another way. */
	read(reading: Reading): void {
		this.#reading = reading
		this.#compare()
	}

	/** Compares anew where the atlas has changed meanwhile: by another tab, by undo, or by taking. */
	keepUp(atlas: Atlas): void {
		if (this.#state.name === 'open' && this.#compared !== null && this.#compared !== atlas) this.#compare()
	}

	#ask(message: ToImportWorker): void {
		this.#worker?.postMessage(message)
	}

	#compare(): void {
		const state = this.#state
		if (state.name !== 'open') return
		this.#compared = this.#session.atlas
		this.#state = { ...state, comparing: true }
		this.#ask({ kind: 'compare', atlas: this.#compared, reading: this.#reading })
	}

	#hear(file: string, message: FromImportWorker): void {
		if (message.kind === 'refused') {
			this.#worker?.terminate()
			this.#worker = null
			this.#state = { name: 'refused', file, refused: message.refused }
		} else if (message.kind === 'opened') {
			this.#reading = message.reading
			this.#state = { name: 'open', file, opened: message.opened, difference: null, comparing: true }
			this.#compare()
		} else {
			const { opened, difference } = message
			this.#state = { name: 'open', file, opened, difference, comparing: false }
		}
	}

	#usualChoices(): ReadonlyMap<string, number> {
		const state = this.#state
		if (state.name !== 'open' || state.difference === null) return new Map()
		const usual = usualChoices(state.difference)
		if (state.opened.kind !== 'workspace' || state.opened.hasPast) return usual
		// Two who worked side by side moved things on their own maps: this map stays as it is unless somebody asks for the other.
		for (const { key, kind, table } of state.difference.entries) {
			if (kind === 'changed' && table === 'positions') usual.delete(key)
		}
		return usual
	}

	/** The number of the choice that is taken of an entry, or null. */
	choiceOf({ key }: Entry): number | null {
		const said = this.#said.get(key)
		return said === undefined ? (this.#usual.get(key) ?? null) : said
	}

	choose({ key }: Entry, choice: number | null): void {
		this.#said.set(key, choice)
	}

	/** Takes all of these that need no thought, or none of any. */
	chooseAll(entries: readonly Entry[], taken: boolean): void {
		for (const entry of entries) {
			if (!taken) this.#said.set(entry.key, null)
			else if (entry.kind !== 'conflict') this.#said.set(entry.key, 0)
		}
	}

	/** How many differences are chosen. */
	get chosen(): number {
		const state = this.#state
		if (state.name !== 'open' || state.difference === null) return 0
		return state.difference.entries.reduce((sum, entry) => sum + (this.choiceOf(entry) === null ? 0 : 1), 0)
	}

	/** Does what is chosen, as one step. Returns how many differences were taken; null where it was refused. */
	take(): number | null {
		const state = this.#state
		if (state.name !== 'open' || state.difference === null || state.comparing) return null
		const { difference, file } = state
		const choices = new Map<string, number>()
		for (const entry of difference.entries) {
			const choice = this.choiceOf(entry)
			if (choice !== null) choices.set(entry.key, choice)
		}
		const rows = chosenRows(difference, choices).map((row) =>
			'gone' in row ? row : { table: row.table, key: row.key, fields: { ...row.fields } as Record<string, unknown> }
		)
		return this.#session.run(importRows, { rows, name: file }).ok ? choices.size : null
	}

	/** The tables that a part may be read as, with what is known of the others. */
	readPart(part: number, table: TableName | null): void {
		const reading = this.#reading
		if (reading === null) return
		this.read({
			...reading,
			tables: reading.tables.map((one, at) => (at === part ? table : one)),
			columns: reading.columns.map((one, at) => (at === part ? [] : one))
		})
	}

	readColumn(part: number, column: number, field: string | null): void {
		const reading = this.#reading
		if (reading === null || this.#state.name !== 'open') return
		const now = this.#state.opened.parts[part]?.columns.map((one) => one.field) ?? []
		// A field stands in one column.
		const columns = now.map((one, at) => (at === column ? field : one === field ? null : one))
		this.read({ ...reading, columns: reading.columns.map((one, at) => (at === part ? columns : one)) })
	}
}
