/** Letters that follow each other within this time belong to one name, in milliseconds. */
const pause = 700

/** Finds a name by its first letters as they are typed; the same letter again goes from one such name to the next. */
export class Typeahead {
	#typed = ''
	#at = -Infinity

	/** Whether a letter typed now would go on with the name that is being typed. */
	isTyping(now: number): boolean {
		return this.#typed !== '' && now - this.#at < pause
	}

	/** The place of the name that is meant, searched from `from` onwards and round; null where there is none. `now` in milliseconds. */
	find(letter: string, now: number, names: readonly string[], from: number): number | null {
		this.#typed = this.isTyping(now) ? this.#typed + letter.toLocaleLowerCase() : letter.toLocaleLowerCase()
		this.#at = now
		const isRepeat = [...this.#typed].every((other) => other === this.#typed[0])
		const wanted = isRepeat ? (this.#typed[0] ?? '') : this.#typed
		// A name that is being typed on may be the one that is reached already.
		const first = isRepeat ? from + 1 : from
		for (let step = 0; step < names.length; step += 1) {
			const place = (first + step) % names.length
			if (names[place]?.toLocaleLowerCase().startsWith(wanted)) return place
		}
		return null
	}
}
