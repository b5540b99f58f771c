import { freeName, participantsOf } from '#lib/domain/workshop/participants.ts'
import { m } from '#lib/paraglide/messages.js'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'

/** Whose turn it is: a name that is typed, else the first of those who took part before and have not yet done this, else somebody new. */
export class Voter {
	readonly #session: AtlasSession
	readonly #done: () => readonly string[]
	typed = $state('')

	/** `done`: the names of those who have had their turn. */
	constructor(session: AtlasSession, done: () => readonly string[]) {
		this.#session = session
		this.#done = done
	}

	readonly #known = $derived.by(() => participantsOf(this.#session.atlas))
	/** Who took part before and is still to come. */
	readonly waiting = $derived.by(() => this.#known.filter((name) => !this.#done().includes(name)))
	readonly next = $derived.by(
		() => this.waiting[0] ?? freeName(this.#known, (number) => m.workshop_participant({ number }))
	)
	readonly name = $derived(this.typed.trim() || this.next)
	/** Whether this takes the place of what the same name did before. */
	readonly isAgain = $derived.by(() => this.#done().includes(this.name))
}
