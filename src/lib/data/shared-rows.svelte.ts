import { linkTables, nodeTables, type Atlas } from '#lib/domain/model/atlas.ts'
import type { Selection } from '#lib/state/selection.svelte.ts'
import type { AtlasTable } from './edits.ts'
import type { RowSelection } from './grid.svelte.ts'

/** Whether the rows of a table stand on the map, so that they are selected on every page or on none. */
export function isOnMap(table: AtlasTable): boolean {
	return [...nodeTables, ...linkTables].some((one) => one === table)
}

/** Those of the rows selected on all pages that stand in one table; what is selected elsewhere stays as it is. */
export class SharedRows implements RowSelection {
	readonly #selection: Selection
	readonly #atlas: () => Atlas
	readonly #table: AtlasTable

	constructor(selection: Selection, atlas: () => Atlas, table: AtlasTable) {
		this.#selection = selection
		this.#atlas = atlas
		this.#table = table
	}

	readonly #keys = $derived.by(() => [...this.#selection.ids].flatMap((id) => this.#keyOf(id) ?? []))

	get size(): number {
		return this.#keys.length
	}

	has(key: string): boolean {
		return this.#selection.has(this.#idOf(key))
	}

	add(key: string): void {
		if (!this.has(key)) this.#selection.toggle(this.#idOf(key))
	}

	delete(key: string): boolean {
		if (!this.has(key)) return false
		this.#selection.toggle(this.#idOf(key))
		return true
	}

	clear(): void {
		for (const key of this.#keys) this.delete(key)
	}

	[Symbol.iterator](): Iterator<string> {
		return this.#keys[Symbol.iterator]()
	}

	/** Links are selected as `table/key`. */
	#idOf(key: string): string {
		return linkTables.some((one) => one === this.#table) ? `${this.#table}/${key}` : key
	}

	#keyOf(id: string): string | null {
		const key = id.startsWith(`${this.#table}/`) ? id.slice(this.#table.length + 1) : id
		return this.#idOf(key) === id && this.#atlas()[this.#table].has(key) ? key : null
	}
}
