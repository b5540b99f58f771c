import type { PairStatus } from '#lib/domain/coverage/pair.ts'
import type { NodeType } from '../node-shape.ts'

/** The theme's colours as a canvas wants them. */
export type Palette = Readonly<{
	background: string
	surface: string
	line: string
	ink: string
	muted: string
	accent: string
	warn: string
	good: string
	bad: string
	gap: string
	node: Readonly<Record<NodeType, string>>
	soft: Readonly<Record<NodeType, string>>
	status: Readonly<Record<PairStatus, string>>
	font: string
}>

/** Reads the theme tokens that hold for an element now. Costs a style recalculation: once per theme, not per picture. */
export function paletteOf(element: Element): Palette {
	const style = getComputedStyle(element)
	const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
	const each = (suffix: string): Record<NodeType, string> => ({
		persona: token(`persona${suffix}`),
		value: token(`value${suffix}`),
		need: token(`need${suffix}`),
		channel: token(`channel${suffix}`),
		product: token(`product${suffix}`)
	})
	return {
		background: token('bg'),
		surface: token('surface'),
		line: token('line-strong'),
		ink: token('ink'),
		muted: token('muted'),
		accent: token('accent'),
		warn: token('warn'),
		good: token('good'),
		bad: token('bad'),
		gap: token('bad'),
		node: each(''),
		soft: each('-soft'),
		status: {
			first: token('status-first'),
			second: token('status-second'),
			off: token('status-off'),
			undelivered: token('status-undelivered'),
			unmet: token('status-unmet'),
			unknown: token('status-unknown')
		},
		font: style.fontFamily
	}
}
