import { SvelteSet } from 'svelte/reactivity'

/** What is selected: ids of entities and keys of links (`table/key`), shared by every page of an atlas. */
export class Selection {
	readonly #ids = new SvelteSet<string>()

	get ids(): ReadonlySet<string> {
		return this.#ids
	}

	/** The one selected thing, or null where none or several are. */
	get only(): string | null {
		return this.#ids.size === 1 ? ([...this.#ids][0] ?? null) : null
	}

	has(id: string): boolean {
		return this.#ids.has(id)
	}

	/** Selects exactly these. */
	select(ids: Iterable<string>): void {
		const wanted = new Set(ids)
		for (const id of [...this.#ids]) if (!wanted.has(id)) this.#ids.delete(id)
		for (const id of wanted) this.#ids.add(id)
	}

	toggle(id: string): void {
		if (!this.#ids.delete(id)) this.#ids.add(id)
	}

	clear(): void {
		this.#ids.clear()
	}
}
