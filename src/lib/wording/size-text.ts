import { region } from './region.ts'

const sizes = [
	['gigabyte', 1e9],
	['megabyte', 1e6],
	['kilobyte', 1e3]
] as const

/** A size in bytes as people read it, in the user's language: bytes below a kilobyte, then kB, MB, GB. */
export function sizeText(bytes: number): string {
	const [unit, size] = sizes.find(([, size]) => bytes >= size) ?? (['byte', 1] as const)
	const shown = bytes / size
	return new Intl.NumberFormat(region(), {
		style: 'unit',
		unit,
		maximumFractionDigits: size > 1 && shown < 10 ? 1 : 0
	}).format(shown)
}
