import { getLocale } from '#lib/paraglide/runtime.js'

/** Compares names as people of the user's language order them; numbers within names by their value. */
export function collator(): Intl.Collator {
	return new Intl.Collator(getLocale(), { numeric: true })
}
