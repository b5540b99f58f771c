import { SvelteMap } from 'svelte/reactivity'
import { addNamed, thingNamed } from '#lib/domain/changes/add-named.ts'
import type { Outcome } from '#lib/domain/changes/change.ts'
import { linkKindBetween } from '#lib/domain/changes/link-kind.ts'
import { findingsByThing } from '#lib/domain/findings/findings-about.ts'
import { endsOf, linkEnds, linkTables, nodeTables, type NodeTable } from '#lib/domain/model/atlas.ts'
import { branchesOf } from '#lib/domain/outline/branches.ts'
import { outlineRows, selectionId, type OutlineRow } from '#lib/domain/outline/outline-rows.ts'
import { m } from '#lib/paraglide/messages.js'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import { refusalText } from '#lib/wording/refusal.ts'
import { stepText } from '#lib/wording/step.ts'
import { draftBelow, draftBeside, namesIn, placeOfDraft, type Draft } from './draft.ts'

/** The outline as it is shown: which rows are open, which one the keyboard is on, what is being typed. What is selected, the map selects too. */
export class OutlineTree {
	readonly session: AtlasSession
	readonly #open = new SvelteMap<string, boolean>()
	#active = $state.raw<string | null>(null)
	/** The place of the active row when it was last moved to: where the keyboard stays when the row goes. */
	#place = $state(0)
	#anchor = 0
	#wanted = $state('')
	/** The row whose name is being typed. */
	editing = $state.raw<string | null>(null)
	draft = $state.raw<Draft | null>(null)
	/** The link that is carried to another place. */
	carried = $state.raw<OutlineRow | null>(null)
	/** What a screen reader is told. */
	said = $state('')

	constructor(session: AtlasSession) {
		this.session = session
		const [selected] = session.selection.ids
		if (selected !== undefined) this.reveal(selected, 'none')
	}

	readonly branches = $derived.by(() => branchesOf(this.session.atlas))
	readonly findings = $derived.by(() => findingsByThing(this.session.findings))
	readonly rows: readonly OutlineRow[] = $derived.by(() =>
		outlineRows(this.session.atlas, this.branches, {
			isOpen: (key, level) => this.#open.get(key) ?? (level === 1 || (level === 2 && key.startsWith('personas/'))),
			matches: this.#matches
		})
	)
	readonly #places = $derived(new Map(this.rows.map(({ key }, place) => [key, place])))
	readonly activePlace = $derived(this.#places.get(this.#active ?? '') ?? Math.min(this.#place, this.rows.length - 1))
	readonly active: OutlineRow | undefined = $derived(this.rows[this.activePlace])
	readonly draftPlace = $derived(this.draft === null ? null : placeOfDraft(this.rows, this.draft))

	readonly #matches = $derived.by(() => {
		const wanted = this.#wanted.trim().toLocaleLowerCase()
		if (wanted === '') return null
		return (id: string) => this.nameOf(id).toLocaleLowerCase().includes(wanted)
	})

	/** What the names that are shown must hold. */
	get wanted(): string {
		return this.#wanted
	}

	look(wanted: string): void {
		this.#wanted = wanted
		this.#place = 0
	}

	nameOf(id: string): string {
		for (const table of nodeTables) {
			const row = this.session.atlas[table].get(id)
			if (row !== undefined) return row.name
		}
		return ''
	}

	// Where the keyboard is

	/** Moves the keyboard to a row. `select`: only this, also everything from the last one alone to here, or nothing. */
	moveTo(place: number, select: 'only' | 'range' | 'none' = 'only'): void {
		const at = Math.max(0, Math.min(place, this.rows.length - 1))
		const row = this.rows[at]
		if (row === undefined) return
		this.#active = row.key
		this.#place = at
		if (select === 'none') return
		if (select === 'only') this.#anchor = at
		const [from, to] = [Math.min(this.#anchor, at), Math.max(this.#anchor, at)]
		const ids = this.rows.slice(from, to + 1).map(selectionId)
		this.session.selection.select(ids.filter((id) => id !== null))
	}

	/** Adds the row to what is selected, or takes it out. */
	toggleSelected(row: OutlineRow): void {
		const id = selectionId(row)
		if (id !== null) this.session.selection.toggle(id)
	}

	isSelected(row: OutlineRow): boolean {
		const id = selectionId(row)
		return id !== null && this.session.selection.has(id)
	}

	/** The rows that a command is about: all that are selected where the active one is among them, else the active one. */
	get chosen(): readonly OutlineRow[] {
		const { active } = this
		if (active === undefined) return []
		if (!this.isSelected(active)) return [active]
		const seen = new Set<string>()
		return this.rows.filter((row) => {
			const id = selectionId(row)
			if (id === null || seen.has(id) || !this.isSelected(row)) return false
			seen.add(id)
			return true
		})
	}

	setOpen(row: OutlineRow, isOpen: boolean): void {
		if (row.isOpen !== null) this.#open.set(row.key, isOpen)
	}

	/** Goes to a thing, or to a link under the thing that it comes from, by its id in the selection, and selects it unless told otherwise. */
	reveal(selected: string, select: 'only' | 'none' = 'only'): void {
		const { atlas } = this.session
		const table = nodeTables.find((one) => atlas[one].has(selected))
		if (table !== undefined) return this.#goTo([table, `${table}/${selected}`], select)
		const link = linkTables.find((one) => selected.startsWith(`${one}/`))
		const row = link && atlas[link].get(selected.slice(link.length + 1))
		if (link === undefined || row === undefined) return
		const [from, to] = endsOf(link, row)
		const start = linkEnds[link].fromTables.find((one) => atlas[one].has(from))
		if (start !== undefined) this.#goTo([start, `${start}/${from}`, `${start}/${from}/${link}/${to}`], select)
	}

	#goTo(way: readonly string[], select: 'only' | 'none' = 'only'): void {
		this.#wanted = ''
		for (const key of way.slice(0, -1)) this.#open.set(key, true)
		this.#active = way.at(-1) ?? null
		this.moveTo(this.activePlace, select)
	}

	// Changing

	/** Tells a screen reader what was done, or why it was not. */
	tell(outcome: Outcome): void {
		const step = this.session.undoStep
		if (!outcome.ok) this.said = refusalText(outcome)
		else if (outcome.rows.length > 0 && step !== null) this.said = m.outline_done({ step: stepText(step) })
	}

	beginBeside(): void {
		if (this.active !== undefined) this.draft = draftBeside(this.rows, this.active)
	}

	/** Begins what hangs on the active row; where rows open no further, at the thing's own row. */
	beginBelow(table?: NodeTable): void {
		const { active } = this
		if (active === undefined) return
		const opensHere = active.level < 3 || (active.level === 3 && active.table === 'needs')
		if (!opensHere) this.reveal(active.id)
		const row = this.active
		if (row === undefined) return
		this.#open.set(row.key, true)
		this.draft = draftBelow(row, table)
	}

	/** Begins the first thing of a kind. */
	beginIn(table: NodeTable): void {
		this.#goTo([table, table])
		this.beginBelow()
	}

	/** Makes what was typed, one thing a line, and goes on with the next; nothing typed ends it. */
	commitDraft(text: string): void {
		const { draft } = this
		const names = namesIn(text)
		if (draft === null || names.length === 0) {
			this.draft = null
			return
		}
		const outcome = this.session.run(addNamed, { table: draft.table, names, under: draft.under })
		this.tell(outcome)
		if (!outcome.ok) return
		const id = outcome.created?.at(-1) ?? thingNamed(this.session.atlas, draft.table, names.at(-1) ?? '')
		if (id === null) return
		const link = draft.under === null ? null : linkKindBetween(this.session.atlas, draft.under, id)
		this.#active = link === null ? `${draft.table}/${id}` : `${draft.parent}/${link.table}/${id}`
		this.moveTo(this.activePlace)
		this.draft = { ...draft, after: this.#active }
	}

	/** Pastes a list under the active row. */
	pasteNames(text: string): void {
		const { active } = this
		const names = namesIn(text)
		if (active === undefined || names.length === 0) return
		const { table, under, parent } = draftBelow(active)
		this.#open.set(parent, true)
		this.tell(this.session.run(addNamed, { table, names, under }))
	}
}
