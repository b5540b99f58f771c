import type { Mark } from '../block.ts'
import type { Tone } from '../../pictures/picture.ts'

/** A sign in a square of 12: a disc or a ring, and lines within it as corners to draw through. Told apart without colour. */
export type MarkShape = Readonly<{
	ink: Tone
	/** The character that stands for it where nothing can be drawn. */
	character: string
	filled: boolean
	dashed: boolean
	strokes: readonly (readonly (readonly [number, number])[])[]
}>

const cross = [
	[
		[4, 4],
		[8, 8]
	],
	[
		[8, 4],
		[4, 8]
	]
] as const

/** How each status is marked on paper. */
export const markShapes: Readonly<Record<Mark, MarkShape>> = {
	first: {
		ink: 'status-first',
		character: '✓',
		filled: true,
		dashed: false,
		strokes: [
			[
				[3.4, 6.2],
				[5.3, 8.1],
				[8.7, 4.2]
			]
		]
	},
	second: {
		ink: 'status-second',
		character: '◐',
		filled: false,
		dashed: false,
		strokes: [
			[
				[3.6, 5],
				[6, 7.6],
				[8.4, 5]
			]
		]
	},
	off: {
		ink: 'status-off',
		character: '↷',
		filled: false,
		dashed: false,
		strokes: [
			[
				[3.4, 8],
				[3.4, 5.6],
				[8.4, 5.6]
			],
			[
				[6.6, 3.8],
				[8.6, 5.6],
				[6.6, 7.4]
			]
		]
	},
	undelivered: {
		ink: 'status-undelivered',
		character: '⊘',
		filled: false,
		dashed: false,
		strokes: [
			[
				[2.6, 9.4],
				[9.4, 2.6]
			]
		]
	},
	unmet: { ink: 'status-unmet', character: '✕', filled: true, dashed: false, strokes: cross },
	unknown: {
		ink: 'status-unknown',
		character: '?',
		filled: false,
		dashed: true,
		strokes: [
			[
				[4.4, 4.8],
				[5, 3.7],
				[6.2, 3.4],
				[7.4, 4.1],
				[7.3, 5.2],
				[6, 6.2],
				[6, 7]
			],
			[
				[6, 8.3],
				[6, 8.7]
			]
		]
	}
}
