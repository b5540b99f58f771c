import type { MapEditor } from './editor.svelte.ts'
import type { Direction } from './neighbour.ts'

const arrows: Readonly<Record<string, Direction>> = {
	ArrowLeft: { x: -1, y: 0 },
	ArrowRight: { x: 1, y: 0 },
	ArrowUp: { x: 0, y: -1 },
	ArrowDown: { x: 0, y: 1 }
}

/** Whether keys belong to what is typed into, or to something that lies over the map. */
export function isElsewhere(target: EventTarget | null): boolean {
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
		if (isElsewhere(event.target) || event.ctrlKey || event.metaKey) return
		if (event.altKey) return this.#goOn(event)
		if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
			event.preventDefault()
			this.#openMenu()
			return
		}
		const { session } = this.#editor
		const arrow = arrows[event.key]
		if (arrow !== undefined) {
			event.preventDefault()
			this.#arrow(arrow, event.shiftKey)
			return
		}
		const card = event.target instanceof Element ? event.target.closest('.svelte-flow__node') : null
		const id = card?.getAttribute('data-id') ?? null
		if (event.key === 'Enter' || event.key === ' ' || event.key === 'Tab') this.#onCard(event, id)
		if (event.key === 'Escape' && !this.#editor.walk.back()) session.selection.clear()
	}

	/** Alt and an arrow go on to the next card; the browser would leave the page. */
	#goOn(event: KeyboardEvent): void {
		const direction = arrows[event.key]
		if (direction === undefined) return
		event.preventDefault()
		this.#editor.walk.go(direction)
	}

	/**
	 * Enter on a card that is not selected selects it; on what is selected it begins another one, and Tab what is linked with it.
	 * With nothing selected Tab goes on through the page as everywhere: Escape first, to leave.
	 */
	#onCard(event: KeyboardEvent, id: string | null): void {
		const { session, drafts, nodes } = this.#editor
		const { selection } = session
		const isButton = event.target instanceof Element && event.target.closest('button, a') !== null
		if (isButton) return
		if (event.key === ' ') {
			if (id === null) return
			selection.toggle(id)
		} else if (id !== null && !selection.has(id)) {
			if (event.key === 'Tab') return
			selection.select([id])
		} else {
			const last = nodes.at(-1)
			if (last === undefined) return
			if (event.key === 'Tab')
				drafts.beginLinked(
					nodes.map((node) => node.id),
					event.shiftKey
				)
			else drafts.beginSibling(id ?? last.id, event.shiftKey ? 'above' : 'below')
		}
		event.preventDefault()
		// The same press is no command as well.
		event.stopPropagation()
	}

	/** The menu of what is selected, beside it; with nothing selected that of the map, in its middle. */
	#openMenu(): void {
		const { scene, nodes, links } = this.#editor
		const last = nodes.at(-1)?.id ?? links.at(-1)?.to
		const box = last === undefined ? undefined : scene.boxes.get(last)
		const { x, y, zoom } = scene.viewport
		const inView = (value: number, most: number) => Math.min(Math.max(value, 16), most - 16)
		const point =
			box === undefined
				? { x: scene.size.width / 2, y: scene.size.height / 3 }
				: { x: inView(box.left * zoom + x + 24, scene.size.width), y: inView(box.bottom * zoom + y, scene.size.height) }
		this.#editor.menu = { about: last === undefined ? 'map' : 'selection', point }
	}

	/** With something selected the arrows move it, otherwise the view. */
	#arrow({ x, y }: { x: number; y: number }, isFast: boolean): void {
		const { scene, nodes, moves } = this.#editor
		if (nodes.length > 0) {
			const step = isFast ? 80 : 8
			moves.nudge(x * step, y * step)
		} else {
			const step = isFast ? 320 : 80
			scene.viewport = { ...scene.viewport, x: scene.viewport.x - x * step, y: scene.viewport.y - y * step }
		}
	}

	/**
	 * Where nothing has the focus, keys are meant for the map. 1 to 9 rank the selected preferences, wherever the focus is; 1 to 5 say how
	 * much the selected needs and values matter.
	 */
	onWindowKey(event: KeyboardEvent): void {
		const { target } = event
		if (!event.defaultPrevented && target instanceof Element && target.matches('body, main')) this.onkey(event)
		if (isElsewhere(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
		if (!/^[1-9]$/.test(event.key)) return
		const number = Number(event.key)
		if (this.#editor.rank(number) || (number <= 5 && this.#editor.setStrength(number))) event.preventDefault()
	}
}
