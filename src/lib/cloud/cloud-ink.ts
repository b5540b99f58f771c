import type { FeelingStep } from '#lib/domain/words/feeling.ts'
import { cloudFont, cloudWeight } from './cloud-font.ts'

const inks: Readonly<Record<FeelingStep, string>> = {
	1: 'text-sent-1',
	2: 'text-sent-2',
	3: 'text-sent-3',
	4: 'text-sent-4',
	5: 'text-sent-5'
}

/** The class that colours a word of a step; what nothing scored is grey like what is neutral, and has no mark either. */
export function inkOf(step: FeelingStep | null): string {
	return step === null ? 'text-muted' : inks[step]
}

let baseline: number | null = null

/** How far below the top of a line box of 100 px the baseline is, for a font size of 100 px and a line height of 1. */
export function baselineOf(): number {
	if (baseline !== null) return baseline
	const context = document.createElement('canvas').getContext('2d')
	if (!context) return 80
	context.font = `normal ${cloudWeight} 100px ${cloudFont}`
	const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x')
	const found = (100 - ascent - descent) / 2 + ascent
	// Not before the web font is there: its metrics differ from those of the font that stands in for it.
	if (document.fonts.check(context.font, 'x')) baseline = found
	return found
}
