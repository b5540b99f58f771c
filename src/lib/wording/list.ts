import { getLocale } from '#lib/paraglide/runtime.js'
import { region } from './region.ts'

/** Several names as one phrase in the user's language: "a, b and c". `most`: how many are named before the rest is counted. */
export function listText(names: readonly string[], most = 4): string {
	const shown = names.length > most ? [...names.slice(0, most), `+${names.length - most}`] : [...names]
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(shown)
}

const formats = new Map<string, Intl.NumberFormat>()

/** A format of numbers in the user's language, made once: making one costs a hundred times what using it does. */
function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = `${region()} ${JSON.stringify(options)}`
	const known = formats.get(key)
	if (known !== undefined) return known
	const fresh = new Intl.NumberFormat(region(), options)
	formats.set(key, fresh)
	return fresh
}

/** A share from 0 to 1 as a percentage in the user's language; a dash where there is none. */
export function percentText(share: number | null): string {
	return share === null ? '–' : numbers({ style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** A number in the user's language. */
export function numberText(value: number, fractionDigits = 0): string {
	return numbers({ maximumFractionDigits: fractionDigits }).format(value)
}

/** A mean feeling from −1 to 1 in the user's language, with its sign and one digit after the point. */
export function meanText(mean: number): string {
	return numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(mean)
}
