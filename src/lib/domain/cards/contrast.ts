/** A colour as its three parts, each from 0 to 255. */
type Parts = readonly [red: number, green: number, blue: number]

function partsOf(color: string): Parts {
	const value = Number.parseInt(color.slice(1), 16)
	return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function colorOf(parts: Parts): string {
	return `#${parts
		.map((part) =>
			Math.round(Math.min(255, Math.max(0, part)))
				.toString(16)
				.padStart(2, '0')
		)
		.join('')}`
}

/** `share` of the first colour in the second: 0 is the second, 1 the first. */
export function mixed(color: string, other: string, share: number): string {
	const [one, two] = [partsOf(color), partsOf(other)]
	const part = (at: 0 | 1 | 2) => one[at] * share + two[at] * (1 - share)
	return colorOf([part(0), part(1), part(2)])
}

/** How light a colour is to the eye, from 0 to 1 (WCAG 2.2, relative luminance). */
export function luminance(color: string): number {
	const [red, green, blue] = partsOf(color).map((part) => {
		const share = part / 255
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
	}) as [number, number, number]
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left)
	return (light + 0.05) / (dark + 0.05)
}

/** The colour, made as much darker as it takes to stand out from a light ground; itself where it does. */
export function darkened(color: string, ground: string, least: number): string {
	for (let share = 1; share > 0; share -= 0.02) {
		const candidate = mixed(color, '#000000', share)
		if (contrast(candidate, ground) >= least) return candidate
	}
	return '#000000'
}
