import { linkableWith } from '#lib/domain/interchange/paste-plan.ts'
import { deliveryStatuses } from '#lib/domain/model/links.ts'
import { m } from '#lib/paraglide/messages.js'
import { keysText } from '#lib/state/commands.svelte.ts'
import { deliveryLabel, entityLabel } from '#lib/wording/labels.ts'
import { alignmentChoices } from './align-choices.ts'
import { arrangeChoices } from './arrange-choices.ts'
import { letterOfType } from './commands.ts'
import type { MapEditor } from './editor.svelte.ts'
import { iconOfType, nodeTypes, tableOfType, typeOfTable } from './node-shape.ts'
import type { Point } from './view.ts'

/** One entry of the menu of the map: something to do, a choice of which one holds, a menu of its own, or a line. */
export type MenuEntry =
	| Readonly<{
			kind: 'do'
			id: string
			label: string
			icon: string
			keys?: string
			danger?: boolean
			checked?: boolean
			run: () => void
	  }>
	| Readonly<{ kind: 'more'; id: string; label: string; icon: string; entries: readonly MenuEntry[] }>
	| Readonly<{ kind: 'line'; id: string }>

type Doing = Extract<MenuEntry, { kind: 'do' }>

function entry(id: string, label: string, icon: string, run: () => void, more: Partial<Doing> = {}): MenuEntry {
	return { kind: 'do', id, label, icon, run, ...more }
}

function line(id: string): MenuEntry {
	return { kind: 'line', id }
}

/** What can be done with what is selected, or with the empty map at a point of the window. */
export function mapMenu(editor: MapEditor, about: 'selection' | 'map', point: Point): MenuEntry[] {
	if (about === 'map') return ofMap(editor, point)
	return editor.nodes.length > 0 ? ofNodes(editor) : ofLinks(editor)
}

function ofMap(editor: MapEditor, point: Point): MenuEntry[] {
	const place = editor.placeAt(point)
	return [
		...nodeTypes.map((type) =>
			entry(
				`add-${type}`,
				m.map_add({ type: entityLabel[tableOfType[type]]() }),
				iconOfType[type],
				() => editor.drafts.begin(type, place),
				{ keys: letterOfType[type].toUpperCase() }
			)
		),
		line('clip'),
		entry('paste', m.map_paste(), 'i-lucide-clipboard-paste', () => void editor.pasting.pasteFromClipboard(), {
			keys: keysText('Mod+V')
		}),
		line('look'),
		entry('all', m.map_select_all(), 'i-lucide-box-select', () => editor.selectAll(), { keys: keysText('Mod+A') }),
		entry('fit', m.map_fit(), 'i-lucide-maximize', () => editor.fit(), { keys: keysText('Shift+1') }),
		{
			kind: 'more',
			id: 'arrange',
			label: m.map_arrange(),
			icon: 'i-lucide-network',
			entries: arrangeChoices.map(({ how, label, icon, keys }) =>
				entry(
					how,
					label(),
					icon,
					() => void editor.arranging.arrange(how),
					keys === null ? {} : { keys: keysText(keys) }
				)
			)
		},
		entry('area', m.map_area_draw(), 'i-lucide-group', () => editor.areas.draw(), { keys: 'G' })
	]
}

function ofNodes(editor: MapEditor): MenuEntry[] {
	const { nodes, drafts, pasting } = editor
	const ids = nodes.map(({ id }) => id)
	const [only] = nodes
	const isOne = nodes.length === 1 && only !== undefined
	const types = linkableWith(editor.session.atlas, ids).map((table) => typeOfTable[table])
	const more: MenuEntry[] = isOne
		? [
				entry('name', m.map_edit_name(), 'i-lucide-pencil', () => editor.editName(), { keys: 'F2' }),
				entry('sibling', m.map_add_sibling(), 'i-lucide-plus', () => drafts.beginSibling(only.id, 'below'), {
					keys: keysText('Enter')
				})
			]
		: [entry('link', m.map_link_selected(), 'i-lucide-spline', () => editor.linkSelected(), { keys: 'L' })]
	if (types.length > 0) {
		more.push({
			kind: 'more',
			id: 'linked',
			label: m.map_add_linked(),
			icon: 'i-lucide-git-branch-plus',
			entries: types.map((type) =>
				entry(`linked-${type}`, entityLabel[tableOfType[type]](), iconOfType[type], () =>
					drafts.beginLinkedAs(ids, type)
				)
			)
		})
	}
	if (!isOne) {
		more.push({
			kind: 'more',
			id: 'align',
			label: m.map_align(),
			icon: 'i-lucide-align-start-vertical',
			entries: alignmentChoices(nodes.length).map(({ id, label, icon, run }) =>
				entry(id, label(), icon, () => run(editor.moves))
			)
		})
	}
	return [
		...more,
		entry('area', m.map_area_around(), 'i-lucide-group', () => editor.areas.draw(), { keys: 'G' }),
		entry(
			'pin',
			editor.isPinned ? m.map_unpin() : m.map_pin(),
			editor.isPinned ? 'i-lucide-pin-off' : 'i-lucide-pin',
			() => editor.togglePin(),
			{ keys: keysText('Shift+P') }
		),
		entry('panel', m.map_panel_keys(), 'i-lucide-panel-right', () => editor.focusPanel(), { keys: 'E' }),
		line('clip'),
		entry('cut', m.map_cut(), 'i-lucide-scissors', () => document.execCommand('cut'), { keys: keysText('Mod+X') }),
		entry('copy', m.map_copy(), 'i-lucide-clipboard-copy', () => document.execCommand('copy'), {
			keys: keysText('Mod+C')
		}),
		entry('paste', m.map_paste_linking(), 'i-lucide-clipboard-paste', () => void pasting.pasteFromClipboard(), {
			keys: keysText('Mod+V')
		}),
		entry('duplicate', m.map_duplicate(), 'i-lucide-copy', () => pasting.duplicate(), { keys: keysText('Mod+D') }),
		line('gone'),
		entry('delete', m.map_delete(), 'i-lucide-trash-2', () => editor.remove(), {
			keys: keysText('Delete'),
			danger: true
		})
	]
}

function ofLinks(editor: MapEditor): MenuEntry[] {
	const { links } = editor
	const entries: MenuEntry[] = []
	const shared = (value: (link: (typeof links)[number]) => number | string | null) => {
		const values = new Set(links.map(value).filter((one) => one !== null))
		return values.size === 1 ? [...values][0] : null
	}
	if (links.some(({ status }) => status !== null)) {
		const now = shared(({ status }) => status)
		for (const status of deliveryStatuses) {
			entries.push(
				entry(status, deliveryLabel[status](), statusIcon[status], () => editor.setStatus(status), {
					checked: now === status
				})
			)
		}
		entries.push(line('status'))
	}
	const numbers = (
		id: string,
		label: string,
		most: number,
		now: unknown,
		run: (number: number) => void
	): MenuEntry => ({
		kind: 'more',
		id,
		label,
		icon: 'i-lucide-list-ordered',
		entries: Array.from({ length: most }, (_, at) =>
			entry(`${id}-${at + 1}`, String(at + 1), 'i-lucide-hash', () => run(at + 1), {
				checked: now === at + 1,
				keys: String(at + 1)
			})
		)
	})
	if (links.some(({ rank }) => rank !== null))
		entries.push(
			numbers(
				'rank',
				m.field_rank(),
				9,
				shared(({ rank }) => rank),
				(rank) => editor.rank(rank)
			)
		)
	if (links.some(({ strength }) => strength !== null))
		entries.push(
			numbers(
				'strength',
				m.field_importance(),
				5,
				shared(({ strength }) => strength),
				(strength) => editor.setStrength(strength)
			)
		)
	return [
		...entries,
		entry('panel', m.map_panel_keys(), 'i-lucide-panel-right', () => editor.focusPanel(), { keys: 'E' }),
		entry('delete', m.map_delete(), 'i-lucide-trash-2', () => editor.remove(), {
			keys: keysText('Delete'),
			danger: true
		})
	]
}

const statusIcon = {
	live: 'i-lucide-circle-check',
	planned: 'i-lucide-circle-dashed',
	retiring: 'i-lucide-circle-slash'
} as const
