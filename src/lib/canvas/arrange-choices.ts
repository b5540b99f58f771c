import { m } from '#lib/paraglide/messages.js'
import type { Arrangement } from './arranging.svelte.ts'

/** The ways to arrange the map, with their names, icons and keys. */
export const arrangeChoices: readonly Readonly<{
	how: Arrangement
	label: () => string
	icon: string
	keys: string | null
}>[] = [
	{ how: 'layers', label: m.map_arrange_layers, icon: 'i-lucide-network -rotate-90', keys: 'Shift+A' },
	{ how: 'stage', label: m.map_arrange_stage, icon: 'i-lucide-columns-4', keys: null },
	{ how: 'role', label: m.map_arrange_role, icon: 'i-lucide-columns-3', keys: null }
]
