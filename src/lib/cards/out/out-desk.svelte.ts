import { ExportJob } from '#lib/state/export-job.svelte.ts'
import type { Deck } from '../deck.svelte.ts'
import { makeFile } from './make-file.ts'
import type { OutKind } from './out-request.ts'
import type { Printing } from './printing.svelte.ts'

type Scope = 'chosen' | 'shown'

/** What is being made of the deliverables, and of which of them. It outlives the panel that shows it. */
export class OutDesk {
	readonly #printing: Printing
	#scope = $state<Scope>('chosen')
	readonly jobs: Readonly<Record<OutKind | 'pdf', ExportJob>> = {
		pdf: new ExportJob(),
		pptx: new ExportJob(),
		html: new ExportJob(),
		markdown: new ExportJob(),
		png: new ExportJob(),
		svg: new ExportJob()
	}

	constructor(printing: Printing) {
		this.#printing = printing
	}

	get scope(): Scope {
		return this.#scope
	}

	setScope(scope: Scope): void {
		this.#scope = scope
	}

	/** The deliverables that a file is made of. */
	idsOf(deck: Deck): readonly string[] {
		return this.#scope === 'chosen' ? deck.chosen : deck.shown === null ? [] : [deck.shown]
	}

	/** Makes a file of a kind; `title` is the name of the atlas. */
	make(deck: Deck, kind: OutKind | 'pdf', title: string): void {
		const ids = this.idsOf(deck)
		void this.jobs[kind].run(async (work) => {
			if (kind !== 'pdf') return makeFile(deck, ids, kind, title, work)
			await this.#printing.print(ids, work)
			return { file: title, bytes: null }
		})
	}
}
