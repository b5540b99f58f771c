import { getLocale } from '#lib/paraglide/runtime.js'

/**
 * By what dates, times and numbers are written: the language of the app as it is written where this person is, such as "en-GB" or "en-NL". The region is that of the
 * language that the browser asks for first; where it names none, or the language brings its own (zh-CN), it is the language alone.
 */
export function region(): string {
	const language = getLocale()
	if (language.includes('-')) return language
	try {
		const { region: place } = new Intl.Locale(navigator.languages[0] ?? language)
		return place === undefined ? language : `${language}-${place}`
	} catch {
		// Outside a browser there may be nobody to ask, and what a browser says may be no language.
		return language
	}
}
