import { m } from '#lib/paraglide/messages.js'
import type { Moves } from './moves.svelte.ts'

/** One way to put things in line, with its name and picture. */
export type AlignChoice = Readonly<{ id: string; label: () => string; icon: string; run: (moves: Moves) => void }>

const lines: readonly AlignChoice[] = [
	{ id: 'left', label: m.map_align_left, icon: 'i-lucide-align-start-vertical', run: (moves) => moves.align('left') },
	{
		id: 'center',
		label: m.map_align_center,
		icon: 'i-lucide-align-center-vertical',
		run: (moves) => moves.align('center')
	},
	{ id: 'right', label: m.map_align_right, icon: 'i-lucide-align-end-vertical', run: (moves) => moves.align('right') },
	{ id: 'top', label: m.map_align_top, icon: 'i-lucide-align-start-horizontal', run: (moves) => moves.align('top') },
	{
		id: 'middle',
		label: m.map_align_middle,
		icon: 'i-lucide-align-center-horizontal',
		run: (moves) => moves.align('middle')
	},
	{
		id: 'bottom',
		label: m.map_align_bottom,
		icon: 'i-lucide-align-end-horizontal',
		run: (moves) => moves.align('bottom')
	}
]
const gaps: readonly AlignChoice[] = [
	{
		id: 'across',
		label: m.map_distribute_across,
		icon: 'i-lucide-align-horizontal-space-between',
		run: (moves) => moves.distribute('x')
	},
	{
		id: 'down',
		label: m.map_distribute_down,
		icon: 'i-lucide-align-vertical-space-between',
		run: (moves) => moves.distribute('y')
	}
]

/** The ways to put so many things in line. */
export function alignmentChoices(count: number): readonly AlignChoice[] {
	return count < 2 ? [] : count < 3 ? lines : [...lines, ...gaps]
}
