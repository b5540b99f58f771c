import { keptText, keepText } from './kept-text.ts'

const key = 'atlas-wall-theme'

/** Whether the walls on this device are dark or light: it belongs to the room they hang in and not to the atlas. */
export class WallTheme {
	#theme = $state<'dark' | 'light'>(keptText(localStorage, key) === 'light' ? 'light' : 'dark')

	get now(): 'dark' | 'light' {
		return this.#theme
	}

	toggle(): void {
		this.#theme = this.#theme === 'dark' ? 'light' : 'dark'
		keepText(localStorage, key, this.#theme)
	}
}
