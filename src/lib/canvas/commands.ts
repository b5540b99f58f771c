import type { Command } from '#lib/state/commands.svelte.ts'
import { m } from '#lib/paraglide/messages.js'
import { entityLabel } from '#lib/wording/labels.ts'
import { mapLayers } from '#lib/domain/model/view.ts'
import { alignmentChoices } from './align-choices.ts'
import { arrangeChoices } from './arrange-choices.ts'
import { layerLabel } from './layer-label.ts'
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
			run: () => editor.drafts.begin(type)
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
			id: 'map-panel',
			title: m.map_panel_keys(),
			group,
			keys: 'e',
			icon: 'i-lucide-panel-right',
			enabled: hasAny,
			run: () => editor.focusPanel()
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
			id: 'map-status',
			title: m.map_next_status(),
			group,
			keys: 's',
			icon: 'i-lucide-truck',
			enabled: editor.links.some(({ status }) => status !== null),
			run: () => editor.nextStatus()
		},
		{
			id: 'map-next-link',
			title: m.map_next_link(),
			group,
			keys: ']',
			icon: 'i-lucide-chevron-right',
			enabled: hasAny,
			run: () => editor.walk.alongLinks(1)
		},
		{
			id: 'map-previous-link',
			title: m.map_previous_link(),
			group,
			keys: '[',
			icon: 'i-lucide-chevron-left',
			enabled: hasAny,
			run: () => editor.walk.alongLinks(-1)
		},
		{
			id: 'map-duplicate',
			title: m.map_duplicate(),
			group,
			keys: 'Mod+D',
			icon: 'i-lucide-copy',
			enabled: hasNodes,
			run: () => editor.pasting.duplicate()
		},
		...alignmentChoices(editor.nodes.length).map(({ id, label, icon, run }): Command => ({
			id: `map-align-${id}`,
			title: label(),
			group,
			icon,
			run: () => run(editor.moves)
		})),
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
			run: () => editor.camera.zoomToSelection()
		},
		{
			id: 'map-zoom-in',
			title: m.map_zoom_in(),
			group,
			keys: '+',
			icon: 'i-lucide-zoom-in',
			run: () => editor.camera.zoomBy(1.25)
		},
		{
			id: 'map-zoom-out',
			title: m.map_zoom_out(),
			group,
			keys: '-',
			icon: 'i-lucide-zoom-out',
			run: () => editor.camera.zoomBy(0.8)
		},
		...arrangeChoices.map(({ how, label, icon, keys }): Command => ({
			id: `map-arrange-${how}`,
			title: label(),
			group,
			...(keys === null ? {} : { keys }),
			icon,
			enabled: !isEmpty && !editor.arranging.isBusy,
			run: () => void editor.arranging.arrange(how)
		})),
		{
			id: 'map-pin',
			title: editor.isPinned ? m.map_unpin() : m.map_pin(),
			group,
			keys: 'Shift+P',
			icon: editor.isPinned ? 'i-lucide-pin-off' : 'i-lucide-pin',
			enabled: hasNodes,
			run: () => editor.togglePin()
		},
		{
			id: 'map-area',
			title: hasNodes ? m.map_area_around() : m.map_area_draw(),
			group,
			keys: 'g',
			icon: 'i-lucide-group',
			run: () => editor.areas.draw()
		},
		{
			id: 'map-find',
			title: m.map_find(),
			group,
			keys: '/ Mod+F',
			icon: 'i-lucide-search',
			enabled: !isEmpty,
			run: () => editor.find.open()
		},
		{
			id: 'map-layers',
			title: m.map_layers(),
			group,
			keys: 'Shift+L',
			icon: 'i-lucide-layers',
			run: () => editor.toggleAside('layers')
		},
		...mapLayers.map((layer): Command => {
			const name = layerLabel[layer]()
			return {
				id: `map-layer-${layer}`,
				title: editor.scene.layers.has(layer) ? m.map_layer_hide({ name }) : m.map_layer_show({ name }),
				group,
				icon: 'i-lucide-layers',
				run: () => editor.scene.layers.toggle(layer)
			}
		}),
		{
			id: 'map-views',
			title: m.map_views(),
			group,
			keys: 'Shift+V',
			icon: 'i-lucide-presentation',
			run: () => editor.toggleAside('views')
		},
		{
			id: 'map-present',
			title: m.map_present_views(),
			group,
			keys: 'Shift+F5',
			icon: 'i-lucide-play',
			enabled: editor.views.list.length > 0,
			run: () => editor.views.present()
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
