export const wordSteps = [20, 40, 60, 80, 100, 120] as const
const wordsKey = 'atlas-wall-words'
const themeKey = 'atlas-wall-theme'

/** How a wall looks on this device: kept, so that a reload in the night changes nothing. */
export class WallSettings {
	#words = $state(readWords())
	#theme = $state<'dark' | 'light'>(read(themeKey) === 'light' ? 'light' : 'dark')

	/** How many words are wanted. */
	get words(): number {
		return this.#words
	}

	get theme(): 'dark' | 'light' {
		return this.#theme
	}

	get mayGrow(): boolean {
		return this.#words < Math.max(...wordSteps)
	}

	get mayShrink(): boolean {
		return this.#words > Math.min(...wordSteps)
	}

	/** One step more words, or fewer. */
	step(direction: 1 | -1): void {
		const at = wordSteps.findIndex((words) => words === this.#words)
		const next = wordSteps[Math.min(wordSteps.length - 1, Math.max(0, at + direction))]
		if (next === undefined) return
		this.#words = next
		keep(wordsKey, String(next))
	}

	toggleTheme(): void {
		this.#theme = this.#theme === 'dark' ? 'light' : 'dark'
		keep(themeKey, this.#theme)
	}
}

function readWords(): number {
	const kept = Number(read(wordsKey))
	return wordSteps.find((words) => words === kept) ?? 60
}

function read(key: string): string | null {
	try {
		return localStorage.getItem(key)
	} catch {
		return null
	}
}

function keep(key: string, value: string): void {
	try {
		localStorage.setItem(key, value)
	} catch {
		// Storage is refused: the choice holds for this visit.
	}
}
