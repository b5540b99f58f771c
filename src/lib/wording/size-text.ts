import { getLocale } from '#lib/paraglide/runtime.js'

/** A size in bytes as people read it, in the user's language: bytes below a kilobyte, then kB, MB. */
export function sizeText(bytes: number): string {
	const [unit, size] =
		bytes >= 1e6 ? (['megabyte', 1e6] as const) : bytes >= 1e3 ? (['kilobyte', 1e3] as const) : (['byte', 1] as const)
	const shown = bytes / size
	return new Intl.NumberFormat(getLocale(), {
		style: 'unit',
		unit,
		maximumFractionDigits: size > 1 && shown < 10 ? 1 : 0
	}).format(shown)
}
