import type { Atlas } from '#lib/domain/model/atlas.ts'
import { fieldProblems } from '#lib/domain/model/field-problem.ts'
import { mention, sentimentLabels, type Mention } from '#lib/domain/model/mention.ts'
import type { MentionQuery, Store, WordedMention } from '#lib/store/store.ts'
import { refusalText } from '#lib/wording/refusal.ts'
import type { Column } from './columns.ts'
import type { GridRows, Written } from './grid.svelte.ts'
import type { GridRow, Sort } from './rows.ts'

/** Mentions read of the store at a time. */
const pageSize = 200

/** What the model says of a mention; rows hold more. */
const modelFields = Object.keys(mention.shape)

/** Finds the words, the language and the score of mentions; handed in, since this folder knows no voice. */
export type WordMentions = (atlas: Atlas, mentions: readonly Mention[]) => Promise<readonly WordedMention[]>

/** The orders that the store can give, by the column that asks for them. */
const orders: Readonly<Record<string, Readonly<Record<Sort['direction'], MentionQuery['order']>>>> = {
	at: { ascending: 'oldest', descending: 'newest' },
	sentiment: { ascending: 'most-negative', descending: 'most-positive' }
}

/** Whether the mentions can be ordered by this column. */
export function canSortMentions(field: string): boolean {
	return Object.hasOwn(orders, field)
}

/** The mentions of an atlas as rows of a table: read page by page where they come into view. */
export class MentionRows implements GridRows {
	readonly #store: Store
	readonly #atlas: () => Atlas
	readonly #word: WordMentions
	#pages = $state.raw<ReadonlyMap<number, readonly GridRow[]>>(new Map())
	#count = $state<number | null>(null)
	#error = $state<string | null>(null)
	#query = ''
	#sort: Sort | null = null
	#view = { first: 0, last: 0 }
	readonly #asked = new Set<number>()
	/** Counts what is asked, so that an answer to an earlier question is not shown. */
	#question = 0

	constructor(store: Store, atlas: () => Atlas, word: WordMentions) {
		this.#store = store
		this.#atlas = atlas
		this.#word = word
	}

	get count(): number {
		return this.#count ?? 0
	}

	/** False until the store has answered for the first time. */
	get isRead(): boolean {
		return this.#count !== null
	}

	/** Why the mentions could not be read, or null. */
	get error(): string | null {
		return this.#error
	}

	rowAt(index: number): GridRow | null {
		return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null
	}

	indexOf(key: string): number {
		for (const [page, rows] of this.#pages) {
			const at = rows.findIndex((row) => row.key === key)
			if (at >= 0) return page * pageSize + at
		}
		return -1
	}

	/** Other rows, or the same in another order. */
	ask(query: string, sort: Sort | null): void {
		this.#query = query
		this.#sort = sort
		this.#forget(new Map())
	}

	/** The store's rows changed: what is shown stays until the new rows are there. */
	refresh(): void {
		this.#forget(this.#pages)
	}

	#forget(shown: ReadonlyMap<number, readonly GridRow[]>): void {
		this.#question += 1
		this.#asked.clear()
		this.#pages = shown
		void this.#read(0)
		this.want(this.#view.first, this.#view.last)
	}

	/** Tells which rows are in view; those that are not there yet are read. */
	want(first: number, last: number): void {
		this.#view = { first, last }
		for (let page = Math.floor(first / pageSize); page * pageSize < last; page += 1) void this.#read(page)
	}

	async #read(page: number): Promise<void> {
		if (this.#asked.has(page)) return
		this.#asked.add(page)
		const question = this.#question
		try {
			const { rows, total } = await this.#store.mentions(this.#atlas().workspace.id, {
				...(this.#query.trim() === '' ? {} : { text: this.#query.trim() }),
				order: this.#sort ? (orders[this.#sort.field]?.[this.#sort.direction] ?? 'newest') : 'newest',
				offset: page * pageSize,
				limit: pageSize
			})
			if (question !== this.#question) return
			this.#pages = new Map(this.#pages).set(
				page,
				rows.map((row) => ({ key: row.id, fields: row }))
			)
			this.#count = total
			this.#error = null
		} catch (error) {
			if (question === this.#question) this.#error = error instanceof Error ? error.message : String(error)
			this.#asked.delete(page)
		}
	}

	/** Writes one field of a mention, if the model takes it; a label by a person is a correction, a new text gets new words. */
	async write(row: GridRow, column: Column, value: unknown): Promise<Written> {
		const fields = Object.fromEntries(modelFields.map((field) => [field, row.fields[field]]))
		const parsed = mention.safeParse({ ...fields, [column.field]: value })
		if (!parsed.success) {
			const [problem] = fieldProblems(parsed.error, fields)
			return { ok: false, text: problem ? refusalText({ ok: false, ...problem }) : parsed.error.message }
		}
		const atlas = this.#atlas()
		const id = atlas.workspace.id
		if (column.field === 'label') {
			await this.#store.correctMention(id, row.key, sentimentLabels.find((label) => label === value) ?? null)
		} else if (column.field === 'text') {
			// A label that a person set stays; one that was scored is scored anew.
			const { corrected } = parsed.data
			const unscored = corrected ? parsed.data : { ...parsed.data, sentiment: null, label: null }
			const [worded] = await this.#word(atlas, [unscored])
			if (worded) {
				const { text, words, says, denies, lang, sentiment, label } = worded
				await this.#store.editMention(id, row.key, { text, words, says, denies, lang, sentiment, label })
			}
		} else await this.#store.editMention(id, row.key, { [column.field]: Reflect.get(parsed.data, column.field) })
		this.refresh()
		return { ok: true }
	}
}
