import { nodeTables, type NodeTable } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Command } from '#lib/state/commands.svelte.ts'
import { entityIcon, entityLabel } from '#lib/wording/labels.ts'
import type { PageActs } from './keys.ts'
import type { OutlineTree } from './tree.svelte.ts'

/** What the outline adds to the palette. */
export function outlineCommands(
	tree: OutlineTree,
	acts: PageActs & { turn(): void; duplicate(): void; add(table: NodeTable): void }
): Command[] {
	const isThing = tree.active !== undefined && tree.active.kind !== 'section'
	const group = m.outline_name()
	return [
		...nodeTables.map((table) => ({
			id: `outline-add-${table}`,
			title: m.map_add({ type: entityLabel[table]() }),
			group,
			icon: entityIcon[table],
			run: () => acts.add(table)
		})),
		{ id: 'outline-turn', title: m.outline_turn(), group, keys: 'Alt+T', icon: 'i-lucide-table-2', run: acts.turn },
		{
			id: 'outline-link',
			title: m.outline_link_to(),
			group,
			keys: '+',
			icon: 'i-lucide-spline',
			enabled: isThing,
			run: acts.link
		},
		{
			id: 'outline-duplicate',
			title: m.outline_duplicate(),
			group,
			keys: 'Mod+D',
			icon: 'i-lucide-copy',
			enabled: isThing,
			run: acts.duplicate
		},
		{
			id: 'outline-map',
			title: m.coverage_show_on_map(),
			group,
			icon: 'i-lucide-waypoints',
			enabled: isThing,
			run: acts.showOnMap
		}
	]
}
