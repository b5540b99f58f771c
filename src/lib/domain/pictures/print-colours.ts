import type { Tone } from './picture.ts'

/** The colour of each tone. */
export type Colours = Readonly<Record<Tone, string>>

/** Colours for paper and white slides: text reaches 4.5 to 1 on white, and neighbours differ in lightness when printed grey. */
export const printColours: Colours = {
	surface: '#ffffff',
	sunken: '#eef0f4',
	line: '#d5d9e2',
	'line-strong': '#858da0',
	ink: '#161a23',
	muted: '#4c5566',
	faint: '#626b7d',
	accent: '#2f4bd8',
	'accent-soft': '#e6eafd',
	good: '#1a6f54',
	warn: '#8a5200',
	bad: '#b3261e',
	persona: '#a3386b',
	'persona-soft': '#fbe9f1',
	value: '#7440b4',
	need: '#1f5fbf',
	'need-soft': '#e6effc',
	channel: '#0f6b6f',
	'channel-soft': '#dff2f1',
	product: '#8a5200',
	'product-soft': '#fbeeda',
	'status-first': '#0f6e56',
	'status-second': '#3f6f9f',
	'status-off': '#b35309',
	'status-undelivered': '#b3401a',
	'status-unmet': '#b3261e',
	'status-unknown': '#626b7d',
	'sent-1': '#8f2d02',
	'sent-2': '#b4541a',
	'sent-3': '#626b7d',
	'sent-4': '#2f6fae',
	'sent-5': '#08458a'
}
