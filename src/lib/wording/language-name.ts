const names = new Map<string, Intl.DisplayNames>()

/** What names languages in a locale, made once: making it costs a hundred times what using it does. */
function namesIn(locale: string): Intl.DisplayNames {
	const known = names.get(locale)
	if (known !== undefined) return known
	const fresh = new Intl.DisplayNames(locale, { type: 'language' })
	names.set(locale, fresh)
	return fresh
}

/** A language in the user's language; its tag where the browser does not know it. */
export function languageName(tag: string, locale: string): string {
	try {
		return namesIn(locale).of(tag) ?? tag
	} catch {
		return tag
	}
}
