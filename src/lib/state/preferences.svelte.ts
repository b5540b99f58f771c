import { getLocale, isLocale, overwriteGetLocale, setLocale, type Locale } from '#lib/paraglide/runtime.js'

export type Theme = 'system' | 'light' | 'dark'

const themeKey = 'atlas-theme'

/** How this person wants to see the app, on this device. Kept in localStorage; where that is refused, for this visit only. */
export class Preferences {
	#locale = $state<Locale>(getLocale())
	#theme = $state<Theme>(readTheme())
	#systemIsDark = $state(matchMedia('(prefers-color-scheme: dark)').matches)

	constructor() {
		// Messages ask for the locale whenever they are shown, so reading a rune here makes every text follow a switch at once, without a reload.
		overwriteGetLocale(() => this.#locale)
		matchMedia('(prefers-color-scheme: dark)').addEventListener(
			'change',
			(event) => (this.#systemIsDark = event.matches)
		)
	}

	get locale(): Locale {
		return this.#locale
	}

	setLocale(locale: string): void {
		if (!isLocale(locale)) return
		this.#locale = locale
		try {
			void setLocale(locale, { reload: false })
		} catch {
			// Storage is refused: the choice holds for this visit.
		}
	}

	get theme(): Theme {
		return this.#theme
	}

	setTheme(theme: Theme): void {
		this.#theme = theme
		try {
			localStorage.setItem(themeKey, theme)
		} catch {
			// Storage is refused: the choice holds for this visit.
		}
	}

	/** What is shown now, the system's wish resolved. */
	get shownTheme(): 'light' | 'dark' {
		return this.#theme === 'system' ? (this.#systemIsDark ? 'dark' : 'light') : this.#theme
	}
}

function readTheme(): Theme {
	try {
		const kept = localStorage.getItem(themeKey)
		return kept === 'light' || kept === 'dark' ? kept : 'system'
	} catch {
		return 'system'
	}
}
