import { getLocale } from '#lib/paraglide/runtime.js'

/** Several names as one phrase in the user's language: "a, b and c". `most`: how many are named before the rest is counted. */
export function listText(names: readonly string[], most = 4): string {
	const shown = names.length > most ? [...names.slice(0, most), `+${names.length - most}`] : [...names]
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(shown)
}

/** A share from 0 to 1 as a percentage in the user's language; a dash where there is none. */
export function percentText(share: number | null): string {
	return share === null
		? '–'
		: new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** A number in the user's language. */
export function numberText(value: number, fractionDigits = 0): string {
	return new Intl.NumberFormat(getLocale(), { maximumFractionDigits: fractionDigits }).format(value)
}

/** A mean feeling from −1 to 1 in the user's language, with its sign and one digit after the point. */
export function meanText(mean: number): string {
	return new Intl.NumberFormat(getLocale(), {
		minimumFractionDigits: 1,
		maximumFractionDigits: 1,
		signDisplay: 'exceptZero'
	}).format(mean)
}
