import type { FileProblem } from '#lib/domain/interchange/file-problem.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Library, WordMentions } from '#lib/state/library.svelte.ts'
import type { Toasts } from '#lib/state/toasts.svelte.ts'

/** A file that was not taken, and why. */
export type Refused = { readonly file: string; readonly problems: readonly FileProblem[]; readonly more: number }

/** Turns workspace files into new atlases. What is refused changes nothing. */
export class Importer {
	readonly #library: Library
	readonly #toasts: Toasts
	readonly #word: WordMentions
	#reading = $state<string | null>(null)
	#refused = $state.raw<Refused | null>(null)

	constructor(library: Library, toasts: Toasts, word: WordMentions) {
		this.#library = library
		this.#toasts = toasts
		this.#word = word
	}

	/** The name of the file that is being read, or null. */
	get reading(): string | null {
		return this.#reading
	}

	get isBusy(): boolean {
		return this.#reading !== null
	}

	get refused(): Refused | null {
		return this.#refused
	}

	dismiss(): void {
		this.#refused = null
	}

	/** Imports a workspace file as a new atlas; returns its id, or null where it was refused (and says why). */
	async import(file: File): Promise<string | null> {
		return this.#take(file.name, async () => new Uint8Array(await file.arrayBuffer()))
	}

	/** Opens the shipped sample as a new atlas. */
	async openSample(): Promise<string | null> {
		return this.#take(m.home_sample(), async () => {
			const answer = await fetch('/samples/veldhaven.atlas.json')
			if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`)
			return new Uint8Array(await answer.arrayBuffer())
		})
	}

	async #take(name: string, read: () => Promise<Uint8Array>): Promise<string | null> {
		if (this.isBusy) return null
		this.#reading = name
		try {
			const { readWorkspaceFile } = await import('#lib/domain/interchange/workspace-file.ts')
			const result = readWorkspaceFile(await read())
			if (!result.ok) {
				this.#refused = { file: name, problems: result.problems, more: result.more }
				return null
			}
			const id = await this.#library.add(result.atlas, result.mentions, this.#word)
			const notes = result.notes.length
			const title = result.atlas.workspace.name
			this.#toasts.show({
				text: notes > 0 ? m.home_imported_notes({ name: title, count: notes }) : m.home_imported({ name: title }),
				tone: 'good'
			})
			return id
		} catch (error) {
			this.#toasts.show({
				text: m.home_not_readable({ reason: error instanceof Error ? error.message : String(error) }),
				tone: 'bad'
			})
			return null
		} finally {
			this.#reading = null
		}
	}
}
