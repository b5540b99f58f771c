import type { MapEditor } from './editor.svelte.ts'

const arrows: Readonly<Record<string, { x: number; y: number }>> = {
	ArrowLeft: { x: -1, y: 0 },
	ArrowRight: { x: 1, y: 0 },
	ArrowUp: { x: 0, y: -1 },
	ArrowDown: { x: 0, y: 1 }
}

/** Whether keys belong to what is typed into, or to something that lies over the map. */
function isElsewhere(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]') !==
			null
	)
}

/** The keys of the map that are no commands of their own: they depend on what has the focus. */
export class MapKeys {
	readonly #editor: MapEditor

	constructor(editor: MapEditor) {
		this.#editor = editor
	}

	/** Keys pressed on the map or one of its cards. */
	onkey(event: KeyboardEvent): void {
		if (isElsewhere(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
		const { session } = this.#editor
		const arrow = arrows[event.key]
		if (arrow !== undefined) {
			event.preventDefault()
			this.#arrow(arrow, event.shiftKey)
			return
		}
		const id =
			event.target instanceof Element ? event.target.closest('.svelte-flow__node')?.getAttribute('data-id') : null
		if (id && (event.key === 'Enter' || event.key === ' ')) {
			event.preventDefault()
			if (event.key === ' ') session.selection.toggle(id)
			else if (session.selection.has(id)) this.#editor.editName()
			else session.selection.select([id])
		}
		if (event.key === 'Escape') session.selection.clear()
	}

	/** With something selected the arrows move it, otherwise the view. */
	#arrow({ x, y }: { x: number; y: number }, isFast: boolean): void {
		const { scene, nodes } = this.#editor
		if (nodes.length > 0) {
			const step = isFast ? 80 : 8
			this.#editor.nudge(x * step, y * step)
		} else {
			const step = isFast ? 320 : 80
			scene.viewport = { ...scene.viewport, x: scene.viewport.x - x * step, y: scene.viewport.y - y * step }
		}
	}

	/** 1 to 9 rank the selected preferences, wherever the focus is. */
	onWindowKey(event: KeyboardEvent): void {
		if (isElsewhere(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
		if (!/^[1-9]$/.test(event.key)) return
		if (this.#editor.rank(Number(event.key))) event.preventDefault()
	}
}
