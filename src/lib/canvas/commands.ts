import type { Command } from '#lib/state/commands.svelte.ts'
import { m } from '#lib/paraglide/messages.js'
import { entityLabel } from '#lib/wording/labels.ts'
import type { MapEditor } from './editor.svelte.ts'
import { iconOfType, nodeTypes, tableOfType, type NodeType } from './node-shape.ts'

/** The letter that adds a thing of a type; o as in offer, since p is taken. */
export const letterOfType: Readonly<Record<NodeType, string>> = {
	persona: 'p',
	value: 'v',
	need: 'n',
	channel: 'c',
	product: 'o'
}

/** Everything that can be done on the map by name, for the palette and the shortcuts. */
export function mapCommands(editor: MapEditor): Command[] {
	const group = m.map_commands()
	const hasNodes = editor.nodes.length > 0
	const hasAny = hasNodes || editor.links.length > 0
	const isEmpty = editor.scene.graph.nodes.size === 0
	return [
		...nodeTypes.map((type): Command => ({
			id: `map-add-${type}`,
			title: m.map_add({ type: entityLabel[tableOfType[type]]() }),
			group,
			keys: letterOfType[type],
			icon: iconOfType[type],
			run: () => editor.begin(type)
		})),
		{
			id: 'map-edit-name',
			title: m.map_edit_name(),
			group,
			keys: 'F2',
			icon: 'i-lucide-pencil',
			enabled: editor.nodes.length === 1,
			run: () => editor.editName()
		},
		{
			id: 'map-link',
			title: m.map_link_selected(),
			group,
			keys: 'l',
			icon: 'i-lucide-spline',
			enabled: editor.nodes.length > 1,
			run: () => editor.linkSelected()
		},
		{
			id: 'map-duplicate',
			title: m.map_duplicate(),
			group,
			keys: 'Mod+D',
			icon: 'i-lucide-copy',
			enabled: hasNodes,
			run: () => editor.duplicate()
		},
		{
			id: 'map-delete',
			title: m.map_delete(),
			group,
			keys: 'Delete Backspace',
			icon: 'i-lucide-trash-2',
			enabled: hasAny,
			run: () => editor.remove()
		},
		{
			id: 'map-select-all',
			title: m.map_select_all(),
			group,
			keys: 'Mod+A',
			icon: 'i-lucide-box-select',
			enabled: !isEmpty,
			run: () => editor.selectAll()
		},
		{
			id: 'map-fit',
			title: m.map_fit(),
			group,
			keys: 'Shift+1',
			icon: 'i-lucide-maximize',
			enabled: !isEmpty,
			run: () => editor.fit()
		},
		{
			id: 'map-zoom-selection',
			title: m.map_zoom_selection(),
			group,
			keys: 'Shift+2',
			icon: 'i-lucide-scan',
			enabled: hasAny,
			run: () => editor.zoomToSelection()
		},
		{
			id: 'map-zoom-in',
			title: m.map_zoom_in(),
			group,
			keys: '+',
			icon: 'i-lucide-zoom-in',
			run: () => editor.zoomBy(1.25)
		},
		{
			id: 'map-zoom-out',
			title: m.map_zoom_out(),
			group,
			keys: '-',
			icon: 'i-lucide-zoom-out',
			run: () => editor.zoomBy(0.8)
		},
		{
			id: 'map-arrange',
			title: m.map_arrange(),
			group,
			keys: 'Shift+A',
			icon: 'i-lucide-network',
			enabled: !isEmpty && !editor.isArranging,
			run: () => void editor.arrange()
		},
		{
			id: 'map-focus',
			title: editor.scene.focused ? m.map_focus_off() : m.map_focus_on(),
			group,
			keys: 'f',
			icon: 'i-lucide-focus',
			run: () => {
				editor.scene.focused = !editor.scene.focused
			}
		}
	]
}
