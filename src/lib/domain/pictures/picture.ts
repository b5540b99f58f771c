/** The colours that a picture may use, by meaning; on screen they are the tokens of the theme, on paper those of `printColours`. */
export const tones = [
	'surface',
	'sunken',
	'line',
	'line-strong',
	'ink',
	'muted',
	'faint',
	'accent',
	'accent-soft',
	'good',
	'warn',
	'bad',
	'persona',
	'persona-soft',
	'value',
	'need',
	'need-soft',
	'channel',
	'channel-soft',
	'product',
	'product-soft',
	'status-first',
	'status-second',
	'status-off',
	'status-undelivered',
	'status-unmet',
	'status-unknown',
	'sent-1',
	'sent-2',
	'sent-3',
	'sent-4',
	'sent-5'
] as const
export type Tone = (typeof tones)[number]

/** What every shape may say: `part` names the thing that it belongs to, for highlighting; `opacity` is 1 where it is left out. */
type Marked = { part?: string; opacity?: number }

export type RectShape = Marked & {
	type: 'rect'
	x: number
	y: number
	width: number
	height: number
	radius?: number
	fill?: Tone
	line?: Tone
	dashed?: boolean
}
export type CircleShape = Marked & {
	type: 'circle'
	x: number
	y: number
	radius: number
	fill?: Tone
	line?: Tone
	dashed?: boolean
}
export type PathShape = Marked & {
	type: 'path'
	d: string
	fill?: Tone
	line?: Tone
	lineWidth?: number
	dashed?: boolean
}
export type TextShape = Marked & {
	type: 'text'
	/** Where it begins, ends or has its middle (by `anchor`), and its baseline. */
	x: number
	y: number
	text: string
	size: number
	tone: Tone
	bold?: boolean
	anchor?: 'start' | 'middle' | 'end'
}

/** One thing drawn. Later shapes lie over earlier ones. */
export type Shape = Readonly<RectShape | CircleShape | PathShape | TextShape>

/** A drawing as plain values: a page shows its shapes, a file writes them as SVG, a deck may turn them into shapes of its own. Lengths in pixels. */
export type Picture = Readonly<{
	width: number
	height: number
	/** What it is, and what it says: for whoever does not see it. */
	title: string
	description: string
	shapes: readonly Shape[]
}>
