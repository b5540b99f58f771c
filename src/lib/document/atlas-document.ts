import * as Y from 'yjs'
import { byCodeUnit, tableSchemas } from '#lib/domain/model/atlas.ts'
import type { Atlas, TableName } from '#lib/domain/model/atlas.ts'
import type { Change, ChangeContext, Outcome } from '#lib/domain/changes/change.ts'
import { runChange } from '#lib/domain/changes/run-change.ts'
import type { RowChange } from '#lib/domain/model/row-change.ts'
import type { z } from 'zod'
import { AtlasView } from './atlas-view.ts'
import type { DocumentEvent } from './document-event.ts'
import { planEdits, restoreEdits, writeEdits } from './edits.ts'
import { History, type Step } from './history.ts'
import { plain } from './plain.ts'
import { isSingleTable } from './row-reader.ts'
import type { Restored, StepName } from './step.ts'

/** The client that an atlas value is written by when it becomes a document: always the same, so that loading is deterministic. */
const loader = 1

const tableNames = Object.keys(tableSchemas) as TableName[]

/**
 * An atlas as a Yjs document: a Y.Map for each table, in it a Y.Map of fields for each row. All that a user does goes in through `run`,
 * all that others did through `applyUpdate`; `atlas` is what follows, an immutable value that shares unchanged tables with the one before.
 */
export class AtlasDocument {
	readonly id: string
	readonly #doc: Y.Doc
	readonly #view: AtlasView
	readonly #history = new History()
	readonly #listeners = new Set<(event: DocumentEvent) => void>()

	/** `clientId`: for tests that must be repeatable; left out, Yjs draws one. */
	constructor(options: { id: string; clientId?: number }) {
		this.id = options.id
		this.#doc = new Y.Doc({ guid: options.id })
		if (options.clientId !== undefined) this.#doc.clientID = options.clientId
		this.#view = new AtlasView(options.id, this.#table)
		for (const name of tableNames) this.#table(name).observeDeep((events) => this.#follow(name, events))
		this.#doc.on('updateV2', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
			const event: DocumentEvent = { atlas: this.atlas, local: transaction.local, update, origin }
			for (const listener of [...this.#listeners]) listener(event)
		})
	}

	/** The atlas as it is now. */
	get atlas(): Atlas {
		return this.#view.atlas
	}

	/** The step that `undo` would take back, or null. */
	get undoStep(): StepName | null {
		return this.#history.undoStep
	}

	/** The step that `redo` would do again, or null. */
	get redoStep(): StepName | null {
		return this.#history.redoStep
	}

	/**
	 * Does a change: all its rows in one transaction, as one step of undo; or nothing at all where it is refused.
	 * `undoable` false: it belongs to something that undo cannot take back as a whole, such as the source of imported mentions.
	 */
	run<Schema extends z.ZodType>(
		change: Change<Schema>,
		input: z.input<Schema>,
		context: ChangeContext,
		options: { undoable?: boolean } = {}
	): Outcome {
		const outcome = runChange(this.atlas, change, input, context)
		if (outcome.ok) this.write({ change: change.name, subject: outcome.subject }, outcome.rows, options)
		return outcome
	}

	/** Writes rows as one step that can be undone. For callers that have rows instead of a change (an outcome computed elsewhere, tests). */
	write(step: StepName, rows: readonly RowChange[], options: { undoable?: boolean } = {}): void {
		const edits = planEdits(this.#table, rows)
		if (edits.length === 0) return
		const name: StepName = { change: step.change, subject: step.subject }
		// The history inside the transaction: who hears of the update reads the steps of now, not those before it.
		this.#doc.transact(() => {
			writeEdits(this.#table, edits)
			if (options.undoable !== false) this.#history.did({ name, edits })
		}, name)
	}

	/** Takes the newest step back; null where there is none. */
	undo(): Restored | null {
		const step = this.#history.takeUndo()
		return step === undefined ? null : this.#restore(step, 'back')
	}

	/** Does the step that was undone last again; null where there is none. */
	redo(): Restored | null {
		const step = this.#history.takeRedo()
		return step === undefined ? null : this.#restore(step, 'forth')
	}

	/** Calls the listener after every transaction that brought something new; returns the function that stops it. */
	subscribe(listener: (event: DocumentEvent) => void): () => void {
		this.#listeners.add(listener)
		return () => this.#listeners.delete(listener)
	}

	/** The whole document as one V2 update. */
	encode(): Uint8Array {
		return Y.encodeStateAsUpdateV2(this.#doc)
	}

	/** What this document has seen, for `encodeDiff` of another. */
	encodeStateVector(): Uint8Array {
		return Y.encodeStateVector(this.#doc)
	}

	/** What a document with this state vector lacks, as a V2 update. */
	encodeDiff(vector: Uint8Array): Uint8Array {
		return Y.encodeStateAsUpdateV2(this.#doc, vector)
	}

	/** Whether this document has seen something that one with this state vector has not. */
	isAheadOf(vector: Uint8Array): boolean {
		const theirs = Y.decodeStateVector(vector)
		for (const [client, clock] of Y.decodeStateVector(this.encodeStateVector())) {
			if (clock > (theirs.get(client) ?? 0)) return true
		}
		return false
	}

	/** Whether an update is kept that cannot be read yet, because one before it has not arrived. */
	get isWaiting(): boolean {
		return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null
	}

	/** Takes in a V2 update; again or out of order does no harm. Throws where the bytes are no update. */
	applyUpdate(update: Uint8Array, origin: unknown = null): void {
		Y.applyUpdateV2(this.#doc, update, origin)
	}

	/** Fills a new document with an atlas. The same atlas always gives the same update. Throws where the document is not empty. */
	load(atlas: Atlas): void {
		if (this.#doc.store.clients.size > 0) throw new Error('Only an empty document can be filled')
		const self = this.#doc.clientID
		this.#doc.clientID = loader
		try {
			this.#doc.transact(() => {
				for (const name of tableNames) {
					if (isSingleTable(name)) this.#loadRow(name, name, atlas[name])
					else {
						const rows = [...atlas[name]].sort(([left], [right]) => byCodeUnit(left, right))
						for (const [key, row] of rows) this.#loadRow(name, key, row)
					}
				}
			}, null)
		} finally {
			this.#doc.clientID = self
		}
	}

	/** Ends the document; nothing is told to anyone after it. */
	destroy(): void {
		this.#listeners.clear()
		this.#doc.destroy()
	}

	readonly #table = (name: TableName): Y.Map<unknown> => this.#doc.getMap<unknown>(name)

	#loadRow(table: TableName, key: string, row: object): void {
		const fields = new Y.Map<unknown>()
		for (const [field, value] of Object.entries(row)) if (value !== undefined) fields.set(field, plain(value))
		this.#table(table).set(key, fields)
	}

	#restore(step: Step, direction: 'back' | 'forth'): Restored {
		const { name } = step
		const { restored, kept } = this.#doc.transact(() => {
			const outcome = restoreEdits(this.#table, this.atlas, step.edits, direction)
			// What others have overtaken is dropped from the step: only what was put back can be put back again.
			if (outcome.restored.length > 0) {
				if (direction === 'back') this.#history.undid({ name, edits: outcome.restored })
				else this.#history.redid({ name, edits: outcome.restored })
			}
			return outcome
		}, name)
		return { ok: true, step: name, changed: restored.length > 0, kept }
	}

	#follow(table: TableName, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
		const keys = new Set<string>()
		for (const event of events) {
			const [key] = event.path
			if (typeof key === 'string') keys.add(key)
			else if (event instanceof Y.YMapEvent) for (const changed of event.keysChanged) keys.add(String(changed))
		}
		this.#view.read(new Map([[table, keys]]))
	}
}
